/**
 * Sequences, items and fragments that are open where a walk stands. PS3.5 §7.5.
 *
 * @module
 */
import { LimitError } from './dicom-error.ts'
import type { Coding } from './element-header.ts'
import { LONG_HEADER, SHORT_LENGTH, type ElementIndex } from './element-index.ts'
import { ITEM } from './tag.ts'

/** Something with an end, known or to be told by a delimiter. */
export interface Container {
  readonly holds: 'elements' | 'items' | 'fragments'
  /** Infinity: until its delimiter. */
  readonly end: number
  /** -1: the data set itself. */
  readonly row: number
  readonly coding: Coding
}

export class Containers {
  /** The innermost; the data set itself, if nothing is open. */
  top: Container
  readonly #below: Container[] = []
  readonly #limit: number
  #depth = 0

  /** @param limit - of sequences within sequences. */
  constructor(coding: Coding, limit: number) {
    this.top = { holds: 'elements', end: Infinity, row: -1, coding }
    this.#limit = limit
  }

  get isEmpty(): boolean {
    return this.#below.length === 0
  }

  /** What the innermost lies in. */
  get parent(): Container | undefined {
    return this.#below.at(-1)
  }

  /** From the data set inwards. */
  all(): readonly Container[] {
    return [...this.#below, this.top]
  }

  /** @throws LimitError if it is too deep. */
  enter(container: Container): void {
    if (container.holds !== 'elements') this.#depth++
    if (this.#depth > this.#limit) throw new LimitError(`sequences nest deeper than ${this.#limit}`)
    this.#below.push(this.top)
    this.top = container
  }

  leave(): void {
    if (this.top.holds !== 'elements') this.#depth--
    this.top = this.#below.pop() ?? this.top
  }

  /** Whether a sequence around is written as implicit among explicit elements. Another length would make it look like something else. */
  hasOddForm(index: ElementIndex): boolean {
    const all = this.all()
    return all.some(({ row, coding }, depth) => {
      const around = all[depth - 1]
      if (row < 0 || around === undefined || index.tag(row) === ITEM) return false
      return around.coding.explicitVr && coding.explicitVr && (index.traits(row) & (LONG_HEADER | SHORT_LENGTH)) === 0
    })
  }
}
