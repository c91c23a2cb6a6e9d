/** The same numbers twice: as tables for people, as one JSON document for programs. */
import type { Machine } from './machine.ts'
import { ahead, median, type Measured, type Row } from './measure.ts'

export interface Section extends Measured {
  readonly name: string
  readonly about: string
  readonly load: { readonly before: number; readonly after: number }
}

export interface Report {
  readonly machine: Machine
  readonly rounds: number
  readonly sections: readonly Section[]
}

export function asJson({ sections, ...rest }: Report): string {
  const withMedians = sections.map((section) => ({
    ...section,
    rows: section.rows.map((row) => ({
      ...row, medians: { ours: median(row.ours), theirs: median(row.theirs) }, ahead: ahead(row),
    })),
  }))
  return JSON.stringify({ ...rest, sections: withMedians }, null, 2)
}

export function describeMachine({ cpu, cores, memoryGb, system, node, peers }: Machine): string {
  const versions = Object.entries(peers).map(([name, version]) => `${name} ${version}`)
  return [`${cores} cores (${cpu}), ${memoryGb} GB, ${system}`, `Node ${node}`, ...versions].join(', ')
}

const HEADINGS = ['', 'Filmjacket', 'peer', '', 'ahead']

/** Markdown, so that it can be pasted; aligned, so that it can be read as it is. */
export function asTable({ name, about, rows, notes, load }: Section): string {
  const cells = [HEADINGS, ...rows.map(cellsOf)]
  const widths = HEADINGS.map((_, column) => Math.max(...cells.map((line) => (line[column] ?? '').length), 3))
  const lines = cells.map((line) => `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`)
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  const beneath = [`load ${load.before.toFixed(1)} before, ${load.after.toFixed(1)} after`, ...notes]
  const table = [lines[0], rule, ...lines.slice(1)].join('\n')
  return `### ${name}\n\n${about}\n\n${table}\n\n${beneath.map((note) => `- ${note}`).join('\n')}\n`
}

function cellsOf(row: Row): readonly string[] {
  const ratio = ahead(row)
  return [
    `${row.name}, ${row.unit}`, spread(row.ours), row.peer ?? '-', spread(row.theirs),
    ratio === null ? '-' : `${ratio.toPrecision(ratio < 10 ? 2 : 3)} x`,
  ]
}

/** `812 (790-830)`: median, lowest and highest. */
function spread(values: readonly number[]): string {
  const middle = median(values)
  if (middle === null) return '-'
  return values.length === 1 ? short(middle) : `${short(middle)} (${short(Math.min(...values))}-${short(Math.max(...values))})`
}

function short(value: number): string {
  if (value >= 100) return value.toFixed(0)
  return value >= 10 ? value.toFixed(1) : value.toFixed(2)
}
