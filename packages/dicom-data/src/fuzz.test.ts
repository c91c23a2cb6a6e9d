import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import type { DataSet } from './data-set.ts'
import { DicomError } from './dicom-error.ts'
import { encodeDataSet } from './encode.ts'
import { joined } from './growing-bytes.ts'
import { readPart10, scanPart10 } from './part10.ts'
import { encapsulatedPixels, fileOf, image, imageFile, scanInChunks, summary } from './testing.ts'
import { TransferSyntaxes } from './transfer-syntax.ts'

const { jpegBaseline } = TransferSyntaxes

const files = [
  ...Object.values(TransferSyntaxes).slice(0, 4).map(imageFile),
  fileOf(encodeDataSet(image, jpegBaseline, { undefinedLengthSequences: true }), jpegBaseline),
  fileOf(
    joined([encodeDataSet(image, jpegBaseline), encapsulatedPixels([new Uint8Array(9)], jpegBaseline)]),
    jpegBaseline,
  ),
]

/** A whole file with a few bytes changed, behind the preamble, and perhaps cut. */
const damaged = fc
  .tuple(
    fc.constantFrom(...files),
    fc.array(fc.tuple(fc.nat(), fc.constantFrom(0, 1, 0x7f, 0xe0, 0xfe, 0xff, 0x53, 0x51, 0x1b)), {
      maxLength: 6,
    }),
    fc.nat({ max: 20 }),
  )
  .map(([file, changes, cut]) => {
    const bytes = file.slice(0, file.length - (cut > 12 ? cut : 0))
    for (const [at, value] of changes) bytes[132 + (at % (bytes.length - 132))] = value
    return bytes
  })

/** What comes of it: a result, or the refusal. Anything else that is thrown is a fault. */
function attempt<T>(action: () => T): T | 'refused' {
  try {
    return action()
  } catch (error) {
    if (error instanceof DicomError) return 'refused'
    throw error
  }
}

function askAll(dataSet: DataSet): void {
  for (const tag of dataSet.tags()) {
    dataSet.texts(tag)
    dataSet.numbers(tag)
    for (const item of dataSet.items(tag)) askAll(item)
  }
}

describe('damaged files', () => {
  it('are read or refused, and alike in any division', () => {
    fc.assert(
      fc.property(damaged, fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1 }), (bytes, sizes) => {
        const whole = attempt(() => summary(scanInChunks(scanPart10(), bytes, [bytes.length])))
        assert.deepEqual(
          attempt(() => summary(scanInChunks(scanPart10(), bytes, sizes))),
          whole,
        )
      }),
      { numRuns: 400 },
    )
  })

  it('can be asked for anything once they were read', () => {
    fc.assert(
      fc.property(damaged, (bytes) => {
        const file = attempt(() => readPart10(bytes))
        if (file !== 'refused') askAll(file.dataSet)
      }),
      { numRuns: 400 },
    )
  })
})
