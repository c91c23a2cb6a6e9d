import { describe, expect, it } from 'vitest'
import { csvLine } from './csv.ts'

describe('a line of a table', () => {
  it('quotes what would break it', () => expect(csvLine(['a,b', 'say "x"', 'two\nlines', 'plain', 7])).toBe('"a,b","say ""x""","two\nlines",plain,7\r\n'))
  for (const formula of ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '=cmd|\'/C calc\'!A0']) {
    it(`does not let ${JSON.stringify(formula)} be computed`, () => expect(csvLine([formula])).toMatch(/^"?'/))
  }
  it('keeps numbers that we count as numbers', () => expect(csvLine([-3])).toBe('-3\r\n'))
})
