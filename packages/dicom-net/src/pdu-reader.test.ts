import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { AbortReason, ProtocolError } from './errors.ts'
import { PduReader } from './pdu-reader.ts'
import { dataPdus, hex, toHex } from './testing.ts'

/** Push the chunks (as copies: the reader owns what it gets) and tell what came out. */
function read(...chunks: readonly Uint8Array[]): string[] {
  const seen: string[] = []
  const reader = new PduReader({
    dataPdu: () => void seen.push('data'),
    fragment: (id, isCommand, isLast, bytes) =>
      void seen.push(`${id} ${isCommand ? 'command' : 'data set'}${isLast ? ' last' : ''}: ${toHex(bytes)}`),
    pdu: (type, body) => void seen.push(`PDU ${type}: ${toHex(body)}`),
  }, 16_384)
  for (const chunk of chunks) reader.push(Buffer.from(chunk))
  return seen
}

function each(bytes: Uint8Array): Uint8Array[] {
  return [...bytes].map((byte) => Uint8Array.of(byte))
}

const echo = hex(`
  04 00  00 00 00 08            ; P-DATA-TF
    00 00 00 04  01 03  aa bb   ; ctx 1, command and last
`)

describe('PduReader', () => {
  it('reads the last fragment of a Command', () => {
    assert.deepEqual(read(echo), ['data', '1 command last: aa bb'])
  })
  it('reads PDUs other than P-DATA-TF whole, however they are cut', () => {
    const release = hex('05 00 00 00 00 04 00 00 00 00')
    assert.deepEqual(read(release), ['PDU 5: 00 00 00 00'])
    assert.deepEqual(read(...each(release)), ['PDU 5: 00 00 00 00'])
  })
  it('hands on what a chunk brings, before the fragment is whole', () => {
    assert.deepEqual(read(echo.subarray(0, 13), echo.subarray(13)), ['data', '1 command: aa', '1 command last: bb'])
  })
  it('joins the fragments of a Data Set that lie in one chunk', () => {
    const pdus = dataPdus(3, hex('01 02 03 04 05'), 2)
    assert.deepEqual(read(pdus), ['data', 'data', 'data', '3 data set last: 01 02 03 04 05'])
  })
  it('joins the fragments of several PDVs in one PDU', () => {
    const pdu = hex('04 00 00 00 00 0e  00 00 00 03 01 00 aa  00 00 00 03 01 02 bb')
    assert.deepEqual(read(pdu), ['data', '1 data set last: aa bb'])
  })
  it('keeps Command and Data Set apart, and one message from the next', () => {
    const both = Buffer.concat([echo, dataPdus(1, hex('01 02')), echo])
    assert.deepEqual(read(both), [
      'data', '1 command last: aa bb', 'data', '1 data set last: 01 02', 'data', '1 command last: aa bb',
    ])
  })
  it('takes an empty last fragment as an end, and any other empty one as nothing', () => {
    assert.deepEqual(read(hex('04 00 00 00 00 06  00 00 00 02 01 02')), ['data', '1 data set last: '])
    assert.deepEqual(read(hex('04 00 00 00 00 06  00 00 00 02 01 00')), ['data'])
  })

  it('gives the same bytes wherever the stream is cut', () => {
    const content = Buffer.from(Array.from({ length: 200 }, (_, n) => n))
    const stream = Buffer.concat([echo, dataPdus(3, content, 34)])
    fc.assert(fc.property(fc.uniqueArray(fc.nat(stream.length), { maxLength: 30 }), (cuts) => {
      const at = [0, ...cuts.sort((a, b) => a - b), stream.length]
      const seen = read(...at.slice(1).map((end, n) => stream.subarray(at[n], end)))
      const data = seen.filter((line) => line.startsWith('3 ')).map((line) => line.split(': ')[1]).join(' ').trim()
      assert.equal(data.replace(/ +/g, ' '), toHex(content))
    }))
  })

  const broken: { readonly [what: string]: readonly [string, AbortReason] } = {
    'a PDU type that is none': ['08 00 00 00 00 04', AbortReason.unrecognizedPdu],
    'a P-DATA-TF of 4 GB': ['04 00 ff ff ff ff', AbortReason.invalidPduParameterValue],
    'a P-DATA-TF longer than we said': ['04 00 00 00 40 01', AbortReason.invalidPduParameterValue],
    'a P-DATA-TF without room for a PDV': ['04 00 00 00 00 05', AbortReason.invalidPduParameterValue],
    'an A-ASSOCIATE-RQ of 4 GB': ['01 00 ff ff ff ff', AbortReason.invalidPduParameterValue],
    'an A-ABORT of 5 bytes': ['07 00 00 00 00 05', AbortReason.invalidPduParameterValue],
    'a PDV length of 0': ['04 00 00 00 00 08  00 00 00 00 01 03 aa bb', AbortReason.invalidPduParameterValue],
    'a PDV length of 1': ['04 00 00 00 00 08  00 00 00 01 01 03 aa bb', AbortReason.invalidPduParameterValue],
    'a PDV beyond its PDU': ['04 00 00 00 00 08  00 00 00 05 01 03 aa bb', AbortReason.invalidPduParameterValue],
    'a PDV of 4 GB': ['04 00 00 00 00 08  ff ff ff ff 01 03 aa bb', AbortReason.invalidPduParameterValue],
    'a second PDV cut short': ['04 00 00 00 00 0a  00 00 00 04 01 03 aa bb 00 00', AbortReason.invalidPduParameterValue],
    'an even Presentation Context ID': ['04 00 00 00 00 08  00 00 00 04 02 03 aa bb', AbortReason.invalidPduParameterValue],
  }
  for (const [what, [bytes, reason]] of Object.entries(broken)) {
    it(`refuses ${what}, whole or byte by byte`, () => {
      const refused = (error: unknown) => error instanceof ProtocolError && error.reason === reason
      assert.throws(() => read(hex(bytes)), refused)
      assert.throws(() => read(...each(hex(bytes))), refused)
    })
  }

  it('reads any bytes or refuses them', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      try {
        read(bytes)
      } catch (error) {
        assert.ok(error instanceof ProtocolError)
      }
    }))
  })
})
