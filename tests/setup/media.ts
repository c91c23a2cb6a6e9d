/** Media as their readers see them: unpacked by programs that others wrote. */
import assert from 'node:assert/strict'
import { chmodSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readPart10, scanPart10, Tags, type Scan } from '@filmjacket/dicom-data'
import { runProgram } from './programs.ts'
import { filesBelow, type Scratch } from './scratch.ts'

export type Format = 'zip' | 'iso'

/** What unpacking and examining needs. */
export const MEDIA_PROGRAMS: readonly string[] = ['unzip', '7z', 'xorriso', 'isoinfo', 'dcmdump', 'dcdirdmp']

export async function mustRun(program: string, ...args: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await runProgram(program, args)
  assert.equal(status, 0, `${program} ${args.join(' ')}: ${stdout}${stderr}`)
  return stdout + stderr
}

/** The usual programs unpack the medium. @returns the folder with its files. */
export async function unpack(medium: Buffer, format: Format, scratch: Scratch): Promise<string> {
  const file = scratch.put(`medium.${format}`, medium)
  const folder = join(scratch.path, 'files')
  if (format === 'zip') await mustRun('unzip', '-q', file, '-d', folder)
  else {
    await mustRun('xorriso', '-osirrox', 'on', '-indev', `stdio:${file}`, '-extract', '/', folder)
    letWrite(folder) // A disc's folders are read-only.
  }
  return folder
}

function letWrite(folder: string): void {
  chmodSync(folder, 0o700)
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) letWrite(join(folder, entry.name))
}

/** What other readers say of the medium that was unpacked into `folder`, and DICOM's own tools of what is on it. */
export async function examine(folder: string, format: Format): Promise<void> {
  const file = join(folder, '..', `medium.${format}`)
  if (format === 'iso') assert.match(await mustRun('isoinfo', '-l', '-i', file), /DICOMDIR\.?;1/)
  else {
    assert.match(await mustRun('7z', 't', file), /Everything is Ok/)
    await mustRun('dcmdump', '-q', '+sd', '+r', join(folder, IMAGES))
  }
  assert.doesNotMatch(await mustRun('dcdirdmp', join(folder, 'DICOMDIR')), /Error/)
}

export interface Found {
  readonly sopInstanceUid: string
  readonly sopClassUid: string
  readonly studyUid: string
  readonly seriesUid: string
  readonly transferSyntaxUid: string
  /** All that follows the File Meta Information. */
  readonly dataSet: Buffer
}

/** Null for bytes that are no whole instance. */
export function instanceIn(bytes: Buffer): Found | null {
  const scan = scanned(bytes)
  if (scan?.dataSet.has(Tags.SOPInstanceUID) !== true) return null
  const { dataSet, transferSyntax, dataSetStart } = scan
  const uid = (tag: number) => dataSet.text(tag) ?? ''
  return {
    sopInstanceUid: uid(Tags.SOPInstanceUID), sopClassUid: uid(Tags.SOPClassUID), studyUid: uid(Tags.StudyInstanceUID),
    seriesUid: uid(Tags.SeriesInstanceUID), transferSyntaxUid: transferSyntax.uid, dataSet: bytes.subarray(dataSetStart),
  }
}

function scanned(bytes: Buffer): Scan | null {
  const scanner = scanPart10()
  try {
    scanner.push(bytes)
    return scanner.end()
  } catch {
    return null
  }
}

/** The folder that holds what the directory lists, and nothing else. */
const IMAGES = 'IMAGES'

/** The instances of an unpacked medium. Each must be in its directory, and nothing else. */
export function instancesOn(folder: string): readonly Found[] {
  const files = filesBelow(join(folder, IMAGES))
  const listed = filesListed(readFileSync(join(folder, 'DICOMDIR')))
  assert.deepEqual(files.map((path) => path.slice(folder.length + 1)).sort(), [...listed].sort())
  return files.map((path) => instanceIn(readFileSync(path)) ?? assert.fail(`${path} is no instance`))
}

/** PS3.3 §F.3.2.2: the Referenced File ID of every record that has one. */
function filesListed(directory: Buffer): readonly string[] {
  const { dataSet } = readPart10(directory)
  return dataSet.items(Tags.DirectoryRecordSequence).map((record) => record.texts(Tags.ReferencedFileID).join('/'))
    .filter((path) => path !== '')
}
