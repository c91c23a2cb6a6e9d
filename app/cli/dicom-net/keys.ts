/** Query keys as people type them. */
import { Option, InvalidArgumentError } from 'commander'
import { entryOf, Tags, type ElementMap } from '@filmjacket/dicom-data'

export interface TypedKey {
  /** From the outside in; more than one is an element within items. */
  readonly tags: readonly number[]
  readonly value: string
}

const tagOfKeyword: ReadonlyMap<string, number> = new Map(Object.entries(Tags).map(([keyword, tag]) => [keyword.toLowerCase(), tag]))

/** `-k PatientName=Doe*`, `-k 0010,0020`, `-k ScheduledProcedureStepSequence.Modality=CT`. */
export function keyOption(): Option {
  return new Option('-k, --key <key[=value]>', 'what must match; without a value, what is wanted')
    .default([], 'the usual ones')
    .argParser((text: string, all: readonly TypedKey[]) => [...all, parseKey(text)])
}

export function parseKey(text: string): TypedKey {
  const [, names = '', value = ''] = /^([^=]*)(?:=(.*))?$/s.exec(text) ?? []
  return { tags: names.split('.').map(tagOf), value }
}

function tagOf(name: string): number {
  const [, group, element] = /^\(?([0-9a-f]{4}),?([0-9a-f]{4})\)?$/i.exec(name) ?? []
  const tag = group === undefined ? tagOfKeyword.get(name.toLowerCase()) : parseInt(`${group}${element}`, 16)
  if (tag === undefined) throw new InvalidArgumentError(`There is no element called ${name}.`)
  return tag
}

/** What is wanted where nobody said it, each empty. */
export function keysOf(typed: readonly TypedKey[], usual: readonly TypedKey[]): ElementMap {
  const given = new Set(typed.map(({ tags }) => tags.join()))
  return nested([...usual.filter(({ tags }) => !given.has(tags.join())), ...typed], 0)
}

type Keys = Map<number, string | readonly string[] | readonly Keys[]>

function nested(keys: readonly TypedKey[], depth: number): Keys {
  const byTag = new Map<number, TypedKey[]>()
  for (const key of keys) {
    const tag = key.tags[depth] ?? 0
    byTag.set(tag, [...(byTag.get(tag) ?? []), key])
  }
  const map: Keys = new Map()
  for (const [tag, those] of byTag) {
    const isSequence = those.some(({ tags }) => tags.length > depth + 1) || entryOf(tag)?.vrs[0] === 'SQ'
    const last = those.at(-1)?.value ?? ''
    if (isSequence) map.set(tag, [nested(those.filter(({ tags }) => tags.length > depth + 1), depth + 1)])
    else map.set(tag, last.includes('\\') ? last.split('\\') : last)
  }
  return map
}
