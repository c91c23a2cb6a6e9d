import { formatTag, keywordOf, type DataSet, type Tag } from '@filmjacket/dicom-data'
import type { HeaderLine } from '../contract.ts'

/** A person reads no further; a hostile header may have millions. */
const LINES_MAX = 2_000
const VALUE_MAX = 300
const DEPTH_MAX = 8
/** Values of these are bytes. */
const BYTES: ReadonlySet<string> = new Set(['OB', 'OD', 'OF', 'OL', 'OV', 'OW', 'UN'])

/** A header for a person to read, items below their sequences. */
export function headerLines(dataSet: DataSet): HeaderLine[] {
  const lines: HeaderLine[] = []
  add(lines, dataSet, 0)
  return lines
}

function add(lines: HeaderLine[], dataSet: DataSet, depth: number): void {
  for (const tag of dataSet.tags()) {
    if (lines.length >= LINES_MAX) return
    const items = dataSet.items(tag)
    lines.push({
      tag: formatTag(tag), name: nameOf(tag), vr: dataSet.vr(tag) ?? '', value: items.length > 0 ? '' : valueOf(dataSet, tag), depth,
    })
    if (depth < DEPTH_MAX) for (const item of items) add(lines, item, depth + 1)
  }
}

function nameOf(tag: Tag): string {
  return keywordOf(tag) ?? ''
}

function valueOf(dataSet: DataSet, tag: Tag): string {
  const omission = dataSet.omission(tag)
  if (omission !== undefined) return `(${omission.end - omission.start} bytes)`
  const vr = dataSet.meaning(tag) ?? 'UN'
  if (BYTES.has(vr)) return `(${dataSet.bytes(tag)?.length ?? 0} bytes)`
  return dataSet.texts(tag).join('\\').slice(0, VALUE_MAX).toWellFormed()
}
