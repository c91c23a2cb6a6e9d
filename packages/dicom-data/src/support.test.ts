/** What is supported, found out by trying it, and written down in SUPPORT.md. `vitest -u` writes it anew. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { parseBlobId } from '@filmjacket/bytes'
import { expect, it } from 'vitest'
import { characterSetOf } from './character-set.ts'
import { Tags } from './dictionary.ts'
import { encodeDataSet } from './encode.ts'
import { joined } from './growing-bytes.ts'
import { scanDataSet } from './scan-data-set.ts'
import { encapsulatedPixels, image, pixels, scanInChunks } from './testing.ts'
import { TransferSyntaxes, type TransferSyntax } from './transfer-syntax.ts'
import { readDataSet } from './read-data-set.ts'
import { viewOf } from './view.ts'
import { isVr, traitsOf, type Vr } from './vr.ts'

const BLOB = parseBlobId('ab'.repeat(32))

function syntaxRow(syntax: TransferSyntax): string {
  const dataSet = syntax.encapsulated
    ? joined([encodeDataSet(image, syntax), encapsulatedPixels([pixels], syntax)])
    : encodeDataSet({ ...image, [Tags.PixelData]: pixels }, syntax)
  const scan = scanInChunks(scanDataSet(syntax.uid), dataSet, [100])
  assert.equal(scan.dataSet.text(Tags.PatientName), 'Müller^Jörg')
  const bulk = scan.bulk ?? scan.inflatedBulk
  const where = scan.bulk === null ? 'by the inflated bytes' : bulk?.fragments === null ? 'one span' : 'spans of fragments'
  const view = viewOf(scan, BLOB, { set: { [Tags.PatientName]: 'X' } })
  return `| ${syntax.uid} | ${syntax.name} | yes | yes | ${where} | ${view.kind === 'ready' ? 'extent list' : 'derived bytes'} |`
}

/** A text of each set of PS3.3 Tables C.12-2 to C.12-5. */
const TEXTS: { readonly [terms: string]: string } = {
  'ISO_IR 6': 'Doe', 'ISO_IR 100': 'Jérôme', 'ISO_IR 101': 'Wałęsa', 'ISO_IR 109': 'Ħal', 'ISO_IR 110': 'šę', 'ISO_IR 144': 'Люк',
  'ISO_IR 127': 'قباني', 'ISO_IR 126': 'Διο', 'ISO_IR 138': 'שרון', 'ISO_IR 148': 'Çaığ', 'ISO_IR 203': 'œ€', 'ISO_IR 13': 'ﾔﾏﾀﾞ',
  'ISO_IR 166': 'นา', 'ISO_IR 192': 'Wang=王=ヤマダ', GB18030: '王小东', GBK: '王小东',
  'ISO 2022 IR 6\\ISO 2022 IR 100': 'Jérôme', '\\ISO 2022 IR 101': 'Wałęsa', '\\ISO 2022 IR 109': 'Ħal', '\\ISO 2022 IR 110': 'šę',
  '\\ISO 2022 IR 144': 'Люк', '\\ISO 2022 IR 127': 'قباني', '\\ISO 2022 IR 126': 'Διο', '\\ISO 2022 IR 138': 'שרון',
  '\\ISO 2022 IR 148': 'Çaığ', '\\ISO 2022 IR 203': 'œ€', '\\ISO 2022 IR 166': 'นา', 'ISO 2022 IR 13\\ISO 2022 IR 87': 'ﾔﾏﾀﾞ=山田',
  '\\ISO 2022 IR 87': 'Yamada=山田=やまだ', '\\ISO 2022 IR 159': '丂', '\\ISO 2022 IR 149': 'Hong=洪=홍', '\\ISO 2022 IR 58': 'Zhang=张',
}

function characterSetRow(terms: string): string {
  const characters = characterSetOf(terms.split('\\'))
  const text = TEXTS[terms] ?? ''
  const bytes = Buffer.from(characters.encode(text, true))
  assert.equal(characters.decode(bytes, 0, bytes.length, true), text, terms)
  return `| \`${terms}\` | yes | yes | ${text} |`
}

const VRS = [
  'AE', 'AS', 'AT', 'CS', 'DA', 'DS', 'DT', 'FD', 'FL', 'IS', 'LO', 'LT', 'OB', 'OD', 'OF', 'OL', 'OV', 'OW', 'PN', 'SH', 'SL', 'SQ', 'SS',
  'ST', 'SV', 'TM', 'UC', 'UI', 'UL', 'UN', 'UR', 'US', 'UT', 'UV',
] as const

/** Values at the ends of what the VR can say. */
const EXTREMES: { readonly [vr in Vr]?: readonly string[] } = {
  AT: ['00100020', 'FFFFFFFF'], SS: ['-32768', '32767'], US: ['0', '65535'], SL: ['-2147483648', '2147483647'], UL: ['0', '4294967295'],
  SV: ['-9223372036854775808', '9223372036854775807'], UV: ['0', '18446744073709551615'], OV: ['0', '18446744073709551615'],
  FL: ['0.5', '-3.4028234663852886e+38'], FD: ['0.1', '1.7976931348623157e+308'], OF: ['0.5'], OD: ['0.1'], OL: ['4294967295'],
  DS: ['1.50', '-1e5'], IS: ['007', '-2147483648'], UI: ['1.2.840'], DA: ['20260131'], TM: ['103000.5'], DT: ['20260131103000+0100'],
}

function vrRow(vr: Vr): string {
  const { kind, longForm, multiple, width } = traitsOf(vr)
  const syntax = TransferSyntaxes.explicitVrLittleEndian
  for (const each of [syntax, TransferSyntaxes.explicitVrBigEndian]) {
    if (kind === 'sequence' || vr === 'OB' || vr === 'OW' || vr === 'UN') continue
    const value = EXTREMES[vr] ?? (multiple ? ['A', 'B C'] : ['A\\B'])
    assert.deepEqual(readDataSet(encodeDataSet({ 0x00091001: { vr, value } }, each), each).texts(0x00091001), value, vr)
  }
  const what = { text: 'text, by character set', ascii: 'text', binary: vr === 'AT' ? 'tags' : `${width} bytes a value`, sequence: 'items' }[kind]
  return `| ${vr} | ${what} | ${multiple && kind !== 'sequence' ? 'many' : kind === 'sequence' ? 'items' : 'one'} | ${longForm ? 4 : 2} |`
}

it('SUPPORT.md tells what is supported', async () => {
  assert.ok(VRS.every(isVr))
  const text = `# What dicom-data reads and writes

Made by \`support.test.ts\`, which tries each line; \`npx vitest run packages/dicom-data/src/support.test.ts -u\` writes it anew.

## Transfer syntaxes

Any other UID is taken for explicit VR little endian with fragments, which is what later editions add.

| UID | name | read | written | where the pixels lie | changed header |
| --- | --- | --- | --- | --- | --- |
${Object.values(TransferSyntaxes).map(syntaxRow).join('\n')}

## Character sets

| Specific Character Set | read | written | for example |
| --- | --- | --- | --- |
${Object.keys(TEXTS).map(characterSetRow).join('\n')}

## Value representations

| VR | values | how many | bytes of an explicit length |
| --- | --- | --- | --- |
${VRS.map(vrRow).join('\n')}
`
  await expect(text).toMatchFileSnapshot(join(import.meta.dirname, '../SUPPORT.md'))
})
