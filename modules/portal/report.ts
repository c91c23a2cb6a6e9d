/**
 * Reports of an exam as a person reads them: what a Structured Report says, line by line (PS3.3 §C.17.3), and which documents
 * there are besides (PS3.3 §A.45). POR-43.
 *
 * @module
 */
import { Tags, type DataSet } from '@filmjacket/dicom-data'
import type { Archive } from '../archive/index.ts'
import type { Report, ReportLine } from './contract.ts'

/** Deeper and longer ones are cut: no person reads them. */
const DEPTH_MAX = 16
const LINES_MAX = 500
const REPORTS_MAX = 20

/** Newest first. */
export async function reportsOf(archive: Pick<Archive, 'find'>, studyId: string): Promise<readonly Report[]> {
  const found = await archive.find({
    level: 'instance', filter: { modality: { kind: 'any-of', values: ['SR', 'DOC'] } }, within: [studyId], limit: REPORTS_MAX,
  }, { headers: true })
  if (found.kind !== 'page') return []
  const reports = found.entries.flatMap(({ instance, header }) => (instance === null || header === null ? [] : [reportOf(instance.id, header)]))
  return reports.toSorted((a, b) => b.date.localeCompare(a.date))
}

export function reportOf(id: string, dataSet: DataSet): Report {
  const isDocument = dataSet.has(Tags.MIMETypeOfEncapsulatedDocument)
  const title = isDocument ? dataSet.text(Tags.DocumentTitle) : meaningOf(dataSet.items(Tags.ConceptNameCodeSequence)[0])
  return {
    id, kind: isDocument ? 'document' : 'text', title: title ?? '', date: dataSet.text(Tags.ContentDate) ?? '',
    isVerified: isDocument || dataSet.text(Tags.VerificationFlag) === 'VERIFIED',
    isComplete: dataSet.text(Tags.CompletionFlag) !== 'PARTIAL',
    lines: isDocument ? [] : [...linesOf(dataSet, 0)].slice(0, LINES_MAX),
  }
}

function* linesOf(dataSet: DataSet, depth: number): Generator<ReportLine, void, undefined> {
  for (const item of dataSet.items(Tags.ContentSequence)) {
    const [name, words] = [meaningOf(item.items(Tags.ConceptNameCodeSequence)[0]) ?? '', wordsOf(item)]
    const below = depth < DEPTH_MAX ? [...linesOf(item, depth + 1)] : []
    // A heading over nothing says nothing; images and places in them are for the viewer.
    if (words === null && below.length === 0) continue
    if (name !== '' || (words ?? '') !== '') yield { depth, name, words: words ?? '' }
    yield* below
  }
}

function meaningOf(code: DataSet | undefined): string | undefined {
  return code?.text(Tags.CodeMeaning) ?? code?.text(Tags.CodeValue)
}

/** Null for headings, and for what says nothing to a reader. */
function wordsOf(item: DataSet): string | null {
  switch (item.text(Tags.ValueType) ?? '') {
    case 'TEXT': return item.text(Tags.TextValue) ?? null
    case 'CODE': return meaningOf(item.items(Tags.ConceptCodeSequence)[0]) ?? null
    case 'NUM': return quantityOf(item.items(Tags.MeasuredValueSequence)[0])
    case 'PNAME': return nameOf(item.text(Tags.PersonName) ?? '')
    case 'DATE': return (item.text(Tags.Date) ?? '').replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')
    default: return null
  }
}

/** UCUM says "1" and braces where there is no unit to write. */
function quantityOf(measured: DataSet | undefined): string | null {
  const value = measured?.text(Tags.NumericValue)
  const unit = measured?.items(Tags.MeasurementUnitsCodeSequence)[0]?.text(Tags.CodeValue) ?? ''
  if (value === undefined) return null
  return unit === '' || unit === '1' || unit.startsWith('{') ? value : `${value} ${unit}`
}

/** "Family, Given" of a PN, PS3.5 §6.2.1. */
function nameOf(name: string): string {
  const [family = '', given = ''] = (name.split('=')[0] ?? '').split('^').map((part) => part.trim())
  return [family, given].filter((part) => part !== '').join(', ')
}
