import { describe, expect, it } from 'vitest'
import { isOwnPath } from './address.ts'

describe('isOwnPath', () => {
  const cases = { '/exams': true, '/exams/e1?show=download': true, '//evil.example': false, '/\\evil.example': false, 'https://evil.example': false, '': false }
  for (const [path, expected] of Object.entries(cases)) {
    it(`${expected ? 'leads to' : 'does not lead to'} "${path}"`, () => expect(isOwnPath(path)).toBe(expected))
  }
})
