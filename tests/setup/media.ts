/** Media as their readers see them: unpacked by programs that others wrote. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { readPart10, scanPart10, Tags, type Scan } from '@filmjacket/dicom-data'
import { runProgram } from './programs.ts'
import { filesBelow, type Scratch } from './scratch.ts'

export type Format = 'zip' | 'iso'

/** What unpacking and examining needs. */
export const MEDIA_PROGRAMS: Readonly<Record<Format, readonly string[]>> = {
  zip: ['unzip', '7z', 'dcmdump', 'dcdirdmp'],
  iso: ['xorriso', 'isoinfo', '7z', 'dcmdump', 'dcdirdmp'],
}

export async function mustRun(program: string, ...args: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await runProgram(program, args)
  assert.equal(status, 0, `${program} ${args.join(' ')}: ${stdout}${stderr}`)
  return stdout + stderr
}

/** Unpacks a medium, and has it examined by who reads such media. @returns the folder with its files. */
export async function unpack(medium: Buffer, format: Format, scratch: Scratch): Promise<string> {
  const file = scratch.put(`medium.${format}`, medium)
  const folder = join(scratch.path, 'files')
  assert.match(await mustRun('7z', 't', file), /Everything is Ok/)
  if (format === 'zip') await mustRun('unzip', '-q', file, '-d', folder)
  else {
    assert.match(await mustRun('isoinfo', '-l', '-i', file), /DICOMDIR\.?;1/)
    await mustRun('xorriso', '-osirrox', 'on', '-indev', file, '-extract', '/', folder)
    await mustRun('chmod', '-R', 'u+w', folder) // A disc's files are read-only.
  }
  return folder
}

/** What DICOM's own tools say of the medium. */
export async function examine(folder: string): Promise<void> {
  const directory = join(folder, 'DICOMDIR')
  await mustRun('dcmdump', '-q', directory)
  assert.doesNotMatch(await mustRun('dcdirdmp', directory), /Error/)
  await mustRun('dcmdump', '-q', '+sd', '+r', folder)
}

export interface Found {
  readonly sopInstanceUid: string
  readonly sopClassUid: string | undefined
  readonly transferSyntaxUid: string
  /** All that follows the File Meta Information. */
  readonly dataSet: Buffer
}

/** Null for bytes that are no whole instance. */
export function instanceIn(bytes: Buffer): Found | null {
  const scan = scanned(bytes)
  const sopInstanceUid = scan?.dataSet.text(Tags.SOPInstanceUID)
  if (scan === null || sopInstanceUid === undefined) return null
  const { dataSet, transferSyntax, dataSetStart } = scan
  return {
    sopInstanceUid, sopClassUid: dataSet.text(Tags.SOPClassUID), transferSyntaxUid: transferSyntax.uid,
    dataSet: bytes.subarray(dataSetStart),
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

/** The instances of an unpacked medium. Each must be in its directory, and nothing else. */
export function instancesOn(folder: string): readonly Found[] {
  const files = filesBelow(folder).filter((path) => basename(path) !== 'DICOMDIR')
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
