import type { Bench, Measure, Measured, Row } from '../measure.ts'
import { startOurFinder } from '../peers/finders.ts'
import { workOf } from '../processor.ts'

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

async function run({ rounds, folder, say }: Bench): Promise<Measured> {
  say(`making ${STUDIES} studies, which takes a quarter of an hour`)
  const ours = await startOurFinder(folder, STUDIES, INSTANCES_PER_SERIES)
  const rows: Row[] = []
  for (const [kind, question] of Object.entries(KINDS)) {
    const [slowest, work]: [number[], number[]] = [[], []]
    for (let round = 0; round < rounds; round++) {
      const times: number[] = []
      const before = workOf(ours.pid)
      for (let n = 0; n < QUESTIONS; n++) {
        const since = performance.now()
        await ours.admin.call('GET', `/dicom-web/studies?limit=${PAGE}&${question(n + round * QUESTIONS)}`)
        times.push(performance.now() - since)
      }
      work.push(((workOf(ours.pid) - before) / QUESTIONS) * 1_000)
      slowest.push(times.sort((a, b) => a - b)[Math.ceil(0.95 * QUESTIONS) - 1] ?? 0)
    }
    say(kind)
    const row = (name: string, values: readonly number[]): Row => ({ name: `${kind}: ${name}`, unit: 'ms', better: 'less', ours: values, peer: null, theirs: [] })
    rows.push(row('95 of 100 within', slowest), row("server's work", work))
  }
  return { rows, notes: [`${QUESTIONS} different questions of each kind and round; a page has up to ${PAGE} Studies`] }
}

export const measure: Measure = { about: `QIDO-RS: one page of Studies among ${STUDIES}, of ten Instances each.`, run }
