import { describe, expect, it } from 'vitest'
import type { Paragraph } from '../../platform/server/settings/index.ts'
import { paragraphs } from './paragraphs.ts'
import { printoutOf } from './printout.ts'
import { printedWords } from './spanish.ts'

/** As a site that has changed nothing says it. */
const settings = { words: ({ default: words }: Paragraph, language: 'en' | 'nl' | 'fr') => words[language] }

describe('the printout in Spanish', () => {
  it('has each text that the others have, with the same places to fill', () => {
    const places = (text: string) => text.match(/\{\d\}/g) ?? []
    for (const paragraph of paragraphs) {
      const [spanish, english] = [printedWords(settings, paragraph, 'es'), paragraph.default.en]
      expect(spanish, paragraph.key).not.toBe(english)
      expect(places(spanish), paragraph.key).toEqual(places(english))
    }
  })

  it('is one page', async () => {
    const pdf = Buffer.from(await printoutOf({
      site: 'Hospital', helpDesk: '+34 900 000 000', language: 'es', patient: { id: 'P-1', name: 'Núñez^Ana' }, code: '1F9HA3B1FJE62ZMKD2CP',
      until: Date.UTC(2026, 11, 24), exams: [], address: 'https://images.example.org/fetch', words: (paragraph) => printedWords(settings, paragraph, 'es'),
    })).toString('latin1')
    expect([pdf.startsWith('%PDF-'), pdf.match(/\/Type \/Page\b/g)?.length]).toEqual([true, 1])
  })
})
