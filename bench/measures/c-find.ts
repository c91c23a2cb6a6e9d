import { Tags } from '@filmjacket/dicom-data'
import { associate, findContexts } from '@filmjacket/dicom-net'
import { isInstalled, runProgram } from '../../tests/setup/programs.ts'
import type { Bench, Measure, Measured, Row } from '../measure.ts'
import { FINDER_AE, startOrthancFinder, startOurFinder, type Finder } from '../peers/finders.ts'
import { PEER_ENVIRONMENT } from '../peers/server-process.ts'
import { workOf } from '../processor.ts'

const STUDIES = 100_000
/** Without accents: findscu sends them as they are typed. */
const PREFIXES = ['Ma*', 'Son*', 'Mama*', 'Lopez*']

/** What a study list asks for; with counts, that which is counted or gathered for each Study too. */
const KEYS = ['PatientID', 'StudyInstanceUID', 'StudyDate', 'StudyTime', 'AccessionNumber', 'StudyDescription']
const COUNTED = [...KEYS, 'ModalitiesInStudy', 'NumberOfStudyRelatedSeries', 'NumberOfStudyRelatedInstances']
const KINDS = { 'by name': KEYS, 'by name, with counts': COUNTED } as const

/** One round of a finder, all prefixes together. */
interface Round {
  /** Mean wait for the first answer. */
  readonly firstMs: number
  readonly perSecond: number
  /** Processor time of the server, its database included. */
  readonly workUs: number
}

async function run({ rounds, folder, say }: Bench): Promise<Measured> {
  if (!isInstalled('findscu')) return { rows: [], notes: ['findscu is not installed'] }
  say(`making ${STUDIES} studies`)
  const ours = await startOurFinder(folder, STUDIES, 0)
  say('giving Orthanc the same')
  const orthanc = await startOrthancFinder(folder, ours)
  const finders = [ours, ...(orthanc === null ? [] : [orthanc])]
  const matches = await Promise.all(finders.map((finder) => Promise.all(PREFIXES.map((prefix) => firstOf(finder, prefix, true)))))
  const counts = matches.map((each) => each.map(({ found }) => found))
  const notes = finders.map(({ name }, at) => `${name}: ${(counts[at] ?? []).join(', ')} matches of ${PREFIXES.join(', ')}`)
  const total = (counts[0] ?? []).reduce((sum, each) => sum + each, 0)
  const rows: Row[] = []
  for (const [kind, keys] of Object.entries(KINDS)) {
    const [own, theirs]: [Round[], Round[]] = [[], []]
    for (let round = 0; round < rounds; round++) {
      own.push(await roundOf(ours, keys, total))
      if (orthanc !== null) theirs.push(await roundOf(orthanc, keys, total))
      say(`${kind}: round ${round + 1}`)
    }
    const row = (name: string, unit: string, better: Row['better'], of: (round: Round) => number): Row =>
      ({ name: `${kind}: ${name}`, unit, better, ours: own.map(of), peer: orthanc?.name ?? null, theirs: theirs.map(of) })
    rows.push(row('first answer', 'ms', 'less', ({ firstMs }) => firstMs))
    rows.push(row('all answers', '1/s', 'more', ({ perSecond }) => perSecond))
    rows.push(row("server's work for one", 'us', 'less', ({ workUs }) => workUs))
  }
  return { rows, notes }
}

async function roundOf(finder: Finder, keys: readonly string[], total: number): Promise<Round> {
  let firstMs = 0
  for (const prefix of PREFIXES) firstMs += (await firstOf(finder, prefix, false)).ms / PREFIXES.length
  const [since, before] = [performance.now(), workOf(finder.pid)]
  for (const prefix of PREFIXES) await findAll(finder, keys, prefix)
  const seconds = (performance.now() - since) / 1_000
  return { firstMs, perSecond: total / seconds, workUs: ((workOf(finder.pid) - before) / total) * 1e6 }
}

/** By our own client, which leaves behind the first unless all are to be counted. */
async function firstOf({ port, aeTitle }: Finder, prefix: string, isCounting: boolean): Promise<{ ms: number; found: number }> {
  const association = await associate({
    host: '127.0.0.1', port, callingAe: FINDER_AE, calledAe: aeTitle, contexts: findContexts('study-root'), answerTimeoutMs: 600_000,
  })
  const since = performance.now()
  const keys = { [Tags.PatientName]: prefix, [Tags.StudyInstanceUID]: '' }
  const answers = association.find({ model: 'study-root', level: 'STUDY', keys })
  let found = (await answers.next()).done === true ? 0 : 1
  const ms = performance.now() - since
  if (isCounting) while ((await answers.next()).done !== true) found++
  else await answers.return(undefined)
  await association.release()
  return { ms, found }
}

async function findAll({ port, aeTitle }: Finder, keys: readonly string[], prefix: string): Promise<void> {
  const asked = ['QueryRetrieveLevel=STUDY', `PatientName=${prefix}`, ...keys].flatMap((key) => ['-k', key])
  const { status } = await runProgram(
    'findscu', ['-q', '-S', '-aet', FINDER_AE, '-aec', aeTitle, ...asked, '127.0.0.1', String(port)], PEER_ENVIRONMENT)
  if (status !== 0) throw new Error(`findscu ended with ${status ?? 'a signal'}`)
}

export const measure: Measure = { about: `C-FIND of Studies by the beginning of a name, among ${STUDIES}; findscu asks.`, run }
