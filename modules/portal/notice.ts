/** The mail that says "ready", in the person's language and the site's words (POR-10). It names no person and no exam. */
import type { Mail } from '../../platform/server/notify/mail.ts'
import { fillPlain, htmlOf, isLanguage, type Settings } from '../../platform/server/settings/index.ts'
import { MAIL_HTML, MAIL_SUBJECT, MAIL_TEXT } from './paragraphs.ts'
import type { RequestRow } from './tables.ts'

export function readyMail(settings: Settings, { study_id, language }: RequestRow, to: string, publicUrl: string): Mail {
  const spoken = isLanguage(language) ? language : 'en'
  const href = new URL(`/exams/${study_id}?show=download`, publicUrl).href
  return {
    to,
    // A subject is one line, whatever was typed.
    subject: settings.words(MAIL_SUBJECT, spoken).replaceAll('\n', ' '),
    text: `${fillPlain(settings.words(MAIL_TEXT, spoken), [href])}\n`,
    html: htmlOf(settings.content(MAIL_HTML, spoken), [{ text: href, href }], href),
  }
}
