/**
 * What is wrong with a medium, in plain words. PS3.10 §8, PS3.3 Annex F, PS3.11, IHE RAD TF-2 §4.47.
 *
 * @module
 */
import { scanPart10, Tags, transferSyntaxOf, type DataSet, type Scan } from '@filmjacket/dicom-data'
import { leafTypeOf } from '../dicomdir/record-type.ts'
import { chooseProfile } from '../profile/choose.ts'
import { readDirectory, type FoundRecord } from './directory.ts'
import { MediumError, type FoundFile } from './medium.ts'

export interface Finding {
  /** A `warning` is read by most and hinders some; an `error` loses images, or shows wrong ones. */
  readonly level: 'error' | 'warning'
  readonly text: string
}

export interface MediumReport {
  readonly findings: readonly Finding[]
  /** Instances that were found by the DICOMDIR and read to their end. */
  readonly instances: number
  /** The profile of PS3.11 that the content meets; null: none. */
  readonly profile: string | null
}

type Complain = (level: Finding['level'], text: string) => void

const DIRECTORY_BYTES_MAX = 512 * 1024 * 1024
const COMPONENT = /^[A-Z0-9_]{1,8}$/
const EIGHT_DOT_THREE = /^[A-Z0-9_]{1,8}(\.[A-Z0-9_]{1,3})?$/
const HIERARCHY = ['PATIENT', 'STUDY', 'SERIES']

/**
 * Read the DICOMDIR, every file that it lists, and look at those that it does not list.
 *
 * @param looked - told after each file.
 */
export async function checkMedium(files: readonly FoundFile[], looked: (files: number) => void = () => undefined): Promise<MediumReport> {
  const findings: Finding[] = []
  const complain: Complain = (level, text) => void findings.push({ level, text })
  const records = await recordsOf(files, complain)
  const check = new FilesCheck(files, complain)
  let seen = 0
  for (const record of records ?? []) {
    checkKeys(record, complain)
    if (record.dataSet.has(Tags.ReferencedFileID)) await check.listed(record)
    looked(++seen)
  }
  checkPatients(records ?? [], complain)
  await check.unlisted(() => looked(++seen))
  check.sumUp()
  checkOthers(files, complain)
  return { findings, instances: check.instances, profile: check.profile() }
}

/** Null where there is no directory to go by. */
async function recordsOf(files: readonly FoundFile[], complain: Complain): Promise<readonly FoundRecord[] | null> {
  const file = files.find(({ path }) => path === 'DICOMDIR') ?? files.find(({ path }) => path.toUpperCase() === 'DICOMDIR')
  if (file === undefined) {
    complain('error', 'there is no DICOMDIR in the root: medical systems will not find the images')
    return null
  }
  if (file.path !== 'DICOMDIR') complain('warning', `the DICOMDIR is called ${file.path}: it must be in capitals`)
  try {
    const { fileSetId, records, complaints } = readDirectory(await wholeOf(file))
    for (const each of complaints) complain('error', each)
    if (!/^[A-Z0-9_ ]{0,16}$/.test(fileSetId)) complain('warning', 'the File-set ID has more than 16 characters, or others than A-Z, 0-9, _ and space')
    if (records.length === 0) complain('error', 'the DICOMDIR lists nothing')
    return records
  } catch (error) {
    if (!(error instanceof MediumError)) throw error
    complain('error', error.message)
    return null
  }
}

async function wholeOf(file: FoundFile): Promise<Buffer> {
  if (file.sizeBytes > DIRECTORY_BYTES_MAX) throw new MediumError('its DICOMDIR is too large to be one')
  const parts: Uint8Array[] = []
  for await (const part of file.open()) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}

/** Keys of type 1: without them readers refuse the record. PS3.3 §F.5.1 to §F.5.4. */
const KEYS: Readonly<Record<string, readonly (readonly [tag: number, name: string])[]>> = {
  PATIENT: [[Tags.PatientID, 'Patient ID']],
  STUDY: [[Tags.StudyDate, 'Study Date'], [Tags.StudyTime, 'Study Time'], [Tags.StudyInstanceUID, 'Study Instance UID'], [Tags.StudyID, 'Study ID']],
  SERIES: [[Tags.Modality, 'Modality'], [Tags.SeriesInstanceUID, 'Series Instance UID'], [Tags.SeriesNumber, 'Series Number']],
  IMAGE: [[Tags.InstanceNumber, 'Instance Number']],
}

