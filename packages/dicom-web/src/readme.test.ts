import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

it('the first example of the README runs, and says what it says', async () => {
  const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8')
  const example = /```ts\n(.*?)```/s.exec(readme)?.[1] ?? ''
  const body = example.replace(/import (\{[^}]+\}) from '([^']+)'/g, "const $1 = modules['$2']")
  const modules = { '@filmjacket/bytes': await import('@filmjacket/bytes'), '@filmjacket/dicom-web': await import('./index.ts') }
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the example is ours
  const run = new Function('modules', `return (async () => { ${body}\n return { search, choice, size, types } })()`) as (given: unknown) => Promise<unknown>
  expect(await run(modules)).toMatchObject({
    search: { keys: [{ path: [0x00100010], value: 'doe*' }, { path: [0x00080020], value: '20260101-' }], limit: 25 },
    choice: { transferSyntaxes: ['*'] }, types: ['application/dicom'],
  })
})
