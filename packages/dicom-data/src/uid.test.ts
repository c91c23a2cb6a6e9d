import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { SopClasses } from './sop-classes.ts'
import { TransferSyntaxes, transferSyntaxOf } from './transfer-syntax.ts'
import { nameOfUid } from './uid-names.ts'
import { isUid, newUid, parseUid, UidError } from './uid.ts'

describe('UIDs', () => {
  for (const text of ['1.2.840.10008.1.1', '2.25.0', `1.${'9'.repeat(62)}`, '1.2.03']) {
    it(`takes ${text}`, () => assert.equal(parseUid(text), text))
  }
  for (const text of ['', '1', '1.', '.1', '1..2', '1.2.a', ' 1.2', '1.2\0', `1.${'9'.repeat(63)}`]) {
    it(`refuses ${JSON.stringify(text)}`, () => {
      assert.equal(isUid(text), false)
      assert.throws(() => parseUid(text), UidError)
    })
  }

  it('makes new ones, each of its own, 64 characters at most', () => {
    const made = Array.from({ length: 100 }, () => newUid())
    assert.equal(new Set(made).size, 100)
    for (const uid of made) assert.match(uid, /^2\.25\.(0|[1-9]\d{0,38})$/)
    assert.ok(newUid('1.2.826.0.1.3680043.10').startsWith('1.2.826.0.1.3680043.10.'))
  })

  it('refuses a root that leaves no room', () => assert.throws(() => newUid(`1.${'2'.repeat(50)}`), UidError))

  it('names SOP Classes and transfer syntaxes', () => {
    assert.equal(nameOfUid(SopClasses.ctImageStorage), 'CT Image Storage')
    assert.equal(nameOfUid('1.2.840.10008.1.2.4.50'), 'JPEG Baseline (Process 1)')
    assert.equal(nameOfUid('1.2.3'), undefined)
  })
})

describe('transferSyntaxOf', () => {
  it('finds each by its UID', () => {
    for (const syntax of Object.values(TransferSyntaxes)) assert.equal(transferSyntaxOf(syntax.uid), syntax)
  })
  it('does not mind padding', () => {
    assert.equal(transferSyntaxOf('1.2.840.10008.1.2\0'), TransferSyntaxes.implicitVrLittleEndian)
  })
  it('takes an unknown one for explicit little endian with fragments', () => {
    const { uid, ...traits } = transferSyntaxOf('1.2.3')
    assert.equal(uid, '1.2.3')
    assert.deepEqual(traits, {
      name: '1.2.3',
      explicitVr: true,
      littleEndian: true,
      encapsulated: true,
      deflated: false,
    })
  })
  it('refuses what is no UID', () => assert.throws(() => transferSyntaxOf('implicit'), UidError))
})