function checkKeys({ type, dataSet, above }: FoundRecord, complain: Complain): void {
  const missing = (KEYS[type] ?? []).filter(([tag]) => dataSet.text(tag) === undefined).map(([, name]) => name)
  const what = dataSet.texts(Tags.ReferencedFileID).join('/') || `a ${type} record`
  if (missing.length > 0) complain('error', `${what}: the DICOMDIR lacks ${missing.join(', ')}`)
  const expected = HIERARCHY.includes(type) ? HIERARCHY.slice(0, HIERARCHY.indexOf(type)) : HIERARCHY
  const isPlaced = above.slice(0, expected.length).every((each, n) => each.type === expected[n]) && above.length >= expected.length
  if (!isPlaced) complain('error', `${what}: it does not stand below ${expected.join(', ') || 'the root'}`)
}

/** Of who is listed twice, a reader may show one. */
function checkPatients(records: readonly FoundRecord[], complain: Complain): void {
  const ids = records.filter(({ type }) => type === 'PATIENT').map(({ dataSet }) => dataSet.text(Tags.PatientID)).filter((id) => id !== undefined)
  const twice = ids.length - new Set(ids).size
  if (twice > 0) complain('warning', `${twice} patient records share a Patient ID with another`)
}

/** Names and pages beside the images. */
function checkOthers(files: readonly FoundFile[], complain: Complain): void {
  const root = new Set(files.map(({ path }) => path.toUpperCase()))
  for (const name of ['README.TXT', 'INDEX.HTM']) if (!root.has(name)) complain('warning', `there is no ${name}: IHE PDI asks for one`)
  if (root.has('AUTORUN.INF')) complain('warning', 'AUTORUN.INF starts a program: careful readers refuse such media')
  const odd = files.filter(({ path }) => path.split('/').some((name) => !EIGHT_DOT_THREE.test(name)))
  const [first] = odd
  if (first !== undefined) complain('warning', `${odd.length} names are not 8.3 in capitals, such as ${first.path}: some readers do not find them`)
}

class FilesCheck {
  instances = 0
  readonly #files: ReadonlyMap<string, FoundFile>
  readonly #byCapitals: ReadonlyMap<string, FoundFile>
  readonly #complain: Complain
  readonly #seen = new Set<FoundFile>()
  readonly #kinds = new Map<string, number>()
  readonly #preambles: string[] = []

  constructor(files: readonly FoundFile[], complain: Complain) {
    this.#files = new Map(files.map((file) => [file.path, file]))
    this.#byCapitals = new Map(files.map((file) => [file.path.toUpperCase().replace(/\.$/, ''), file]))
    this.#complain = complain
  }

  async listed(record: FoundRecord): Promise<void> {
    const components = record.dataSet.texts(Tags.ReferencedFileID)
    const path = components.join('/')
    if (components.length > 8 || !components.every((each) => COMPONENT.test(each)))
      this.#complain('error', `${path}: a File ID has at most 8 components of 1 to 8 characters A-Z, 0-9, _`)
    const file = this.#find(path)
    if (file === undefined) return
    if (this.#seen.has(file)) this.#complain('error', `${path}: two records lead to it`)
    this.#seen.add(file)
    const scan = await scanned(file)
    if (typeof scan === 'string') {
      this.#complain('error', `${path}: ${scan}`)
      return
    }
    this.instances++
    const { uid } = scan.transferSyntax
    this.#kinds.set(uid, (this.#kinds.get(uid) ?? 0) + 1)
    for (const text of differences(record, scan)) this.#complain('error', `${path}: ${text}`)
    if (scan.hasPreamble) this.#preambles.push(path)
  }

  #find(path: string): FoundFile | undefined {
    const file = this.#files.get(path)
    if (file !== undefined) return file
    const other = this.#byCapitals.get(path.toUpperCase())
    if (other === undefined) this.#complain('error', `${path}: it is in the DICOMDIR and not on the medium`)
    else this.#complain('warning', `${path}: the file is called ${other.path}; some readers do not find it`)
    return other
  }

