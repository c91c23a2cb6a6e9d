/**
 * Made-up instances and an archive of its own for a test.
 *
 * @module
 */
import { rm } from 'node:fs/promises'
import { encodeDataSet, encodeFileMeta, SopClasses, Tags, TransferSyntaxes, type ElementMap } from '@filmjacket/dicom-data'
import type { Kysely } from 'kysely'
import { auditMigrations } from '../../platform/server/audit.ts'
import { blobMigrations, openBlobs, SegmentRegister, type Blobs } from '../../platform/server/blobs/index.ts'
import { systemClock } from '../../platform/server/clock.ts'
import { scratchFolder } from '../../platform/server/database/scratch.ts'
import { freshDatabaseAt, whenOver } from '../../platform/server/database/testing.ts'
import type { Migration } from '../../platform/server/database/migrate.ts'
import { createLog } from '../../platform/server/log.ts'
import { createSettings, settingsMigrations, type Settings } from '../../platform/server/settings/index.ts'
import { createArchive, type Archive, type ArchiveTables } from './index.ts'
import { migrations } from './migrations/index.ts'

export const TEXT_SYNTAX = TransferSyntaxes.explicitVrLittleEndian

/** A CT image of 16 x 16 pixels, with whatever is to be different. */
export function imageElements(changes: Record<number, unknown> = {}): ElementMap {
  return {
    [Tags.SOPClassUID]: SopClasses.ctImageStorage, [Tags.SOPInstanceUID]: '1.2.3.1.1.1',
    [Tags.StudyInstanceUID]: '1.2.3.1', [Tags.SeriesInstanceUID]: '1.2.3.1.1',
    [Tags.PatientID]: 'P1', [Tags.PatientName]: 'Test^Image', [Tags.PatientBirthDate]: '19700101', [Tags.PatientSex]: 'O',
    [Tags.StudyDate]: '20260102', [Tags.StudyTime]: '101112', [Tags.StudyID]: '7', [Tags.AccessionNumber]: 'A1',
    [Tags.StudyDescription]: 'CT of nothing', [Tags.Modality]: 'CT', [Tags.SeriesNumber]: 1, [Tags.InstanceNumber]: 1,
    [Tags.SamplesPerPixel]: 1, [Tags.PhotometricInterpretation]: 'MONOCHROME2', [Tags.Rows]: 16, [Tags.Columns]: 16,
    [Tags.BitsAllocated]: 16, [Tags.BitsStored]: 12, [Tags.HighBit]: 11, [Tags.PixelRepresentation]: 0,
    [Tags.PixelData]: new Uint8Array(512),
    ...changes,
  }
}

export function imageFile(changes: Record<number, unknown> = {}): Uint8Array {
  const elements = imageElements(changes) as Record<number, unknown>
  const meta = encodeFileMeta({
    sopClassUid: String(elements[Tags.SOPClassUID]), sopInstanceUid: String(elements[Tags.SOPInstanceUID]),
    transferSyntaxUid: TEXT_SYNTAX.uid,
  })
  return Buffer.concat([meta, encodeDataSet(elements as ElementMap, TEXT_SYNTAX)])
}

export async function* inChunks(bytes: Uint8Array, size = 100): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size))
}

export interface TestArchive {
  readonly archive: Archive
  readonly blobs: Blobs
  readonly db: Kysely<ArchiveTables>
  readonly settings: Settings
  readonly folder: string
  readonly url: string
}

/** An archive on a folder and a database of its own, gone after the file. */
export async function testArchive(more: readonly Migration[] = []): Promise<TestArchive> {
  const folder = scratchFolder()
  const { db: any, url } = await freshDatabaseAt([...new Set([...auditMigrations, ...settingsMigrations, ...blobMigrations, ...migrations, ...more])])
  const db = any as Kysely<ArchiveTables>
  const register = new SegmentRegister(db, url, systemClock)
  const blobs = await openBlobs({ folder, reserveBytes: 0, register, clock: systemClock })
  const log = createLog('silent')
  const settings = createSettings({ db: any, clock: systemClock, log })
  const archive = createArchive({ db, ingestDb: db, blobs, clock: systemClock, log, settings })
  whenOver(async () => {
    archive.close()
    await blobs.close()
    await register.close()
    await rm(folder, { recursive: true })
  })
  return { archive, blobs, db, settings, folder, url }
}
