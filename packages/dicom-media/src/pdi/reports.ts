/**
 * Reports among the files of a medium, as pages that any browser shows and prints. IHE RAD TF-2 §4.47.4.1.2.2.
 *
 * @module
 */
import { readReport, Tags, type DataSet, type ReferencedImage, type ReportItem, type StructuredReport } from '@filmjacket/dicom-data'
import { leafTypeOf } from '../dicomdir/record-type.ts'
import type { PlacedStudy } from '../file-set/file-set.ts'
import { readableDate, readableName, type DiscText } from './disc-text.ts'
import type { WebSubject } from './web.ts'
import { words, type Words } from './words.ts'
import { escaped, fact, page, paragraph } from './xhtml.ts'

export interface ReportSubject extends WebSubject {
  readonly kind: 'page'
  readonly title: string
  readonly dataSet: DataSet
  readonly report: StructuredReport
}

const READABLE: ReadonlySet<string> = new Set(['SR DOCUMENT', 'KEY OBJECT DOC'])

/** Those that say something. */
export function reportsIn(studies: readonly PlacedStudy[], { language }: DiscText): readonly ReportSubject[] {
  return studies.flatMap(({ series }) => series.flatMap(({ uid: seriesUid, files }) => files.flatMap(({ instance }) => {
    const { sopClassUid, dataSet } = instance
    if (!READABLE.has(leafTypeOf(sopClassUid, dataSet))) return []
    const report = readReport(dataSet)
    const title = report.title === '' ? words[language].report : report.title
    return report.items.length === 0 ? [] : [{ seriesUid, kind: 'page' as const, title, dataSet, report }]
  })))
}

interface ReportPage {
  readonly text: DiscText
  /** Where a picture of an image lies, seen from the page; undefined if there is none. */
  readonly pictureOf: (image: ReferencedImage) => string | undefined
  /** The list of what is on the medium, seen from the page. */
  readonly list: string
}

export function reportPage({ title, dataSet, report }: ReportSubject, options: ReportPage): string {
  const { language } = options.text
  const say = words[language]
  const text = (tag: number): string => dataSet.text(tag) ?? ''
  return page(title, language, [
    `<h1>${escaped(title)}</h1>`,
    paragraph([
      fact(say.patient, readableName(dataSet)), fact(say.birthDate, readableDate(text(Tags.PatientBirthDate))), fact(say.patientId, text(Tags.PatientID)),
      fact(say.study, [readableDate(text(Tags.StudyDate)), text(Tags.StudyDescription)].filter((part) => part !== '').join(', ')),
      fact(say.madeBy, text(Tags.InstitutionName)), fact(say.writtenOn, readableDate(report.date)),
    ]),
    paragraph([report.isVerified ? '' : escaped(say.unverified), report.isComplete ? '' : escaped(say.partial)]),
    ...report.items.map((item) => sectionOf(item, say, options.pictureOf)),
    '<hr />', `<p>${escaped(say.disclaimer)} <a href="${options.list}">${escaped(say.contents)}</a></p>`,
  ])
}

/** What stands at the top is a section, or a sentence; what stands in it is a list. */
function sectionOf(item: ReportItem, say: Words, pictureOf: ReportPage['pictureOf']): string {
  const [line, below] = [lineOf(item, say, pictureOf), listOf(item.items, say, pictureOf)]
  if (!isHeading(item)) return (line === '' ? '' : `<p>${line}</p>`) + below
  return below === '' || item.name === '' ? below : `<h2>${escaped(item.name)}</h2>${below}`
}

function listOf(items: readonly ReportItem[], say: Words, pictureOf: ReportPage['pictureOf']): string {
  const lines = items.map((item) => {
    const [line, below] = [lineOf(item, say, pictureOf), listOf(item.items, say, pictureOf)]
    return below === '' && (line === '' || isHeading(item)) ? '' : `<li>${line}${below}</li>`
  }).filter((line) => line !== '')
  return lines.length === 0 ? '' : `<ul>\n${lines.join('\n')}\n</ul>`
}

/** Over nothing it says nothing. */
function isHeading({ value, image }: ReportItem): boolean {
  return value === null && image === null
}

/** Empty for an image of which there is no picture, and no word either. */
function lineOf({ name, value, image }: ReportItem, say: Words, pictureOf: ReportPage['pictureOf']): string {
  const picture = image === null ? undefined : pictureOf(image)
  if (image !== null && picture === undefined && name === '') return ''
  const label = name === '' ? '' : `<strong>${escaped(name)}</strong>`
  const shown = image === null ? multiline(value ?? '')
    : picture === undefined ? escaped(say.imageOnMedium) : `<a href="${picture}"><img src="${picture}" alt="${escaped(say.picture)}" width="192" /></a>`
  return [label, shown].filter((part) => part !== '').join(': ')
}

function multiline(text: string): string {
  return escaped(text).split(/\r\n|\r|\n/).join('<br />')
}
