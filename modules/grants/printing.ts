import { HELP_DESK, SITE_NAME, type Settings } from '../../platform/server/settings/index.ts'
import { written } from './access-code.ts'
import type { NewlyMade } from './codes.ts'
import { printedWords } from './spanish.ts'

export interface Printing {
  /** PDF. */
  of(made: NewlyMade): Promise<Uint8Array>
  /** The code as people write it. */
  written(made: NewlyMade): string
}

/** The printout in this site's words. */
export function createPrinting(settings: Settings, publicUrl: string): Printing {
  return {
    async of({ listed: { code: row }, code, exams }) {
      const { printoutOf } = await import('./printout.ts') // What makes PDF is much to load.
      const { language } = row
      return printoutOf({
        site: settings.value(SITE_NAME), helpDesk: settings.value(HELP_DESK), language, code, until: row.until, exams,
        patient: { id: row.patient_id, name: row.patient_name }, address: new URL('/fetch', publicUrl).href,
        words: (paragraph) => printedWords(settings, paragraph, language),
      })
    },
    written: ({ code }) => written(code),
  }
}
