/** The mail that says "ready", in the patient's language (POR-10). It names no person and no exam. */
import type { Mail } from '../../platform/server/notify/mail.ts'
import type { RequestRow } from './tables.ts'

interface NoticeTexts {
  readonly subject: string
  readonly body: string
  readonly link: string
}

const ENGLISH: NoticeTexts = {
  subject: 'Images ready for download.',
  body: 'The images that you asked for are ready. They are kept for 72 hours.',
  link: 'Go to the download',
}

const TEXTS: Readonly<Record<string, NoticeTexts>> = {
  en: ENGLISH,
  nl: {
    subject: 'Beelden klaar om te downloaden.',
    body: 'De beelden die u hebt aangevraagd, staan klaar. Ze worden 72 uur bewaard.',
    link: 'Naar de download',
  },
  fr: {
    subject: 'Images prêtes à être téléchargées.',
    body: 'Les images que vous avez demandées sont prêtes. Elles sont conservées pendant 72 heures.',
    link: 'Aller au téléchargement',
  },
}

export function readyMail({ study_id, language }: RequestRow, to: string, publicUrl: string): Mail {
  const { subject, body, link } = TEXTS[language] ?? ENGLISH
  const address = new URL(`/exams/${study_id}`, publicUrl).href
  return {
    to, subject,
    text: `${body}\n\n${link}: ${address}\n`,
    html: `<p>${body}</p><p><a href="${address}">${link}</a></p>`,
  }
}
