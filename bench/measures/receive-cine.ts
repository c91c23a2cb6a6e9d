import { encodeDataSet, encodeElementHeader, newUid, SopClasses, Tags, TransferSyntaxes, type Element, type Value } from '@filmjacket/dicom-data'
import { associate } from '@filmjacket/dicom-net'
import { ctElements } from '../instances.ts'
import { canReadMemory, peakOf, watchChildren } from '../memory.ts'
import type { Bench, Measure, Measured } from '../measure.ts'
import { startFilmjacket } from '../peers/filmjacket.ts'

const MEGABYTE = 1_000_000
const PART_BYTES = 1024 * 1024
const PARTS = 2_000
const SYNTAX = TransferSyntaxes.explicitVrLittleEndian

/** Its header, then frames of noise, made as they are sent. */
async function* dataSet(sopInstanceUid: string): AsyncGenerator<Uint8Array, void, undefined> {
  const studyUid = newUid()
  const side = 1_024
  const recipe = { studyUid, seriesUid: newUid(), seriesNumber: 1, number: 1, side, pixels: new Uint8Array() }
  const image = ctElements(recipe, sopInstanceUid) as Readonly<Record<number, Value | Element>>
  const header = { ...image, [Tags.NumberOfFrames]: String((PARTS * PART_BYTES) / (side * side * 2)) }
  yield encodeDataSet(Object.fromEntries(Object.entries(header).filter(([tag]) => Number(tag) !== Tags.PixelData)), SYNTAX)
  yield encodeElementHeader(Tags.PixelData, 'OW', PARTS * PART_BYTES, SYNTAX)
  const part = Buffer.alloc(PART_BYTES)
  for (let n = 0; n < PARTS; n++) {
    part.writeUInt32LE(n, 0)
    yield Buffer.from(part)
    await Promise.resolve()
  }
}

async function run({ folder, say }: Bench): Promise<Measured> {
  if (!canReadMemory) return { rows: [], notes: ['skipped: this system has no /proc that tells'] }
  const ours = await startFilmjacket(folder)
  const pid = ours.pid ?? process.pid
  const before = peakOf(pid)
  const watch = watchChildren(pid)
  const sopInstanceUid = newUid()
  say(`sending ${Math.round((PARTS * PART_BYTES) / MEGABYTE)} MB`)
  const since = performance.now()
  const association = await associate({
    host: '127.0.0.1', port: ours.port, callingAe: 'STORESCU', calledAe: ours.aeTitle, answerTimeoutMs: 120_000,
    contexts: [{ abstractSyntax: SopClasses.ctImageStorage, transferSyntaxes: [SYNTAX.uid] }],
  })
  const { status } = await association.store({
    sopClassUid: SopClasses.ctImageStorage, sopInstanceUid, transferSyntaxUid: SYNTAX.uid, dataSet: dataSet(sopInstanceUid),
  })
  await association.release()
  const seconds = (performance.now() - since) / 1_000
  const children = watch.stop()
  const row = (name: string, unit: string, better: 'more' | 'less', value: number) => ({ name, unit, better, ours: [value], peer: null, theirs: [] })
  return {
    rows: [
      row('own process, more than before', 'MB', 'less', (peakOf(pid) - before) / MEGABYTE),
      row('PostgreSQL', 'MB', 'less', children / MEGABYTE),
      row('received', 'MB/s', 'more', (PARTS * PART_BYTES) / MEGABYTE / seconds),
    ],
    notes: status === 0 ? [] : [`it was answered with status ${status.toString(16)}`],
  }
}

export const measure: Measure = { about: 'One multi-frame object of 2 GB received over one association: what it costs of memory. Once.', run }
