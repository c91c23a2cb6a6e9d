/**
 * Pages of XHTML without script, style or reference to the outside. Values are text, never markup.
 *
 * @module
 */
import type { Language } from './words.ts'

const DOCTYPE = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">'

/** @param body - markup, its values escaped. */
export function page(title: string, language: Language, body: readonly string[]): string {
  return `${DOCTYPE}
<html xmlns="http://www.w3.org/1999/xhtml" lang="${language}" xml:lang="${language}">
<head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" />\
<meta name="viewport" content="width=device-width, initial-scale=1" /><title>${escaped(title)}</title></head>
<body>
${body.filter((part) => part !== '').join('\n')}
</body>
</html>
`
}

/** @param lines - markup; empty ones are left out. */
export function paragraph(lines: readonly string[]): string {
  const said = lines.filter((line) => line !== '')
  return said.length === 0 ? '' : `<p>${said.join('<br />')}</p>`
}

/** `Name: value`, or nothing without a value. */
export function fact(name: string, value: string): string {
  return value === '' ? '' : `${escaped(name)}: ${escaped(value)}`
}

/** Text as it is to be read; characters that XML does not know become nothing. */
export function escaped(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
