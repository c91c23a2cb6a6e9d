import { Command, InvalidArgumentError } from 'commander'
import { formatTag, keywordOf, nameOfUid, Tags, type DataSet, type Scan, type Tag } from '@filmjacket/dicom-data'
import { finish } from '../settings.ts'
import { forEachScan, stopWithReader } from './scan-file.ts'

interface DumpFlags {
  readonly json?: true
  readonly width: number
  readonly only: readonly Tag[]
}

/** Where the remarks begin, if the values let them. */
const REMARKS_COLUMN = 64

export const dumpCommand = new Command('dump')
  .description('Show the elements of DICOM files')
  .argument('<file...>', 'DICOM files')
  .option('--json', 'one line of JSON for each file')
  .option('--width <characters>', 'the most that is shown of a value', parseWidth, 64)
  .option('--only <tag>', 'a keyword or eight digits, at top level; may be repeated', collectTag, [])
  .action((files: string[], flags: DumpFlags) => finish(() => dumpFiles(files, flags)))

function dumpFiles(files: readonly string[], flags: DumpFlags): Promise<number> {
  stopWithReader()
  return forEachScan(files, (file, scan) => {
    if (flags.json === true) console.log(JSON.stringify(dumpOf(file, scan, flags)))
    else console.log(linesOf(file, scan, flags).join('\n'))
  })
}

/** What is told of one element. */
interface Line {
  readonly tag: string
  readonly vr: string
  readonly name: string | null
  /** Bytes of the value; null of a sequence. */
  readonly length: number | null
  readonly value: string | null
  /** Where a value lies that is too large to be kept. */
  readonly at?: number
  readonly items?: readonly (readonly Line[])[]
}

function dumpOf(file: string, { transferSyntax, meta, dataSet, size }: Scan, flags: DumpFlags): object {
  const elements = (from: DataSet | null) => (from === null ? [] : linesIn(from, flags))
  return { file, size, transferSyntax: transferSyntax.name, meta: elements(meta), dataSet: elements(dataSet) }
}

function linesOf(file: string, { transferSyntax, meta, dataSet, size }: Scan, flags: DumpFlags): readonly string[] {
  return [
    `# ${printable(file)}: ${size} bytes, ${transferSyntax.name}`,
    ...(meta === null ? [] : linesIn(meta, flags).flatMap((line) => textOf(line, ''))),
    ...linesIn(dataSet, flags).flatMap((line) => textOf(line, '')),
  ]
}

function linesIn(dataSet: DataSet, flags: DumpFlags, isWithin = false): readonly Line[] {
  const wanted = [...dataSet.tags()].filter((tag) => isWithin || flags.only.length === 0 || flags.only.includes(tag))
  return wanted.map((tag) => lineOf(dataSet, tag, flags))
}

function lineOf(dataSet: DataSet, tag: Tag, flags: DumpFlags): Line {
  const items = dataSet.items(tag)
  const vr = dataSet.vr(tag) ?? 'UN'
  const common = { tag: formatTag(tag), vr, name: keywordOf(tag) ?? null }
  if (vr === 'SQ' || items.length > 0) {
    return { ...common, length: null, value: null, items: items.map((item) => linesIn(item, flags, true)) }
  }
  const omission = dataSet.omission(tag)
  if (omission !== undefined) {
    return { ...common, length: omission.end - omission.start, value: null, at: omission.start }
  }
  return { ...common, length: dataSet.bytes(tag)?.length ?? 0, value: valueOf(dataSet, tag, flags.width) }
}

function valueOf(dataSet: DataSet, tag: Tag, width: number): string | null {
  const bytes = dataSet.bytes(tag) ?? new Uint8Array(0)
  if (bytes.length === 0) return null
  const texts = dataSet.texts(tag)
  const isBinary = texts.length === 0 && bytes.some((byte) => byte !== 0x20 && byte !== 0)
  // Two digits and a space for each byte.
  const start = bytes.subarray(0, Math.ceil(width / 3) + 1)
  const text = isBinary ? Buffer.from(start).toString('hex').replace(/..(?=.)/g, '$& ') : texts.join('\\')
  return text.length <= width ? text : `${text.slice(0, width)}…`
}

function textOf({ tag, vr, name, length, value, at, items }: Line, indent: string): readonly string[] {
  const what = items !== undefined
    ? `${items.length} ${items.length === 1 ? 'item' : 'items'}`
    : at !== undefined ? `at byte ${at}` : value === null ? '' : `[${printable(value)}]`
  const uid = vr === 'UI' && value !== null ? nameOfUid(value) : undefined
  const remarks = [...(length === null ? [] : [String(length)]), name ?? '', ...(uid === undefined ? [] : [`= ${uid}`])]
  const line = `${indent}${tag} ${vr} ${what}`.padEnd(REMARKS_COLUMN)
  const within = (items ?? []).flatMap((item, number) =>
    [`${indent}  item ${number + 1}`, ...item.flatMap((each) => textOf(each, `${indent}    `))])
  return [`${line} # ${remarks.join(' ')}`.trimEnd(), ...within]
}

/** A value may hold what a terminal takes for an order. */
function printable(text: string): string {
  return text.replace(/[\0-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, (character) =>
    `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`)
}

function parseWidth(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('It is a whole number from 1 to 999999.')
  return Number(text)
}

function collectTag(text: string, before: readonly Tag[]): readonly Tag[] {
  const byKeyword: unknown = Object.hasOwn(Tags, text) ? Tags[text as keyof typeof Tags] : undefined
  const tag = typeof byKeyword === 'number' ? byKeyword : /^[0-9A-Fa-f]{8}$/.test(text) ? parseInt(text, 16) : null
  if (tag === null) throw new InvalidArgumentError('It is a keyword of the dictionary, or eight hexadecimal digits.')
  return [...before, tag]
}
