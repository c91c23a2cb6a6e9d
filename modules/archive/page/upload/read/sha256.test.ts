import { describe, expect, it } from 'vitest'
import { crc32 } from './crc32.ts'
import { Sha256 } from './sha256.ts'

function hexOf(bytes: Uint8Array, part: number): string {
  const hash = new Sha256()
  for (let at = 0; at < bytes.length; at += part) hash.push(bytes.subarray(at, at + part))
  return hash.hex()
}

async function expected(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

describe('SHA-256', () => {
  it('is that of FIPS 180-4', () => {
    expect(hexOf(new TextEncoder().encode('abc'), 3)).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(new Sha256().hex()).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  })

  for (const length of [55, 56, 57, 63, 64, 65, 119, 120, 128, 1_000, 100_001]) {
    it(`is the browser's own for ${length} bytes, in any division`, async () => {
      const bytes = Uint8Array.from({ length }, (_, at) => (at * 7 + (at >> 5)) & 0xff)
      const wanted = await expected(bytes)
      for (const part of [1, 63, 64, 65, 4_096]) expect(hexOf(bytes, part)).toBe(wanted)
    })
  }
})

describe('CRC-32', () => {
  it('is that of the check value, whole and in parts', () => {
    const bytes = new TextEncoder().encode('123456789')
    expect(crc32(bytes)).toBe(0xcbf43926)
    expect(crc32(bytes.subarray(4), crc32(bytes.subarray(0, 4)))).toBe(0xcbf43926)
  })
})