  /** Files of DICOM that no record leads to. */
  async unlisted(looked: () => void): Promise<void> {
    for (const file of this.#files.values()) {
      if (this.#seen.has(file) || file.path.toUpperCase() === 'DICOMDIR' || !(await isPart10(file))) continue
      this.#complain('error', `${file.path}: it is a DICOM file that the DICOMDIR does not list`)
      looked()
    }
  }

  /** What is said once, of many files. */
  sumUp(): void {
    const [first] = this.#preambles
    if (first !== undefined)
      this.#complain('warning', `the first 128 bytes of ${this.#preambles.length} files are not empty, such as of ${first}: a program could hide there`)
  }

  profile(): string | null {
    const content = [...this.#kinds].map(([transferSyntaxUid, instances]) => ({ transferSyntaxUid, instances }))
    if (content.length === 0) return null
    // Its capacity is no question any more: it is on a medium.
    const { profile, changes, outside } = chooseProfile(content, { sizeBytes: 0 })
    if (profile !== null && changes.size === 0) return profile.id
    const odd = [...changes.keys(), ...outside].map((uid) => transferSyntaxOf(uid).name)
    this.#complain('warning', `no general purpose profile holds all of it, for ${odd.join(', ')}: some readers cannot show these`)
    return null
  }
}

type Scanned = Scan & { readonly hasPreamble: boolean }

/** The file, or what is wrong with it. */
async function scanned(file: FoundFile): Promise<Scanned | string> {
  const scanner = scanPart10()
  let head = Buffer.alloc(0)
  try {
    for await (const part of file.open()) {
      if (head.length < 128) head = Buffer.concat([head, part.subarray(0, 128)])
      scanner.push(part)
    }
    const scan = scanner.end()
    if (scan.meta === null) return 'it has no File Meta Information'
    return { ...scan, hasPreamble: head.subarray(0, 128).some((byte) => byte !== 0) }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return `it cannot be read: ${error.message}`
  }
}

async function isPart10(file: FoundFile): Promise<boolean> {
  if (file.sizeBytes < 132) return false
  let head = Buffer.alloc(0)
  for await (const part of file.open()) {
    head = Buffer.concat([head, part.subarray(0, 132)])
    if (head.length >= 132) break
  }
  return head.toString('latin1', 128, 132) === 'DICM'
}

/** What a record says otherwise than its file. */
function differences({ type, dataSet: record, above }: FoundRecord, { dataSet, transferSyntax }: Scan): readonly string[] {
  const found: string[] = []
  const compare = (name: string, said: string | undefined, is: string | undefined) => {
    if (said !== undefined && is !== undefined && said !== is) found.push(`the DICOMDIR gives another ${name} than the file`)
  }
  const sopClassUid = dataSet.text(Tags.SOPClassUID)
  compare('SOP Class', record.text(Tags.ReferencedSOPClassUIDInFile), sopClassUid)
  compare('SOP Instance UID', record.text(Tags.ReferencedSOPInstanceUIDInFile), dataSet.text(Tags.SOPInstanceUID))
  compare('transfer syntax', record.text(Tags.ReferencedTransferSyntaxUIDInFile), transferSyntax.uid)
  for (const [level, tag, name] of LINEAGE) compare(name, keyOf(above, level, tag), dataSet.text(tag))
  const expected = leafTypeOf(sopClassUid ?? '', dataSet)
  if (expected !== 'PRIVATE' && type !== expected) found.push(`its record is ${type}, and should be ${expected}`)
  return found
}

const LINEAGE = [
  ['PATIENT', Tags.PatientID, 'Patient ID'], ['STUDY', Tags.StudyInstanceUID, 'Study Instance UID'],
  ['SERIES', Tags.SeriesInstanceUID, 'Series Instance UID'],
] as const

function keyOf(above: readonly FoundRecord[], level: string, tag: number): string | undefined {
  const record: DataSet | undefined = above.find(({ type }) => type === level)?.dataSet
  return record?.text(tag)
}
