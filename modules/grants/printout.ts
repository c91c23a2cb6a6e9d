/**
 * The page that a patient takes home: steps, access code, exams, whom to ask (POR-25). One sheet that fits A4 and Letter,
 * legible without colour. The birth date is not on it: who finds the page must not have all that it takes.
 *
 * @module
 */
import PDFDocument from 'pdfkit'
import QRCode from 'qrcode'
import type { Instant } from '../../platform/server/clock.ts'
import { fillPlain, type Paragraph } from '../../platform/server/settings/index.ts'
import type { StudyOverview } from '../archive/index.ts'
import { written } from './access-code.ts'
import { readableName } from './codes.ts'
import * as texts from './paragraphs.ts'
import type { PrintLanguage } from './spanish.ts'

export interface Printout {
  readonly site: string
  /** Empty where the site has said none. */
  readonly helpDesk: string
  readonly language: PrintLanguage
  readonly patient: { readonly id: string; readonly name: string }
  readonly code: string
  readonly until: Instant
  readonly exams: readonly Pick<StudyOverview, 'date' | 'description' | 'modalities'>[]
  /** Of the page on which the code is typed. */
  readonly address: string
  /** A text in the site's own words. */
  readonly words: (paragraph: Paragraph) => string
}

const LABELS = {
  code: { en: 'Your access code', nl: 'Uw toegangscode', fr: 'Votre code d’accès', es: 'Su código de acceso' },
  until: { en: 'It works until', nl: 'Geldig tot', fr: 'Valable jusqu’au', es: 'Válido hasta el' },
  exams: { en: 'Your exams', nl: 'Uw onderzoeken', fr: 'Vos examens', es: 'Sus pruebas' },
  none: { en: 'Your exams appear as soon as their images are here.', nl: 'Uw onderzoeken verschijnen zodra de beelden er zijn.', fr: 'Vos examens apparaissent dès que leurs images sont là.', es: 'Sus pruebas aparecen en cuanto sus imágenes están aquí.' },
  more: { en: 'and more', nl: 'en meer', fr: 'et d’autres', es: 'y más' },
  help: { en: 'Questions?', nl: 'Vragen?', fr: 'Des questions ?', es: '¿Preguntas?' },
  exam: { en: 'Exam', nl: 'Onderzoek', fr: 'Examen', es: 'Prueba' },
} satisfies Record<string, Readonly<Record<PrintLanguage, string>>>

/** Points. The smaller of A4 and Letter, in both directions. */
const [WIDTH, HEIGHT, MARGIN] = [595, 792, 54]
const INNER = WIDTH - 2 * MARGIN
const EXAMS_MAX = 8
const QR = 118

export async function printoutOf(printout: Printout): Promise<Uint8Array> {
  const { language, words } = printout
  const page = new PDFDocument({
    size: [WIDTH, HEIGHT], margin: MARGIN, lang: language, displayTitle: true,
    info: { Title: words(texts.TITLE), Creator: 'Filmjacket' },
  })
  const bytes = collected(page)
  head(page, printout)
  steps(page, printout)
  code(page, printout)
  exams(page, printout)
  foot(page, printout)
  page.end()
  return bytes
}

function collected(page: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const parts: Uint8Array[] = []
    page.on('data', (part: Uint8Array) => parts.push(part))
    page.on('end', () => resolve(Buffer.concat(parts)))
    page.on('error', reject)
  })
}

function head(page: PDFKit.PDFDocument, { site, patient, words }: Printout): void {
  page.font('Helvetica-Bold').fontSize(11).text(printable(site), { width: INNER })
  page.moveTo(MARGIN, page.y + 4).lineTo(WIDTH - MARGIN, page.y + 4).lineWidth(1.5).stroke()
  page.y += 18
  page.font('Helvetica-Bold').fontSize(24).text(printable(words(texts.TITLE)), { width: INNER })
  const name = printableName(readableName(patient.name))
  page.moveDown(0.2).font('Helvetica').fontSize(12).text([name, printable(patient.id)].filter((part) => part !== '').join('   '), { width: INNER })
  page.moveDown(0.6).fontSize(12).text(printable(words(texts.LEAD)), { width: INNER })
}

