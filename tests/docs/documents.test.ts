/** What is written down and what is built, held together in both directions. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { VERSION } from '../../app/version.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8')

/** Product sources: no tests, no pages. */
function sources(): readonly string[] {
  return ['platform/server', 'modules', 'app'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.includes('/page/'))
      .map((file) => path.join(folder, file)))
}

/** First cells of a document's table rows, without back-ticks. */
function firstCells(file: string): readonly string[] {
  return [...read(file).matchAll(/^\| `?([^|`]+?)`? \|/gm)].map(([, cell]) => cell ?? '')
}

describe('docs/problems.md', () => {
  const codes = new Set(sources().flatMap((file) =>
    [...read(file).matchAll(/new Problem\(\s*'([a-z-]+)'/g)].map(([, code]) => code ?? '')))

  it('lists every problem that the code knows, and no other', () => {
    const listed = firstCells('docs/problems.md').filter((cell) => !['code', '---'].includes(cell))
    expect([...listed].sort()).toEqual([...codes].sort())
  })
})

describe('docs/features.md', () => {
  const rows = [...read('docs/features.md').matchAll(/^\| ([A-Z0-9]+-\d+) \|[^|]+\|[^|]+\|([^|]+)\|([^|]+)\|$/gm)]

  it('names places and tests that exist', () => {
    expect(rows.length).toBeGreaterThan(20)
    for (const [, id, places = '', test = ''] of rows) {
      const named = [...`${places}${test}`.matchAll(/`([^`]+)`/g)].map(([, file]) => file ?? '')
      for (const file of named) expect(existsSync(path.join(ROOT, file)), `${id ?? ''}: ${file}`).toBe(true)
    }
  })

  it('names each id once', () => {
    const ids = [...read('docs/features.md').matchAll(/\b[A-Z]+7?-\d{2}\b/g)].map(([id]) => id)
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
  })
})

describe('a newcomer', () => {
  it('finds a README in every package and module', () => {
    for (const folder of ['packages', 'modules'])
      for (const name of readdirSync(path.join(ROOT, folder)))
        expect(existsSync(path.join(ROOT, folder, name, 'README.md')), `${folder}/${name}`).toBe(true)
  })

  it('finds no link in a document that leads nowhere', () => {
    const documents = ['README.md', 'CHANGES.md', 'bench/README.md',
      ...readdirSync(path.join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.md')).map((file) => path.join('docs', file))]
    for (const document of documents) {
      for (const [, target = ''] of read(document).matchAll(/\]\((?!https?:|#)([^)#]+)/g))
        expect(existsSync(path.join(ROOT, path.dirname(document), target)), `${document}: ${target}`).toBe(true)
    }
  })

  it('reads the same version everywhere', () => {
    const { version } = JSON.parse(read('package.json')) as { version: string }
    expect(VERSION).toBe(version)
  })
})
