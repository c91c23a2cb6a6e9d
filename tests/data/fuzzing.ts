/** A run of mutants through every reader, and what it cost. */
import { readFileSync } from 'node:fs'
import { encodeDataSet, encodeFileMeta, SopClasses, Tags, TransferSyntaxes } from '@filmjacket/dicom-data'
import { samplesIn } from '../setup/samples.ts'
import { Chance } from './chance.ts'
import { invention, mutant } from './mutants.ts'
import { readAll } from './readers.ts'

/** Larger files cost time and have the same headers. */
const FILE_BYTES_MAX = 24_000
const HANG_MS = 2000
const MEASURE_EVERY = 500

export interface FuzzRun {
  readonly mutants: number
  readonly read: number
  readonly slowestMs: number
  /** Most memory above what the process had after its first mutants, in bytes. */
  readonly growth: number
  /** Mutants that made a reader fail otherwise than by refusing, or hang; with the seed of each. */
  readonly faults: readonly string[]
}

/** @param isEnough - asked after each mutant. */
export async function fuzz(seed: number, isEnough: (mutants: number) => boolean): Promise<FuzzRun> {
  const files = wholeFiles()
  const faults: string[] = []
  let [mutants, read, slowestMs, least, most] = [0, 0, 0, Infinity, 0]
  while (!isEnough(mutants)) {
    const own = (seed + mutants) >>> 0
    const { took, outcome } = await timed(own, files)
    mutants++
    slowestMs = Math.max(slowestMs, took)
    if (outcome === 'read') read++
    if (took > HANG_MS) faults.push(`seed ${own}: took ${took.toFixed(0)} ms`)
    if (outcome instanceof Error) faults.push(`seed ${own}: ${outcome.stack ?? outcome.message}`)
    if (mutants % MEASURE_EVERY === 0) {
      const { rss } = process.memoryUsage()
      least = Math.min(least, rss)
      most = Math.max(most, rss)
    }
  }
  return { mutants, read, slowestMs, growth: Math.max(0, most - least), faults }
}

async function timed(seed: number, files: readonly Uint8Array[]) {
  const chance = new Chance(seed)
  const bytes = mutantOf(chance, files)
  const start = process.cpuUsage()
  const outcome = await readAll(chance, bytes).catch((error: unknown) => error as Error)
  const { user, system } = process.cpuUsage(start)
  return { took: (user + system) / 1000, outcome }
}

export function mutantOf(chance: Chance, files: readonly Uint8Array[]): Uint8Array {
  if (chance.oneIn(3)) return invention(chance)
  const base = chance.oneIn(8) ? invention(chance) : chance.pick(files)
  return mutant(chance, base, chance.pick(files))
}

/** Real ones where they are present, and some of our own making. */
export function wholeFiles(): readonly Uint8Array[] {
  const real = samplesIn('dicom-charset', 'dicom-core', 'dicom-deid', 'dicom-hostile', 'dicom-objects', 'dicom-pixel', 'dicom-worklist', 'dicom-media')
  const small = (real ?? []).map((path) => readFileSync(path)).filter(({ length }) => length > 0 && length < FILE_BYTES_MAX)
  return [...small, ...ownFiles()]
}

function ownFiles(): readonly Uint8Array[] {
  const { implicitVrLittleEndian, explicitVrLittleEndian, explicitVrBigEndian, deflatedExplicitVrLittleEndian } = TransferSyntaxes
  const dataSet = {
    [Tags.SpecificCharacterSet]: ['ISO 2022 IR 6', 'ISO 2022 IR 87'], [Tags.SOPInstanceUID]: '1.2.3', [Tags.PatientName]: 'Doe^Jane=山田',
    [Tags.ReferencedSeriesSequence]: [{ [Tags.Modality]: 'CT', [Tags.ReferencedSOPSequence]: [{ [Tags.ReferencedSOPInstanceUID]: '1' }] }],
    [Tags.PixelSpacing]: [0.5, 0.25], [Tags.RedPaletteColorLookupTableData]: new Uint8Array(400), [Tags.PixelData]: new Uint8Array(64),
  }
  return [implicitVrLittleEndian, explicitVrLittleEndian, explicitVrBigEndian, deflatedExplicitVrLittleEndian].flatMap((syntax) => {
    const meta = encodeFileMeta({
      sopClassUid: SopClasses.ctImageStorage, sopInstanceUid: '1.2.3', transferSyntaxUid: syntax.uid,
    })
    return [true, false].map((undefinedLengthSequences) =>
      Buffer.concat([meta, encodeDataSet(dataSet, syntax, { undefinedLengthSequences })]))
  })
}
