/**
 * A radiologist's report as a PDF of one page. The clock of the document is that of the exam.
 *
 * @module
 */
import PdfDocument from 'pdfkit'
import type { Exam, Report } from './exams.ts'

const MARGIN = 56
const BLUE = '#1c4e80'
const GRAY = '#5a6470'

/** Label, value, label, value. */
const COLUMNS = [0, 70, 228, 328]

/** Draw the report. Latin letters only: the fonts are those that every PDF reader has. */
export async function reportPdf(exam: Exam, report: Report): Promise<Uint8Array> {
  const pdf = new PdfDocument({
    size: 'A4', margin: MARGIN,
    info: {
      Title: `Report ${exam.accessionNumber}`,
      Author: report.radiologist,
      Creator: 'Filmjacket demo',
      CreationDate: timeOf(exam),
    },
  })
  const chunks: Uint8Array[] = []
  pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  const done = new Promise<void>((resolve, reject) => pdf.on('end', resolve).on('error', reject))
  drawHead(pdf, exam)
  drawPatient(pdf, exam)
  section(pdf, 'Indication', [report.indication])
  section(pdf, 'Technique', [report.technique])
  section(pdf, 'Findings', report.findings)
  section(pdf, 'Impression', report.impression, 'Helvetica-Bold')
  drawFoot(pdf, exam, report)
  pdf.end()
  await done
  return Buffer.concat(chunks)
}

type Pdf = InstanceType<typeof PdfDocument>

function drawHead(pdf: Pdf, { institution }: Exam): void {
  pdf.rect(0, 0, pdf.page.width, 92).fill(BLUE)
  pdf.fillColor('white').font('Helvetica-Bold').fontSize(19).text(institution, MARGIN, 30)
  pdf.font('Helvetica').fontSize(10).text('Department of Radiology - 1 Phantom Street - Demo City', MARGIN, 56)
  pdf.fillColor('black').fontSize(15).font('Helvetica-Bold').text('Radiology report', MARGIN, 116)
}

function drawPatient(pdf: Pdf, exam: Exam): void {
  const { patient } = exam
  const [family = '', given = ''] = patient.name.split('^')
  const rows = [
    ['Patient', `${family}, ${given}`, 'Accession number', exam.accessionNumber],
    ['Patient ID', patient.id, 'Examination', exam.description],
    ['Born', dotted(patient.birthDate), 'Date', `${dotted(exam.date)} ${clock(exam.time)}`],
    ['Sex', patient.sex === 'F' ? 'female' : 'male', 'Referred by', shown(exam.referrer)],
  ]
  pdf.roundedRect(MARGIN, 146, pdf.page.width - 2 * MARGIN, 86, 4).lineWidth(0.8).stroke('#b8c4d0')
  rows.forEach((row, n) => row.forEach((text, column) => {
    const x = MARGIN + 12 + (COLUMNS[column] ?? 0)
    pdf.font(column % 2 === 0 ? 'Helvetica' : 'Helvetica-Bold').fillColor(column % 2 === 0 ? GRAY : 'black')
    pdf.fontSize(9.5).text(text, x, 156 + n * 18, { lineBreak: false })
  }))
  pdf.x = MARGIN
  pdf.y = 248
}

function section(pdf: Pdf, title: string, paragraphs: readonly string[], font = 'Helvetica'): void {
  pdf.moveDown(0.7).font('Helvetica-Bold').fontSize(11).fillColor(BLUE).text(title, MARGIN)
  pdf.moveDown(0.25).font(font).fontSize(10.5).fillColor('black')
  for (const paragraph of paragraphs) pdf.text(paragraph, { lineGap: 2.5, paragraphGap: 4 })
}

function drawFoot(pdf: Pdf, exam: Exam, { radiologist }: Report): void {
  pdf.moveDown(2).font('Helvetica').fontSize(10).text(`Signed electronically on ${dotted(exam.date)}`)
  pdf.font('Helvetica-Bold').text(`${radiologist}, consultant radiologist`)
  pdf.font('Helvetica').fontSize(8).fillColor(GRAY)
    .text('Made up for demonstration. No person, image or finding here is real.', MARGIN, pdf.page.height - 78)
}

function timeOf({ date, time }: Exam): Date {
  const number = (text: string, from: number, to: number) => Number(text.slice(from, to))
  return new Date(Date.UTC(
    number(date, 0, 4), number(date, 4, 6) - 1, number(date, 6, 8),
    number(time, 0, 2), number(time, 2, 4), number(time, 4, 6),
  ))
}

function dotted(date: string): string {
  return `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6, 8)}`
}

function clock(time: string): string {
  return `${time.slice(0, 2)}:${time.slice(2, 4)}`
}

/** PN as people write it. */
function shown(name: string): string {
  const [family = '', given = '', , prefix = ''] = name.split('^')
  return `${prefix} ${given} ${family}`.trim()
}
