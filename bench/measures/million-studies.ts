import { join } from 'node:path'
import { makeStudy, SMALL_STUDY, type MadeStudy } from '../instances.ts'
import type { Bench, Measure, Measured, Row } from '../measure.ts'
import { startOurFinder, type OurFinder } from '../peers/finders.ts'
import type { Receiver } from '../peers/receiver.ts'
import { workOf } from '../processor.ts'
import { canSend, sendStudy } from '../sending.ts'

const STUDIES = 1_000_000
const INSTANCES_PER_SERIES = 5
const QUESTIONS = 50
const PAGE = 100

const FAMILIES = ['Ma', 'Mü', 'Son', 'Jan', 'Le', 'Vre', 'Wal', 'Hof', 'Gar', 'Lo', 'Smi', 'No', 'Szy', 'Gri', 'Chen']
const MORE = ['ma', 'mül', 'ler', 'son', 'be', 'jan', 'ti', 'ski', 'ven', 'ci', 'lo', 'pez', 'tan', 'wu', 'im']
const MODALITIES = ['CR', 'CT', 'MR', 'US', 'DX', 'MG', 'NM', 'XA', 'RF', 'PT', 'SR']

/** The n-th question of each kind: spread over all there is, the same at each run. */
const KINDS: Readonly<Record<string, (n: number) => string>> = {
  'by the beginning of a name': (n) => `PatientName=${encodeURIComponent(pick(FAMILIES, n) + pick(MORE, n * 7))}*`,
  'by words of a name': (n) => `fuzzymatching=true&PatientName=${encodeURIComponent(`${pick(MORE, n)} ${pick(FAMILIES, n * 3)}${pick(MORE, n * 7)}`)}`,
  'by Patient ID': (n) => `PatientID=PID${String((n * 12_345) % 600_000).padStart(8, '0')}`,
  'by day': (n) => `StudyDate=${day(n)}`,
  'by modality': (n) => `ModalitiesInStudy=${pick(MODALITIES, n)}`,
  'by modality and day': (n) => `ModalitiesInStudy=${pick(MODALITIES, n)}&StudyDate=${day(n * 3)}`,
}

function pick(all: readonly string[], n: number): string {
  return all[n % all.length] ?? ''
}

function day(n: number): string {
  return `20${16 + (n % 10)}${String(1 + (n % 12)).padStart(2, '0')}${String(1 + (n % 28)).padStart(2, '0')}`
}

async function run(bench: Bench): Promise<Measured> {
  const { folder, say } = bench
  say(`making ${STUDIES} studies, which takes a quarter of an hour`)
  const full = await startOurFinder(join(folder, 'full'), STUDIES, INSTANCES_PER_SERIES)
  const rows: Row[] = []
  for (const [kind, question] of Object.entries(KINDS)) {
    say(kind)
    rows.push(...(await pages(bench, full, kind, question)))
  }
  const empty = await startOurFinder(join(folder, 'empty'), 0, 0)
  const notes = [`${QUESTIONS} different questions of each kind and round; a page has up to ${PAGE} Studies`]
  return { rows: [...rows, ...(await receiving(bench, full, empty, notes))], notes }
}

async function pages({ rounds }: Bench, { admin, pid }: OurFinder, kind: string, question: (n: number) => string): Promise<readonly Row[]> {
  const [slowest, work]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    const times: number[] = []
    const before = workOf(pid)
    for (let n = 0; n < QUESTIONS; n++) {
      const since = performance.now()
      await admin.call('GET', `/dicom-web/studies?limit=${PAGE}&${question(n + round * QUESTIONS)}`)
      times.push(performance.now() - since)
    }
    work.push(((workOf(pid) - before) / QUESTIONS) * 1_000)
    slowest.push(times.sort((a, b) => a - b)[Math.ceil(0.95 * QUESTIONS) - 1] ?? 0)
  }
  const row = (name: string, values: readonly number[]): Row => ({ name: `${kind}: ${name}`, unit: 'ms', better: 'less', ours: values, peer: null, theirs: [] })
  return [row('95 of 100 within', slowest), row("server's work", work)]
}

/** What the full one takes in a second, beside one that has nothing. */
async function receiving({ rounds, folder, say }: Bench, full: OurFinder, empty: OurFinder, notes: string[]): Promise<readonly Row[]> {
  if (!canSend) {
    notes.push('receiving skipped: storescu (DCMTK) is not installed')
    return []
  }
  const [receivers, rates]: [Receiver[], [number[], number[]]] = [[await asReceiver(full), await asReceiver(empty)], [[], []]]
  for (let round = 0; round <= rounds; round++) {
    say(`receiving, round ${round} of ${rounds}`)
    const study = await makeStudy(join(folder, `study-${round}`), SMALL_STUDY)
    for (const [at, receiver] of receivers.entries()) {
      const { seconds, arrived } = await sendStudy(study, receiver)
      if (arrived !== study.instances) notes.push(`${receiver.name} tells of ${arrived} instances where ${study.instances} were sent`)
      if (round > 0) rates[at]?.push(study.instances / seconds)
    }
  }
  return [{ name: 'received, 12 kB each', unit: 'instances/s', better: 'more', ours: rates[0], peer: 'the same, empty', theirs: rates[1] }]
}

/** Number of Study Related Instances, which an answer always has. */
interface Counted {
  readonly '00201208'?: { readonly Value: readonly number[] }
}

async function asReceiver({ name, aeTitle, port, pid, admin }: OurFinder): Promise<Receiver> {
  await admin.call('POST', '/api/devices', { description: 'Sender', aeTitle: 'STORESCU' })
  const count = async ({ studyUid }: MadeStudy) => {
    const [study] = (await admin.call('GET', `/dicom-web/studies?StudyInstanceUID=${studyUid}`)) as readonly Counted[]
    return study?.['00201208']?.Value[0] ?? 0
  }
  return { name, aeTitle, port, pid, count }
}

export const measure: Measure = { about: `One page of Studies by QIDO-RS, and receiving, among ${STUDIES} Studies of ten Instances each.`, run }
