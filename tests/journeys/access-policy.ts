/** What docs/access.md says of each route. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const document = readFileSync(join(import.meta.dirname, '../../docs/access.md'), 'utf8')

/** Rows of the document's table: route, then a word for each caller and one for what is another's. */
export function policy(): ReadonlyMap<string, readonly string[]> {
  const rows = document.split('\n').filter((line) => line.startsWith('| `'))
  return new Map(rows.map((line) => {
    const [, route = '', ...cells] = line.split('|').map((cell) => cell.trim())
    return [route.replaceAll('`', ''), cells.slice(0, -1)]
  }))
}
