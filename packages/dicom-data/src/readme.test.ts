import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

it('the first example of the README runs, and says what it says', async () => {
  const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8')
  const example = /```ts\n(.*?)```/s.exec(readme)?.[1] ?? ''
  const body = example.replace(/import (\{[^}]+\}) from '@filmjacket\/dicom-data'/, 'const $1 = dicomData')
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the example is ours
  const run = new Function('dicomData', `${body}; return { scan }`) as (dicomData: unknown) => { readonly scan: unknown }
  expect(run(await import('./index.ts')).scan).toMatchObject({
    bulk: { tag: 0x7fe00010, vr: 'OW' }, spans: { within: { length: 64, crc32: 1972200246 } },
  })
})
