/** docs/settings.md is what the product declares; `-u` writes it anew. */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { declaredBy } from '../../app/product.ts'
import { settingsDocument } from '../../platform/server/settings/document.ts'
import { check } from '../../platform/server/settings/index.ts'
import { RunningProduct } from '../setup/running-product.ts'

let product: RunningProduct

beforeAll(async () => {
  product = await RunningProduct.start()
})
afterAll(() => product.stop())

describe('docs/settings.md', () => {
  it('lists every setting and text of the product, and no other', async () => {
    const { settings, paragraphs } = declaredBy(product.server.product.modules)
    await expect(settingsDocument(settings, paragraphs)).toMatchFileSnapshot(join(import.meta.dirname, '../../docs/settings.md'))
  })

  it('has one meaning for each name, whatever the capitals', () => {
    const { settings, paragraphs } = declaredBy(product.server.product.modules)
    const names = [...settings, ...paragraphs].flatMap(({ key, aliases = [] }) => [key, ...aliases].map((name) => name.toLowerCase()))
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })

  it('has defaults that may be saved as they are', () => {
    for (const paragraph of declaredBy(product.server.product.modules).paragraphs)
      for (const words of Object.values(paragraph.default)) expect(check(paragraph, words).findings, paragraph.key).toEqual([])
  })
})
