import { Tags } from '@filmjacket/dicom-data'
import { isInstalled, runProgram } from '../../tests/setup/programs.ts'
import type { Bench, Measure, Measured, Row } from '../measure.ts'
import { FINDER_AE, startOrthancFinder, startOurFinder, type Finder } from '../peers/finders.ts'
import { keysFor, readMatches } from '../peers/match-reader.ts'
import { PEER_ENVIRONMENT } from '../peers/server-process.ts'
import { workOf } from '../processor.ts'

const STUDIES = 100_000
/** Without accents: findscu sends them as they are typed. */
const PREFIXES = ['Ma*', 'Son*', 'Mama*', 'Lopez*']

/** What a study list asks for; with counts, that which is counted or gathered for each Study too. */
const KEYS = ['PatientID', 'StudyInstanceUID', 'StudyDate', 'StudyTime', 'AccessionNumber', 'StudyDescription'] as const
const COUNTED = [...KEYS, 'ModalitiesInStudy', 'NumberOfStudyRelatedSeries', 'NumberOfStudyRelatedInstances'] as const
type Keys = readonly (typeof COUNTED)[number][]
const KINDS: Readonly<Record<string, Keys>> = { 'by name': KEYS, 'by name, with counts': COUNTED }

/** One round of a finder, all prefixes together. */
interface Round {
  /** Mean wait for the first answer. */
  readonly firstMs: number
  readonly perSecond: number
  /** Processor time of the server, its database included. */
  readonly workUs: number
  readonly toFindscu: number
}

async function run({ rounds, folder, say }: Bench): Promise<Measured> {
  if (!isInstalled('findscu')) return { rows: [], notes: ['findscu is not installed'] }
  say(`making ${STUDIES} studies`)
  const ours = await startOurFinder(folder, STUDIES, 0)
  say('giving Orthanc the same')
  const orthanc = await startOrthancFinder(folder, ours)
  const finders = [ours, ...(orthanc === null ? [] : [orthanc])]
  const notes: string[] = []
  for (const finder of finders) notes.push(`${finder.name}: ${(await matchesOf(finder)).join(', ')} matches of ${PREFIXES.join(', ')}`)
  const rows: Row[] = []
  for (const [kind, keys] of Object.entries(KINDS)) {
    const [own, theirs]: [Round[], Round[]] = [[], []]
    for (let round = 0; round < rounds; round++) {
      own.push(await roundOf(ours, keys))
      if (orthanc !== null) theirs.push(await roundOf(orthanc, keys))
      say(`${kind}: round ${round + 1}`)
    }
    const row = (name: string, unit: string, better: Row['better'], of: (round: Round) => number): Row =>
      ({ name: `${kind}: ${name}`, unit, better, ours: own.map(of), peer: orthanc?.name ?? null, theirs: theirs.map(of) })
    rows.push(row('first answer', 'ms', 'less', ({ firstMs }) => firstMs))
    rows.push(row('all answers', '1/s', 'more', ({ perSecond }) => perSecond))
    rows.push(row("server's work for one", 'us', 'less', ({ workUs }) => workUs))
    rows.push(row('all answers, to findscu', '1/s', 'more', ({ toFindscu }) => toFindscu))
  }
  return { rows, notes }
}

async function matchesOf(finder: Finder): Promise<readonly number[]> {
  const counts: number[] = []
  for (const prefix of PREFIXES) counts.push((await readMatches(finder, keysFor(prefix, tagsOf(KEYS)))).matches)
  return counts
}

async function roundOf(finder: Finder, keys: Keys): Promise<Round> {
  let [firstMs, allMs, matches] = [0, 0, 0]
  const before = workOf(finder.pid)
  for (const prefix of PREFIXES) {
    const read = await readMatches(finder, keysFor(prefix, tagsOf(keys)))
    firstMs += read.firstMs / PREFIXES.length
    allMs += read.allMs
    matches += read.matches
  }
  const workUs = ((workOf(finder.pid) - before) / matches) * 1e6
  const since = performance.now()
  for (const prefix of PREFIXES) await findAll(finder, keys, prefix)
  return { firstMs, perSecond: (matches * 1_000) / allMs, workUs, toFindscu: (matches * 1_000) / (performance.now() - since) }
}

function tagsOf(keys: Keys): readonly number[] {
  return keys.map((key) => Tags[key])
}

async function findAll({ port, aeTitle }: Finder, keys: Keys, prefix: string): Promise<void> {
  const asked = ['QueryRetrieveLevel=STUDY', `PatientName=${prefix}`, ...keys].flatMap((key) => ['-k', key])
  const { status } = await runProgram(
    'findscu', ['-q', '-S', '-aet', FINDER_AE, '-aec', aeTitle, ...asked, '127.0.0.1', String(port)], PEER_ENVIRONMENT)
  if (status !== 0) throw new Error(`findscu ended with ${status ?? 'a signal'}`)
}

export const measure: Measure = {
  about: `C-FIND of Studies by the beginning of a name, among ${STUDIES}, asked by a client that does less for an answer than any server.`, run,
}
