import { crc32 } from '@filmjacket/bytes'

/** Length in bytes and CRC-32 of a run of bytes that nobody kept. */
export interface Span {
  readonly length: number
  readonly crc32: number
}

/** What was pushed: up to the bulk value, the bulk value itself, and the rest. */
export interface Spans {
  readonly before: Span
  readonly within: Span
  readonly after: Span
}

export const EMPTY_SPAN: Span = { length: 0, crc32: 0 }

export function extended(span: Span, bytes: Uint8Array): Span {
  if (bytes.length === 0) return span
  return { length: span.length + bytes.length, crc32: crc32(bytes, span.crc32) }
}

/** Takes the CRC of each span while chunks pass: as few and long runs as there are borders. */
export class SpanMeter {
  readonly #spans: { before: Span; within: Span; after: Span }
  #current: keyof Spans = 'before'
  /** Bytes of the current chunk that are in a span already. */
  #counted = 0
  #marked: Span = EMPTY_SPAN

  constructor(before: Span) {
    this.#spans = { before, within: EMPTY_SPAN, after: EMPTY_SPAN }
  }

  get spans(): Spans {
    return this.#spans
  }

  nextChunk(): void {
    this.#counted = 0
  }

  /** `chunk` up to `end` belongs to the current span. */
  count(chunk: Uint8Array, end: number): void {
    if (end > this.#counted) {
      this.#spans[this.#current] = extended(this.#spans[this.#current], chunk.subarray(this.#counted, end))
    }
    this.#counted = end
  }

  /** The current span ends at `end`, and `next` begins. */
  turn(next: keyof Spans, chunk: Uint8Array, end: number): void {
    this.count(chunk, end)
    this.#current = next
  }

  /** `within` may end here; what comes next will tell. */
  mark(chunk: Uint8Array, end: number): void {
    this.count(chunk, end)
    this.#marked = this.#spans.within
  }

  /** `within` did end at the mark, and `since`, up to `end`, is the beginning of `after`. */
  turnAtMark(since: Uint8Array, end: number): void {
    this.#spans.within = this.#marked
    this.#spans.after = extended(EMPTY_SPAN, since)
    this.#current = 'after'
    this.#counted = end
  }
}
