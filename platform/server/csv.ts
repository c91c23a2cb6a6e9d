/** A table as text that a spreadsheet opens, and does not run. RFC 4180. */

/** A cell that begins like a formula would be computed; in front of a quote it is text. OWASP "CSV Injection". */
const FORMULA = /^[=+\-@\t\r]/
const TO_QUOTE = /[",\r\n;]/

export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`
}

function cellOf(cell: string | number): string {
  if (typeof cell === 'number') return `${cell}`
  const text = FORMULA.test(cell) ? `'${cell}` : cell
  return TO_QUOTE.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