function steps(page: PDFKit.PDFDocument, { words, address, code: ofPrintout }: Printout): void {
  page.moveDown(0.8)
  const top = page.y
  square(page, `${address}#${ofPrintout}`, WIDTH - MARGIN - QR, top)
  for (const [index, step] of [texts.STEP_1, texts.STEP_2, texts.STEP_3].entries()) {
    const at = page.y
    page.font('Helvetica-Bold').fontSize(16).text(String(index + 1), MARGIN, at, { width: 20 })
    page.font('Helvetica').fontSize(12).text(printable(fillPlain(words(step), [address])), MARGIN + 26, at + 2, { width: INNER - QR - 50 })
    page.moveDown(0.6)
  }
  page.x = MARGIN
  page.y = Math.max(page.y, top + QR + 12)
}

/** Dark modules as rectangles: sharp at any size, and no picture to embed. */
function square(page: PDFKit.PDFDocument, text: string, x: number, y: number): void {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const side = QR / modules.size
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++)
      if (modules.get(row, column) === 1) page.rect(x + column * side, y + row * side, side, side)
  page.fill('black')
}

function code(page: PDFKit.PDFDocument, { language, code: given, until, words }: Printout): void {
  const top = page.y
  page.roundedRect(MARGIN, top, INNER, 84, 8).lineWidth(1.5).stroke('black')
  page.font('Helvetica').fontSize(12).text(LABELS.code[language], MARGIN, top + 12, { width: INNER, align: 'center' })
  page.font('Courier-Bold').fontSize(29).text(written(given), MARGIN, top + 32, { width: INNER, align: 'center' })
  page.font('Helvetica').fontSize(11).text(`${LABELS.until[language]} ${day(until, language)}`, MARGIN, top + 66, { width: INNER, align: 'center' })
  page.x = MARGIN
  page.y = top + 96
  page.font('Helvetica-Bold').fontSize(12).text(printable(words(texts.WAIT)), { width: INNER })
}

function exams(page: PDFKit.PDFDocument, { exams: all, language }: Printout): void {
  page.moveDown(0.8).font('Helvetica-Bold').fontSize(13).text(LABELS.exams[language], { width: INNER })
  page.moveDown(0.3).font('Helvetica').fontSize(11)
  if (all.length === 0) page.text(printable(LABELS.none[language]), { width: INNER })
  for (const { date, description, modalities } of all.slice(0, EXAMS_MAX)) {
    const what = [printable(description), modalities.join(', ')].find((part) => part.trim() !== '') ?? LABELS.exam[language]
    page.text([dicomDay(date, language), what].filter((part) => part !== '').join('   '), { width: INNER, height: 14, ellipsis: true })
  }
  if (all.length > EXAMS_MAX) page.text(LABELS.more[language], { width: INNER })
}

function foot(page: PDFKit.PDFDocument, { helpDesk, language, words }: Printout): void {
  page.moveDown(0.8).font('Helvetica').fontSize(11).text(printable(words(texts.KEEP)), { width: INNER })
  const help = printable(helpDesk)
  if (help === '') return
  page.moveDown(0.6).font('Helvetica-Bold').text(`${LABELS.help[language]} `, { width: INNER, continued: true }).font('Helvetica').text(help)
}

function day(instant: Instant, language: PrintLanguage): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long', timeZone: 'UTC' }).format(instant)
}

/** DA as a person writes it; nothing of what is none. */
function dicomDay(date: string, language: PrintLanguage): string {
  const [, year, month, of] = /^(\d{4})(\d{2})(\d{2})$/.exec(date) ?? []
  return of === undefined ? '' : day(Date.UTC(Number(year), Number(month) - 1, Number(of)), language)
}

/** The fonts that every reader of PDF has know Western European letters. */
const FOREIGN = /[^\u0020-\u007e\u00a0-\u00ffŒœŠšŽžŸ–—‘’‚“”„•…€]/gu

function printable(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').replace(FOREIGN, '').trim()
}

/** Half a name would be somebody else's: what cannot be written as it is, is left to the Patient ID. */
function printableName(name: string): string {
  return printable(name) === name.normalize('NFC').trim() ? printable(name) : ''
}
