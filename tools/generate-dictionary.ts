/**
 * Writes the dictionary of `packages/dicom-data` from the attribute list of the standard.
 *
 *     tsx tools/generate-dictionary.ts PATH_TO_attributes.json [OUTPUT]
 *
 * The list is `standard/attributes.json` of innolitics/dicom-standard, made from PS3.6 and PS3.7. The command elements of
 * PS3.7 Table E.1-1 are not in it and are added here. Same input, same output.
 *
 * @module
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

interface Attribute {
  readonly tag: string
  readonly keyword: string
  readonly valueRepresentation: string
  readonly valueMultiplicity: string
  readonly retired: string
}

/** PS3.7 Table E.1-1 and E.2-1: element, VR, VM, keyword; the retired ones marked. */
const COMMAND_ELEMENTS = `
0000 UL 1 CommandGroupLength
0001 UL 1 CommandLengthToEnd retired
0002 UI 1 AffectedSOPClassUID
0003 UI 1 RequestedSOPClassUID
0010 SH 1 CommandRecognitionCode retired
0100 US 1 CommandField
0110 US 1 MessageID
0120 US 1 MessageIDBeingRespondedTo
0200 AE 1 Initiator retired
0300 AE 1 Receiver retired
0400 AE 1 FindLocation retired
0600 AE 1 MoveDestination
0700 US 1 Priority
0800 US 1 CommandDataSetType
0850 US 1 NumberOfMatches retired
0860 US 1 ResponseSequenceNumber retired
0900 US 1 Status
0901 AT 1-n OffendingElement
0902 LO 1 ErrorComment
0903 US 1 ErrorID
1000 UI 1 AffectedSOPInstanceUID
1001 UI 1 RequestedSOPInstanceUID
1002 US 1 EventTypeID
1005 AT 1-n AttributeIdentifierList
1008 US 1 ActionTypeID
1020 US 1 NumberOfRemainingSuboperations
1021 US 1 NumberOfCompletedSuboperations
1022 US 1 NumberOfFailedSuboperations
1023 US 1 NumberOfWarningSuboperations
1030 AE 1 MoveOriginatorApplicationEntityTitle
1031 US 1 MoveOriginatorMessageID
4000 LT 1 DialogReceiver retired
4010 LT 1 TerminalType retired
5010 SH 1 MessageSetID retired
5020 SH 1 EndMessageID retired
5110 LT 1 DisplayFormat retired
5120 LT 1 PagePositionID retired
5130 CS 1 TextFormatID retired
5140 CS 1 NormalReverse retired
5150 CS 1 AddGrayScale retired
5160 CS 1 Borders retired
5170 IS 1 Copies retired
5180 CS 1 CommandMagnificationType retired
5190 CS 1 Erase retired
51A0 CS 1 Print retired
51B0 US 1-n Overlays retired
`

interface Row {
  /** Eight digits; `x` where any hexadecimal digit may stand. */
  readonly pattern: string
  readonly keyword: string
  readonly vrs: readonly string[]
  readonly vm: string
  readonly retired: boolean
}

function commandRows(): Row[] {
  return COMMAND_ELEMENTS.trim().split('\n').map((line) => {
    const [element = '', vr = '', vm = '', keyword = '', retired] = line.split(' ')
    return { pattern: `0000${element}`, keyword, vrs: [vr], vm, retired: retired !== undefined }
  })
}

function rowOf(attribute: Attribute): Row {
  const pattern = attribute.tag.replace(/[(),]/g, '').toUpperCase().replaceAll('X', 'x')
  // Items and delimiters have no VR ("See Note 2"); UN keeps the table regular.
  const vrs = /^[A-Z]{2}( or [A-Z]{2})*$/.test(attribute.valueRepresentation)
    ? attribute.valueRepresentation.split(' or ')
    : ['UN']
  const { keyword, valueMultiplicity: vm } = attribute
  return { pattern, keyword, vrs, vm: vm.replace(/ or \d+$/, ''), retired: attribute.retired === 'Y' }
}

/** (0028,04x0) begins at (0028,0410): (0028,0400) is another attribute. */
function firstTag(pattern: string, taken: ReadonlySet<string>): string {
  const first = pattern.replaceAll('x', '0')
  return pattern !== first && taken.has(first) ? pattern.replaceAll('x', '1') : first
}

function render(rows: readonly Row[]): string {
  const taken = new Set(rows.map(({ pattern }) => pattern))
  const tags = rows.map((row) => `  ${row.keyword}: 0x${firstTag(row.pattern, taken)},`)
  const lines = rows.map((row) =>
    [row.pattern, row.vrs.join('/'), row.vm, row.keyword, ...(row.retired ? ['retired'] : [])].join(' '))
  return `/** Made by tools/generate-dictionary.ts from PS3.6 and PS3.7. Do not edit. */

/** Tag of each keyword. Where a group or element repeats (60xx), the first of them. */
export const Tags = {
${tags.join('\n')}
} as const

/** Pattern (\`x\`: any digit), VRs, multiplicity, keyword. */
export const rows = \`
${lines.join('\n')}
\`
`
}

const home = fileURLToPath(new URL('../packages/dicom-data/src/generated/dictionary.ts', import.meta.url))
const [source, output = home] = process.argv.slice(2)
if (source === undefined) throw new Error('usage: tsx tools/generate-dictionary.ts PATH_TO_attributes.json [OUTPUT]')
const attributes = JSON.parse(readFileSync(source, 'utf8')) as readonly Attribute[]
const rows = [...commandRows(), ...attributes.filter(({ keyword }) => keyword !== '').map(rowOf)]
rows.sort((a, b) => (a.pattern < b.pattern ? -1 : 1))
writeFileSync(output, render(rows))
