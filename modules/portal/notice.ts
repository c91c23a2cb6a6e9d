/**
 * The notice that says "ready", in the person's language and the site's words: a mail, or a text message where the address is a
 * telephone number (POR-10, POR-44). It names no person and no exam.
 *
 * @module
 */
import type { QueryExecutorProvider } from 'kysely'
import { mailLater, type Mail } from '../../platform/server/notify/mail.ts'
import { smsLater, type Sms } from '../../platform/server/notify/sms.ts'
import { fillPlain, htmlOf, isLanguage, type Language, type Settings } from '../../platform/server/settings/index.ts'
import { MAIL_HTML, MAIL_SUBJECT, MAIL_TEXT, SMS_TEXT } from './paragraphs.ts'
import type { RequestRow } from './tables.ts'

/** With the transaction `tx` that made the request ready. Nothing where nobody wants to be told. */
export async function noticeLater(tx: QueryExecutorProvider, settings: Settings, row: RequestRow, publicUrl: string): Promise<void> {
  const { notify_address: to } = row
  if (to === null) return
  await (to.startsWith('+') ? smsLater(tx, readySms(settings, row, to, publicUrl)) : mailLater(tx, readyMail(settings, row, to, publicUrl)))
}

function readyMail(settings: Settings, row: RequestRow, to: string, publicUrl: string): Mail {
  const [language, href] = [languageOf(row), hrefOf(row, publicUrl)]
  return {
    to,
    // A subject is one line, whatever was typed.
    subject: settings.words(MAIL_SUBJECT, language).replaceAll('\n', ' '),
    text: `${fillPlain(settings.words(MAIL_TEXT, language), [href])}\n`,
    html: htmlOf(settings.content(MAIL_HTML, language), [{ text: href, href }], href),
  }
}

function readySms(settings: Settings, row: RequestRow, to: string, publicUrl: string): Sms {
  return { to, text: fillPlain(settings.words(SMS_TEXT, languageOf(row)), [hrefOf(row, publicUrl)]) }
}

function languageOf({ language }: RequestRow): Language {
  return isLanguage(language) ? language : 'en'
}

function hrefOf({ study_id }: RequestRow, publicUrl: string): string {
  return new URL(`/exams/${study_id}?show=download`, publicUrl).href
}
