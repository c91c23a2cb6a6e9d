import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { safeFileName } from './safe-file-name.ts'

describe('safeFileName', () => {
  const cases: readonly (readonly [what: string, given: string, safe: string])[] = [
    ['keeps an honest name', 'CT Thorax 2024-05-01.zip', 'CT Thorax 2024-05-01.zip'],
    ['keeps letters of every script', '胸部 Рентген צילום.iso', '胸部 Рентген צילום.iso'],
    ['composes to NFC', 'Mu\u0308ller.zip', 'Müller.zip'],
    ['takes out path characters', '../../etc/passwd', 'etc passwd'],
    ['takes out a drive and its backslashes', 'C:\\Windows\\x', 'C Windows x'],
    ['takes out markup', '<script>alert(1)</script>', 'script alert(1) script'],
    ['takes out new lines', 'a\r\nSet-Cookie: b', 'a Set-Cookie b'],
    ['takes out NUL', 'a.zip\0.exe', 'a.zip.exe'],
    ['takes out marks that turn the reading direction', 'gpj\u202Eexe.zip\u2066\u200F', 'gpjexe.zip'],
    ['takes out what cannot be seen', 'a\u200Bb\uFEFFc\u00ADd', 'abcd'],
    ['takes out lone surrogates', 'a\uD800b\uDC00', 'ab'],
    ['shows no file as hidden', '...profile', 'profile'],
    ['drops trailing dots and spaces', 'report. . ', 'report'],
    ['names what nothing is left of', ' /\\..\n', 'file'],
    ['names the empty', '', 'file'],
    ['moves aside from a device of Windows', 'con', '_con'],
    ['moves aside from a device with an extension', 'Lpt1.tar.gz', '_Lpt1.tar.gz'],
    ['leaves a name that only begins like a device', 'console.txt', 'console.txt'],
    ['keeps the extension of a long name', `${'x'.repeat(300)}.zip`, `${'x'.repeat(116)}.zip`],
    ['ends a cut name without a space', `${'x'.repeat(115)} ${'y'.repeat(99)}.zip`, `${'x'.repeat(115)}.zip`],
    ['never cuts a character in halves', '😀'.repeat(100), '😀'.repeat(60)],
    ['keeps within 240 bytes of UTF-8', '胸'.repeat(100), '胸'.repeat(80)],
  ]
  for (const [what, given, safe] of cases) {
    it(what, () => assert.equal(safeFileName(given), safe))
  }

  it('is one harmless component, whatever the text', () => {
    fc.assert(
      fc.property(hostileText(), (given) => {
        const safe = safeFileName(given)
        assert.ok(safe.length >= 1 && safe.length <= 120 && Buffer.byteLength(safe) <= 240, safe)
        assert.doesNotMatch(safe, /[/\\:*?"<>|\p{Cc}\p{Cf}\p{Cs}]|^[. ]|[. ]$/u)
        assert.equal(safe, safe.normalize('NFC'))
      }),
      { numRuns: 1000 },
    )
  })

  it('changes nothing when applied again', () => {
    fc.assert(
      fc.property(hostileText(), (given) => {
        assert.equal(safeFileName(safeFileName(given)), safeFileName(given))
      }),
      { numRuns: 1000 },
    )
  })
})

function hostileText(): fc.Arbitrary<string> {
  const pieces = fc.constantFrom(
    '.',
    ' ',
    '/',
    '\\',
    '\0',
    '\n',
    '\u202E',
    '\u0301',
    'e',
    'CON',
    'nul',
    '.txt',
    '😀',
    '\uD83D',
    '胸',
    ';',
    '..',
    '\u037E',
    '\u2000',
  )
  return fc
    .array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 80 })
    .map((parts) => parts.join(''))
}
