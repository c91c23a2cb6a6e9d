/**
 * Reports of an exam as a person reads them: what a Structured Report says, line by line, and which documents there are besides
 * (PS3.3 §A.45). POR-43.
 *
 * @module
 */
import { readReport, Tags, type DataSet, type ReportItem } from '@filmjacket/dicom-data'
import type { Archive } from '../archive/index.ts'
import type { Report, ReportLine } from './contract.ts'

/** Longer ones are cut: no person reads them. */
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
  if (dataSet.has(Tags.MIMETypeOfEncapsulatedDocument)) return documentOf(id, dataSet)
  const { items, ...told } = readReport(dataSet)
  return { id, kind: 'text', ...told, lines: [...linesOf(items, 0)].slice(0, LINES_MAX) }
}

function documentOf(id: string, dataSet: DataSet): Report {
  return {
    id, kind: 'document', title: dataSet.text(Tags.DocumentTitle) ?? '', date: dataSet.text(Tags.ContentDate) ?? '',
    isVerified: true, isComplete: dataSet.text(Tags.CompletionFlag) !== 'PARTIAL', lines: [],
  }
}

/** A heading over nothing says nothing; images and places in them are for the viewer. */
function* linesOf(items: readonly ReportItem[], depth: number): Generator<ReportLine, void, undefined> {
  for (const { name, value, items: within } of items) {
    const below = [...linesOf(within, depth + 1)]
    if (value === null && below.length === 0) continue
    if (name !== '' || value !== null) yield { depth, name, words: value ?? '' }
    yield* below
  }
}
