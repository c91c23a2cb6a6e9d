import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { answerQueryOptions, decodeQueryOptions, encodeQueryOptions } from './query-options.ts'
import { informationModels, MODALITY_WORKLIST } from './query-retrieve.ts'
import { hex, toHex } from './testing.ts'

const { find, move } = informationModels['study-root']
const wish = { relational: true, combinedDateTime: true, fuzzyNames: true, timezoneAdjustment: true }

describe('query options', () => {
  const fields = { [find]: '01 01 01 01', [move]: '01', [MODALITY_WORKLIST]: '00 00 01 01', '1.2': '' }
  for (const [uid, wire] of Object.entries(fields)) {
    it(`of ${uid} are ${wire || 'none'}`, () => assert.equal(toHex(encodeQueryOptions(uid, wish)), wire))
  }
  it('read as false what is missing or not 1', () => {
    const options = decodeQueryOptions(find, hex('01 02'))
    assert.deepEqual(options, { relational: true, combinedDateTime: false, fuzzyNames: false, timezoneAdjustment: false })
  })
  it('are answered with as many bytes as were proposed, later ones with 0', () => {
    assert.equal(toHex(answerQueryOptions(find, hex('01 00 01 01 01 01'), wish) ?? hex('')), '01 00 01 01 00 00')
    assert.equal(answerQueryOptions('1.2', hex('01'), wish), null)
  })
})
