import { crc32, parseBlobId, sizeOf } from '@filmjacket/bytes'
import { newUid, scanPart10, SopClasses, TransferSyntaxes } from '@filmjacket/dicom-data'
import { createHash } from 'node:crypto'
import type { StoredInstance } from '../../modules/archive/index.ts'
import { layOut } from '../../modules/packaging/lay-out.ts'
import { ctFile } from '../instances.ts'
import type { Measure, Row } from '../measure.ts'

const INSTANCES = 5_000
/** Any instant: it goes into every file's date. */
const MADE_AT = Date.UTC(2026, 0, 2)
const SIDE = 512

export const measure: Measure = {
  about: `${INSTANCES} CT images laid out as ZIP and as ISO with DICOMDIR, from their rows: sizes and every byte's place, no image read.`,
  run({ rounds }) {
    const instances = storedInstances()
    const times = { zip: [] as number[], iso: [] as number[] }
    let bytes = 0
    for (let number = 0; number < rounds; number++) {
      for (const format of ['zip', 'iso'] as const) {
        const since = performance.now()
        bytes = sizeOf(layOut({ instances }, format, MADE_AT))
        times[format].push(performance.now() - since)
      }
    }
    const row = (name: 'zip' | 'iso'): Row =>
      ({ name: `laid out as ${name.toUpperCase()}`, unit: 'ms', better: 'less', ours: times[name], peer: null, theirs: [] })
    return Promise.resolve({ rows: [row('zip'), row('iso')], notes: [`${(bytes / 1e9).toFixed(1)} GB each; no peer lays out before it reads`] })
  },
}

/** As the database would give them. All have the same pixels. */
function storedInstances(): readonly StoredInstance[] {
  const studyUid = newUid()
  const seriesUid = newUid()
  const pixels = new Uint8Array(SIDE * SIDE * 2)
  const within = crc32(pixels)
  return Array.from({ length: INSTANCES }, (_, index) => storedInstance(studyUid, seriesUid, index + 1, pixels, within))
}

function storedInstance(studyUid: string, seriesUid: string, number: number, pixels: Uint8Array, within: number): StoredInstance {
  // Only the header is looked at, so a file with few pixels serves for one with many.
  const scanner = scanPart10()
  scanner.push(ctFile({ studyUid, seriesUid, seriesNumber: 1, number, side: SIDE, pixels: pixels.subarray(0, 2) }))
  const { header, omitted, dataSet, dataSetStart, spans, bulk } = scanner.end()
  const bulkStart = bulk?.start ?? 0
  const bulkEnd = bulkStart + pixels.length
  return {
    id: `ins_${number}`, instanceUid: dataSet.text(0x00080018) ?? '', sopClassUid: SopClasses.ctImageStorage,
    transferSyntaxUid: TransferSyntaxes.explicitVrLittleEndian.uid,
    blobId: parseBlobId(createHash('sha256').update(String(number)).digest('hex')),
    sizeBytes: bulkEnd, dataSetStart, bulkStart, bulkEnd,
    crc32: { before: spans.before.crc32, within, after: spans.after.crc32 }, header, omitted,
  }
}
