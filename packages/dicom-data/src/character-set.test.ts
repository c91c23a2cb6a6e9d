import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { CharacterSetError, characterSetOf } from './character-set.ts'
import { Tags } from './dictionary.ts'
import { encodeDataSet } from './encode.ts'
import { readDataSet } from './read-data-set.ts'
import { TransferSyntaxes } from './transfer-syntax.ts'
import type { Vr } from './vr.ts'

const { explicitVrLittleEndian: explicit } = TransferSyntaxes

/** `ESC` and hexadecimal pairs between braces; all else as it stands. */
function wire(text: string): Uint8Array {
  return Buffer.from(text.replace(/\{([^}]*)\}/g, (_, hex: string) =>
    Buffer.from(hex.replaceAll('ESC', '1b').replaceAll(' ', ''), 'hex').toString('latin1')), 'latin1')
}

function decode(terms: string, bytes: string, vr: Vr = 'PN', tag: number = Tags.PatientName): readonly string[] {
  const value = { [Tags.SpecificCharacterSet]: terms, [tag]: { vr, value: wire(bytes) } } as const
  return readDataSet(encodeDataSet(value, explicit), explicit).texts(tag)
}

describe('character sets', () => {
  // PS3.5 Annexes H, I, J and K; PS3.3 Tables C.12-2 to C.12-5.
  const cases: readonly (readonly [terms: string, bytes: string, text: string])[] = [
    ['', 'Doe^Jane', 'Doe^Jane'],
    ['ISO_IR 100', 'Buc^J{e9}r{f4}me', 'Buc^Jérôme'],
    ['ISO_IR 101', 'Wa{b3}{ea}sa', 'Wałęsa'],
    ['ISO_IR 109', '{a1}al', 'Ħal'],
    ['ISO_IR 110', '{b9}{ea}', 'šę'],
    ['ISO_IR 144', '{bb}{ee}{da}', 'Люк'],
    ['ISO_IR 127', '{e2}{c8}{c7}{e6}{ea}', 'قباني'],
    ['ISO_IR 126', '{c4}{e9}{ef}', 'Διο'],
    ['ISO_IR 138', '{f9}{f8}{e5}{ef}', 'שרון'],
    ['ISO_IR 148', '{c7}a{fd}{f0}', 'Çaığ'],
    ['ISO_IR 203', '{a4}', '€'],
    ['ISO_IR 166', '{b9}{d2}', 'นา'],
    ['ISO_IR 13', '{d4}{cf}{c0}{de}^{c0}{db}{b3}', 'ﾔﾏﾀﾞ^ﾀﾛｳ'],
    ['ISO_IR 192', 'Wang^XiaoDong={e7 8e 8b}^{e5 b0 8f e6 9d b1}', 'Wang^XiaoDong=王^小東'],
    ['GB18030', 'Wang^XiaoDong={cd f5}^{d0 a1 b6 ab}', 'Wang^XiaoDong=王^小东'],
    ['GBK', 'Wang^XiaoDong={cd f5}^{d0 a1 b6 ab}', 'Wang^XiaoDong=王^小东'],
    ['\\ISO 2022 IR 87', 'Yamada^Tarou={ESC 24 42 3b 33 45 44 ESC 28 42}^{ESC 24 42 42 40 4f 3a ESC 28 42}',
      'Yamada^Tarou=山田^太郎'],
    ['ISO 2022 IR 13\\ISO 2022 IR 87', '{d4 cf c0 de}^{c0 db b3}={ESC 24 42 3b 33 45 44 ESC 28 4a}^{ESC 24 42 42 40 4f 3a ESC 28 4a}',
      'ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎'],
    ['\\ISO 2022 IR 159', '{ESC 24 28 44 30 21 ESC 28 42}', '丂'],
    ['\\ISO 2022 IR 149', 'Hong^Gildong={ESC 24 29 43 fb f3}^{ESC 24 29 43 d1 ce d4 d7}', 'Hong^Gildong=洪^吉洞'],
    ['\\ISO 2022 IR 58', 'Zhang^XiaoDong={ESC 24 29 41 d5 c5}^{ESC 24 29 41 d0 a1 b6 ab}=', 'Zhang^XiaoDong=张^小东='],
    ['ISO 2022 IR 6\\ISO 2022 IR 100\\ISO 2022 IR 144', '{ESC 2d 41 e9 ESC 2d 4c bb}', 'éЛ'],
  ]
  for (const [terms, bytes, text] of cases) {
    it(`decodes ${terms === '' ? 'ASCII' : terms}`, () => assert.deepEqual(decode(terms, bytes), [text]))
  }

  for (const [terms, bytes, text] of cases) {
    it(`encodes ${terms === '' ? 'ASCII' : terms}`, () => {
      const encoded = Buffer.from(characterSetOf(terms.split('\\')).encode(text, true))
      assert.equal(encoded.toString('latin1'), Buffer.from(wire(bytes)).toString('latin1'))
    })
  }

  it('reads characters of the one half among those of the other', () => {
    assert.deepEqual(decode('ISO 2022 IR 13\\ISO 2022 IR 87', '{ESC 24 42 3b 33 d4 cf 45 44 ESC 28 4a}'), ['山ﾔﾏ田'])
  })
  it('writes each character in the first set that has it, and none where no set has', () => {
    const characters = characterSetOf(['ISO 2022 IR 100', 'ISO 2022 IR 144', 'ISO 2022 IR 87', 'ISO 2022 IR 159'])
    for (const text of ['é щ é', '山é田 щ', '丂山', 'a^é=щ\\é\r\nщ']) {
      for (const isName of [true, false]) {
        const bytes = Buffer.from(characters.encode(text, isName))
        assert.equal(characters.decode(bytes, 0, bytes.length, isName), text)
      }
    }
    assert.throws(() => characters.encode('한', true), CharacterSetError)
  })
  it('writes nothing but ASCII where no set is named', () => {
    assert.throws(() => characterSetOf([]).encode('é'), CharacterSetError)
    assert.throws(() => characterSetOf(['ISO_IR 13']).encode('é'), CharacterSetError)
  })

  const spellings = {
    'ISO-IR 100': 'é', 'ISO_IR_100': 'é', 'ISO IR 100': 'é', 'iso_ir 100': 'é', 'latin1': 'é', 'ISO 8859-1': 'é',
    'ISO8859_1': 'é', 'IR 100': 'é', 'ISO_IR 144': 'щ', 'ISO-8859-5': 'щ', 'ISO 2022 IR 144': 'щ', 'klingon': 'é',
  }
  for (const [term, text] of Object.entries(spellings)) {
    it(`understands "${term}"`, () => assert.deepEqual(decode(term, '{e9}'), [text]))
  }
  for (const term of ['ISO IR 192', 'ISO-IR 192', 'UTF-8', 'utf8', 'ISO 2022 IR 192', '\\ISO_IR 192']) {
    it(`understands "${term}"`, () => assert.deepEqual(decode(term, '{c3 a9}'), ['é']))
  }

  it('goes back to the first set at each delimiter of a name', () => {
    assert.deepEqual(decode('ISO 2022 IR 100\\ISO 2022 IR 144', '{ESC 2d 4c bb}^{e9}={e9}'), ['Л^é=é'])
  })
  it('goes back to the first set at a line end and at the next value', () => {
    const terms = 'ISO 2022 IR 100\\ISO 2022 IR 144'
    assert.deepEqual(decode(terms, '{ESC 2d 4c bb}\r\n{e9}', 'LT', Tags.ImageComments), ['Л\r\né'])
    assert.deepEqual(decode(terms, '{ESC 2d 4c bb}\\{e9}', 'LO', Tags.OtherPatientIDs), ['Л', 'é'])
  })
  it('keeps a caret that is no delimiter in the set it stands in', () => {
    assert.deepEqual(decode('\\ISO 2022 IR 144', '{ESC 2d 4c bb}^{bb}', 'LO', Tags.PatientComments), ['Л^Л'])
  })
  it('takes a backslash within a character of two bytes for no delimiter', () => {
    assert.deepEqual(decode('GB18030', '{81 5c}\\a', 'LO', Tags.OtherPatientIDs), ['乗', 'a'])
    assert.deepEqual(decode('\\ISO 2022 IR 87', '{ESC 24 42 25 5c ESC 28 42}\\b', 'LO', Tags.OtherPatientIDs), ['ボ', 'b'])
  })
  it('is inherited by items, and may be replaced there', () => {
    const bytes = encodeDataSet({
      [Tags.SpecificCharacterSet]: 'ISO_IR 100',
      [Tags.RequestAttributesSequence]: [
        { [Tags.PatientID]: { vr: 'LO', value: wire('{e9}') } },
        { [Tags.SpecificCharacterSet]: 'ISO_IR 144', [Tags.PatientID]: { vr: 'LO', value: wire('{e9}') } },
      ],
    }, explicit)
    const items = readDataSet(bytes, explicit).items(Tags.RequestAttributesSequence)
    assert.deepEqual(items.map((item) => item.text(Tags.PatientID)), ['é', 'щ'])
    assert.deepEqual(items.map((item) => item.characterSets), [['ISO_IR 100'], ['ISO_IR 144']])
  })
  it('does not touch VRs that know no character set', () => {
    assert.deepEqual(decode('ISO_IR 192', 'A{e9}', 'CS', Tags.Modality), ['Aé'])
  })
  it('refuses to write what it cannot, without saying it', () => {
    assert.throws(() => characterSetOf(['ISO_IR 100']).encode('山田'), (error: Error) =>
      error instanceof RangeError && !error.message.includes('山'))
  })
})
