import { newUid, readPart10, Tags, vrOf, type DataSet } from '@filmjacket/dicom-data'
import { ctFile } from '../instances.ts'
import type { Measure, Measured } from '../measure.ts'

/** What an archive's index asks of an image. */
const ATTRIBUTES = [
  'SOPClassUID', 'SOPInstanceUID', 'StudyDate', 'StudyTime', 'AccessionNumber', 'Modality', 'ReferringPhysicianName',
  'StudyDescription', 'SeriesDescription', 'PatientName', 'PatientID', 'PatientBirthDate', 'PatientSex', 'StudyInstanceUID',
  'SeriesInstanceUID', 'StudyID', 'SeriesNumber', 'InstanceNumber', 'Rows', 'Columns',
] as const
const TAGS = ATTRIBUTES.map((keyword) => Tags[keyword])
const HEX_TAGS = TAGS.map((tag) => tag.toString(16).padStart(8, '0').toUpperCase())
const SIDE = 64
const TURN_MS = 1_000

/** As far as it is used here. It comes with dcmjs-dimse, and has no types of its own. */
interface Dcmjs {
  readonly log: { setLevel(level: string): void }
  readonly data: {
    readonly DicomMessage: {
      readFile(bytes: ArrayBuffer, options: { untilTag: string; includeUntilTagValue: boolean }): {
        readonly dict: Readonly<Record<string, { readonly Value: readonly unknown[] } | undefined>>
      }
    }
  }
}

export const measure: Measure = {
  about: `A CT image of 8 kB: from bytes to ${TAGS.length} values, all that an index asks for.`,
  async run({ rounds }): Promise<Measured> {
    const file = ctFile({
      studyUid: newUid(), seriesUid: newUid(), seriesNumber: 1, number: 1, side: SIDE, pixels: new Uint8Array(SIDE * SIDE * 2),
    })
    const dcmjs = await loadDcmjs()
    const ours: number[] = []
    const theirs: number[] = []
    for (let number = 0; number < rounds; number++) {
      ours.push(perSecond(() => readOurs(file)))
      if (dcmjs !== null) theirs.push(perSecond(() => readDcmjs(dcmjs, file)))
    }
    const notes = dcmjs === null ? ['dcmjs skipped: not installed'] : ['dcmjs is told to stop before the pixels; we step over them']
    return { rows: [{ name: 'headers', unit: '1/s', better: 'more', ours, peer: 'dcmjs', theirs }], notes }
  },
}

async function loadDcmjs(): Promise<Dcmjs | null> {
  const name: string = 'dcmjs'
  try {
    const { default: dcmjs } = (await import(name)) as { default: Dcmjs }
    dcmjs.log.setLevel('silent')
    return dcmjs
  } catch {
    return null
  }
}

function readOurs(file: Uint8Array): readonly unknown[] {
  const { dataSet } = readPart10(file)
  return TAGS.map((tag) => valueOf(dataSet, tag))
}

function valueOf(dataSet: DataSet, tag: number): string | number | undefined {
  const vr = vrOf(tag)
  return vr === 'US' || vr === 'IS' ? dataSet.number(tag) : dataSet.text(tag)
}

function readDcmjs({ data }: Dcmjs, file: Buffer): readonly unknown[] {
  const bytes = new Uint8Array(file).buffer
  const { dict } = data.DicomMessage.readFile(bytes, { untilTag: '7FE00010', includeUntilTagValue: false })
  return HEX_TAGS.map((tag) => dict[tag]?.Value[0])
}

function perSecond(work: () => unknown): number {
  const since = performance.now()
  let times = 0
  for (; performance.now() - since < TURN_MS; times++) work()
  return (times * 1_000) / (performance.now() - since)
}
