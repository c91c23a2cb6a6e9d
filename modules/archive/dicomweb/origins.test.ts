import { describe, expect, it } from 'vitest'
import { isTrustedOrigin } from './origins.ts'

describe('isTrustedOrigin', () => {
  const listed = 'https://viewer.example/, http://10.0.0.7:3000\nhttps://OTHER.example'
  for (const origin of ['https://viewer.example', 'http://10.0.0.7:3000', 'https://other.example'])
    it(`trusts ${origin}, which is listed`, () => expect(isTrustedOrigin(listed, origin)).toBe(true))
  for (const origin of ['http://viewer.example', 'https://viewer.example:8443', 'https://a.viewer.example', 'null', ''])
    it(`does not trust '${origin}'`, () => expect(isTrustedOrigin(listed, origin)).toBe(false))
  it('trusts nobody where nobody is listed, or everybody would be', () => {
    expect(isTrustedOrigin('', '')).toBe(false)
    expect(isTrustedOrigin('*', 'https://x.example')).toBe(false)
    expect(isTrustedOrigin('null', 'null')).toBe(false)
  })
})
