import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { isDate, isTime } from './date-time.ts'
import { Tags } from './dictionary.ts'
import type { ElementMap } from './element-map.ts'
import { encodeDataSet } from './encode.ts'
import { parsePersonName } from './person-name.ts'
import { readDataSet } from './read-data-set.ts'
import { TransferSyntaxes } from './transfer-syntax.ts'

const {
  explicitVrBigEndian: big,
  explicitVrLittleEndian: explicit,
  implicitVrLittleEndian: implicit,
} = TransferSyntaxes
const latin1 = (text: string) => Buffer.from(text, 'latin1')

function reading(elements: ElementMap, syntax = explicit) {
  return readDataSet(encodeDataSet(elements, syntax), syntax)
}

describe('DataSet', () => {
  it('reads Specific Character Set whatever VR it is written with', () => {
    const dataSet = reading({ [Tags.SpecificCharacterSet]: { vr: 'LO', value: 'ISO_IR 100' }, [Tags.PatientID]: { vr: 'LO', value: latin1('é') } })
    assert.equal(dataSet.text(Tags.PatientID), 'é')
  })

  it('hands its character set down to a sequence whose VR was lost', () => {
    const items = encodeDataSet({ [Tags.ContentSequence]: [{ [Tags.PatientID]: { vr: 'LO', value: latin1('é') } }] }, implicit).slice(8)
    const dataSet = reading({ [Tags.SpecificCharacterSet]: 'ISO_IR 100', [Tags.ContentSequence]: { vr: 'UN', value: items } })
    assert.equal(dataSet.items(Tags.ContentSequence)[0]?.text(Tags.PatientID), 'é')
    assert.deepEqual([dataSet.vr(Tags.ContentSequence), dataSet.meaning(Tags.ContentSequence)], ['UN', 'SQ'])
  })

  it('tells absent from empty by has alone', () => {
    const dataSet = reading({ [Tags.PatientID]: null })
    assert.deepEqual([dataSet.has(Tags.PatientID), dataSet.has(Tags.PatientName)], [true, false])
    for (const tag of [Tags.PatientID, Tags.PatientName]) {
      assert.deepEqual(
        [dataSet.text(tag), dataSet.texts(tag), dataSet.number(tag)],
        [undefined, [], undefined],
      )
    }
    assert.deepEqual([dataSet.bytes(Tags.PatientID)?.length, dataSet.bytes(Tags.PatientName)], [0, undefined])
    assert.deepEqual([dataSet.vr(Tags.PatientID), dataSet.vr(Tags.PatientName)], ['LO', undefined])
  })

  const texts: readonly (readonly [what: string, tag: number, field: string, texts: readonly string[]])[] = [
    ['divides values', Tags.ImageType, 'ORIGINAL\\PRIMARY \\ AXIAL', ['ORIGINAL', 'PRIMARY', 'AXIAL']],
    ['keeps the place of empty values', Tags.ImageType, 'A\\\\B\\', ['A', '', 'B', '']],
    ['trims NUL and space behind', Tags.SOPInstanceUID, '1.2.3\0', ['1.2.3']],
    ['trims NUL where space is due', Tags.PatientID, 'abc\0', ['abc']],
    ['keeps a backslash in a single text', Tags.ImageComments, ' a\\b ', [' a\\b']],
    ['takes blanks for no value', Tags.PatientID, '    ', []],
  ]
  for (const [what, tag, field, expected] of texts) {
    it(what, () => assert.deepEqual(reading({ [tag]: latin1(field) }).texts(tag), expected))
  }

  const numbers: readonly (readonly [
    what: string,
    tag: number,
    field: string,
    numbers: readonly number[],
  ])[] = [
    ['decimal strings', Tags.PixelSpacing, ' 0.5\\-2.5E-1', [0.5, -0.25]],
    ['integer strings', Tags.InstanceNumber, '+12 ', [12]],
    ['no number at all where one is none', Tags.ImagePositionPatient, '1\\x\\3', []],
    ['no number where hexadecimal is written', Tags.InstanceNumber, '0x10', []],
    ['no number where one is empty', Tags.ImagePositionPatient, '1\\\\3', []],
    ['no number of a text', Tags.PatientID, '12', []],
  ]
  for (const [what, tag, field, expected] of numbers) {
    it(`reads ${what}`, () => assert.deepEqual(reading({ [tag]: latin1(field) }).numbers(tag), expected))
  }

  for (const syntax of [explicit, implicit, big]) {
    it(`reads binary numbers, ${syntax.name}`, () => {
      const dataSet = reading(
        {
          [Tags.Rows]: 512,
          [Tags.SimpleFrameList]: [1, 0xffffffff],
          [Tags.RecommendedDisplayFrameRateInFloat]: 0.5,
          [Tags.EventTimeOffset]: -1e300,
          [Tags.FrameIncrementPointer]: Tags.FrameTime,
          [Tags.SelectorSVValue]: [-5, 2 ** 40],
          [Tags.ReferencePixelX0]: -7,
          [Tags.OverlayOrigin]: [-1, 2],
        },
        syntax,
      )
      assert.deepEqual(dataSet.numbers(Tags.SimpleFrameList), [1, 0xffffffff])
      assert.deepEqual(
        [Tags.Rows, Tags.RecommendedDisplayFrameRateInFloat, Tags.EventTimeOffset, Tags.ReferencePixelX0].map(
          (tag) => dataSet.number(tag),
        ),
        [512, 0.5, -1e300, -7],
      )
      assert.deepEqual(
        [dataSet.number(Tags.FrameIncrementPointer), dataSet.text(Tags.FrameIncrementPointer)],
        [Tags.FrameTime, '00181063'],
      )
      assert.deepEqual(dataSet.numbers(Tags.SelectorSVValue), [-5, 2 ** 40])
      assert.deepEqual([dataSet.numbers(Tags.OverlayOrigin), dataSet.text(Tags.Rows)], [[-1, 2], '512'])
    })
  }

  it('prints 64-bit integers exactly', () => {
    const field = Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 255)
    const dataSet = reading({ [Tags.SelectorUVValue]: field, [Tags.SelectorSVValue]: field })
    assert.deepEqual(dataSet.texts(Tags.SelectorUVValue), ['18446744073709551615'])
    assert.deepEqual(dataSet.texts(Tags.SelectorSVValue), ['-1'])
  })

  it('reads "US or SS" by Pixel Representation where no VR is written, in items too', () => {
    const lut = { [Tags.PixelPaddingValue]: { vr: 'SS', value: -2000 } } as const
    const elements = { ...lut, [Tags.PixelRepresentation]: 1, [Tags.ReferencedImageSequence]: [lut] }
    const dataSet = reading(elements, implicit)
    assert.equal(dataSet.number(Tags.PixelPaddingValue), -2000)
    assert.equal(dataSet.items(Tags.ReferencedImageSequence)[0]?.number(Tags.PixelPaddingValue), -2000)
    assert.equal(
      reading({ ...lut, [Tags.PixelRepresentation]: 0 }, implicit).number(Tags.PixelPaddingValue),
      63536,
    )
  })

  it('understands a value of VR UN by the dictionary', () => {
    const dataSet = reading(
      {
        [Tags.PatientID]: { vr: 'UN', value: latin1('x1') },
        [Tags.Rows]: { vr: 'UN', value: Uint8Array.of(0, 2) },
      },
      big,
    )
    assert.deepEqual(
      [dataSet.text(Tags.PatientID), dataSet.number(Tags.Rows), dataSet.vr(Tags.Rows)],
      ['x1', 512, 'UN'],
    )
  })

  it('gives the first of an element that is there twice', () => {
    const twice = [
      encodeDataSet({ [Tags.PatientID]: 'a' }, explicit),
      encodeDataSet({ [Tags.PatientID]: 'b' }, explicit),
    ]
    assert.equal(readDataSet(Buffer.concat(twice), explicit).text(Tags.PatientID), 'a')
  })

  it('finds each element in whatever order the bytes have them, and in whatever order they are asked for', () => {
    const tags = [Tags.Modality, Tags.PatientName, Tags.PatientID, Tags.PatientComments, Tags.Rows]
    const one = (tag: number) => encodeDataSet({ [tag]: tag === Tags.Rows ? 7 : `v${tag}` }, explicit)
    const within = encodeDataSet({ [Tags.ReferencedSeriesSequence]: [{ [Tags.PatientID]: 'other' }] }, explicit)
    for (const written of [tags, [...tags].reverse(), [...tags.slice(2), ...tags.slice(0, 2)]]) {
      const bytes = Buffer.concat([within, ...written.map(one)])
      for (const asked of [tags, [...tags].reverse(), [...tags, ...tags]]) {
        const dataSet = readDataSet(bytes, explicit)
        assert.deepEqual(asked.map((tag) => dataSet.text(tag)), asked.map((tag) => (tag === Tags.Rows ? '7' : `v${tag}`)))
        for (const absent of [Tags.StudyDate, Tags.PatientSex, Tags.PixelData]) assert.equal(dataSet.has(absent), false)
      }
    }
  })

  it('lists tags in order, without those of items', () => {
    const dataSet = reading({
      [Tags.Rows]: 1,
      [Tags.ReferencedImageSequence]: [{ [Tags.PatientID]: 'x' }, {}],
    })
    assert.deepEqual([...dataSet.tags()], [Tags.ReferencedImageSequence, Tags.Rows])
    assert.deepEqual(
      dataSet.items(Tags.ReferencedImageSequence).map((item) => [...item.tags()]),
      [[Tags.PatientID], []],
    )
    assert.deepEqual([dataSet.items(Tags.Rows), dataSet.text(Tags.ReferencedImageSequence)], [[], undefined])
  })

  it('reads bulk values too, of bytes that are there whole', () => {
    const dataSet = reading({ [Tags.PixelData]: Uint8Array.of(1, 2), [Tags.Rows]: 1 })
    assert.deepEqual(dataSet.numbers(Tags.PixelData), [0x0201])
  })
})

describe('parsePersonName', () => {
  it('has three writings of five parts', () => {
    const name = parsePersonName('Yamada^Tarou^ ^Dr=山田^太郎=やまだ^たろう')
    assert.deepEqual(name.alphabetic, {
      family: 'Yamada',
      given: 'Tarou',
      middle: '',
      prefix: 'Dr',
      suffix: '',
    })
    assert.deepEqual([name.ideographic.family, name.phonetic.given], ['山田', 'たろう'])
  })
  it('takes any text', () => assert.equal(parsePersonName('').alphabetic.family, ''))
})

describe('dates and times', () => {
  for (const date of ['19700101', '20240229', '20000229']) it(`takes ${date}`, () => assert.ok(isDate(date)))
  for (const date of ['', '1970', '19700132', '20230229', '19000229', '19700001', '1970-01-01']) {
    it(`refuses ${date}`, () => assert.ok(!isDate(date)))
  }
  for (const time of ['00', '2359', '235960', '120000.123456'])
    it(`takes ${time}`, () => assert.ok(isTime(time)))
  for (const time of ['', '24', '1', '1260', '12000', '120000.', '12:00'])
    it(`refuses ${time}`, () => assert.ok(!isTime(time)))
})
