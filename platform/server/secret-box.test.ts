import { describe, expect, it } from 'vitest'
import { isSealed, secretBox } from './secret-box.ts'

const box = secretBox('11'.repeat(32))
const KEY = '-----BEGIN PRIVATE KEY-----\nüß\n-----END PRIVATE KEY-----'

describe('a secret box', () => {
  it('opens what it sealed, for the use that it was sealed for', () => {
    const sealed = box.seal(KEY, 'device:1:key')
    expect(isSealed(sealed)).toBe(true)
    expect(sealed).not.toContain('PRIVATE')
    expect(box.open(sealed, 'device:1:key')).toBe(KEY)
  })

  it('opens nothing for another use, by another key, changed, cut or plain', () => {
    const sealed = box.seal(KEY, 'device:1:key')
    expect(box.open(sealed, 'device:2:key')).toBeNull()
    expect(secretBox('22'.repeat(32)).open(sealed, 'device:1:key')).toBeNull()
    const at = 'sealed:1:'.length + 20
    expect(box.open(`${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`, 'device:1:key')).toBeNull()
    for (const cut of [9, 10, 30]) expect(box.open(sealed.slice(0, cut), 'device:1:key')).toBeNull()
    expect(box.open(KEY, 'device:1:key')).toBeNull()
  })

  it('never seals twice alike', () => {
    expect(box.seal('', 'x')).not.toBe(box.seal('', 'x'))
    expect(box.open(box.seal('', 'x'), 'x')).toBe('')
  })
})
