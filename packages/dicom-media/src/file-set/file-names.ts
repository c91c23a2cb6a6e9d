/**
 * File IDs by a rule: how the files of a File-set are called, and in which folders they lie. MED-21, PS3.10 §8.2, §8.5.
 *
 * A rule is a path such as `IMAGES/ST{study}/SE{series}/IM{image}` or `DICOM/{0020000D,hash}/{0020000E,hash}/{00080018,hash}`:
 * what stands in braces is a count, or the value of an element as it is or as eight digits of its SHA-256.
 *
 * @module
 */
import { createHash } from 'node:crypto'
import type { DataSet } from '@filmjacket/dicom-data'
import { dCharacters } from '../names.ts'

export const DEFAULT_FILE_NAMES = 'IMAGES/ST{study}/SE{series}/IM{image}'

/** Counted from 1: studies through the whole set, series within their study, images within their series. */
export interface Counts {
  readonly study: number
  readonly series: number
  readonly image: number
}

type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'count'; readonly of: keyof Counts }
  | { readonly kind: 'value' | 'hash'; readonly tag: number }

type Component = readonly Part[]

export type NameRule =
  | { readonly kind: 'rule'; readonly components: readonly Component[] }
  | { readonly kind: 'wrong'; readonly reason: string }

const COMPONENT_LENGTH = 8
const COMPONENTS_MAX = 8
/** What a count has room for in six digits. */
const COUNT_MAX = 999_999
/** Names in the root that are somebody else's. */
const TAKEN = ['DICOMDIR', 'IHE_PDI', 'VIEWER', 'README', 'INDEX']

/** Reads a rule; says in one sentence why it is none. */
export function readNameRule(rule: string): NameRule {
  const components = rule.split('/')
  if (components.length > COMPONENTS_MAX) return wrong(`a path has at most ${COMPONENTS_MAX} components`)
  const [root = ''] = components
  if (components.length < 2 || !/^[A-Z0-9_]{1,8}$/.test(root)) return wrong('the first component is a folder of at most 8 of A-Z, 0-9 and _')
  if (TAKEN.includes(root)) return wrong(`${root} is the name of something else on the medium`)
  const read = components.map(readComponent)
  if (read.some((parts) => parts === null)) return wrong('a component is made of A-Z, 0-9, _ and {study}, {series}, {image}, {ggggeeee} or {ggggeeee,hash}')
  return { kind: 'rule', components: read.filter((parts) => parts !== null) }
}

function wrong(reason: string): NameRule {
  return { kind: 'wrong', reason }
}

function readComponent(text: string): Component | null {
  if (!/^(?:[A-Z0-9_]|\{[^{}]*\})+$/.test(text)) return null
  const parts = [...text.matchAll(/\{([^{}]*)\}|[A-Z0-9_]+/g)].map(([whole, name]) => (name === undefined ? textPart(whole) : placeholder(name)))
  return parts.some((part) => part === null) ? null : parts.filter((part) => part !== null)
}

function textPart(text: string): Part {
  return { kind: 'text', text }
}

function placeholder(name: string): Part | null {
  if (name === 'study' || name === 'series' || name === 'image') return { kind: 'count', of: name }
  const [, tag, hash] = /^([0-9A-Fa-f]{8})(,hash)?$/.exec(name) ?? []
  return tag === undefined ? null : { kind: hash === undefined ? 'value' : 'hash', tag: Number.parseInt(tag, 16) }
}

/** Gives each file a File ID of its own. */
export class FileNamer {
  readonly #components: readonly Component[]
  readonly #taken = new Set<string>()
  /** Folders are the same for many files. */
  readonly #folders = new Map<string, readonly string[]>()

  /** @throws RangeError if the rule is none. */
  constructor(rule: string) {
    const read = readNameRule(rule)
    if (read.kind === 'wrong') throw new RangeError(read.reason)
    this.#components = read.components
  }

  /** @throws RangeError if a count exceeds 999,999. */
  nameOf(dataSet: DataSet, counts: Counts): readonly string[] {
    const names = this.#components.map((parts) => parts.map((part) => textOf(part, dataSet, counts)).join('').slice(0, COMPONENT_LENGTH))
    const file = names.pop() ?? ''
    const key = names.join('/')
    const folder = this.#folders.get(key) ?? names
    if (folder === names) this.#folders.set(key, names)
    return [...folder, this.#unique(key, file)]
  }

  #unique(folder: string, file: string): string {
    for (let n = 1; ; n++) {
      const mark = n === 1 ? '' : `_${n}`
      const name = file.slice(0, COMPONENT_LENGTH - mark.length) + mark
      const { size } = this.#taken
      if (this.#taken.add(`${folder}/${name}`).size > size) return name
    }
  }
}

function textOf(part: Part, dataSet: DataSet, counts: Counts): string {
  switch (part.kind) {
    case 'text': return part.text
    case 'count': return sixDigits(counts[part.of])
    case 'value': return dCharacters((dataSet.text(part.tag) ?? '').trim()) || 'NONE'
    case 'hash': return createHash('sha256').update(dataSet.text(part.tag) ?? '').digest('hex').slice(0, COMPONENT_LENGTH).toUpperCase()
  }
}

function sixDigits(count: number): string {
  if (count > COUNT_MAX) throw new RangeError(`more than ${COUNT_MAX} in one folder`)
  return String(count).padStart(6, '0')
}
