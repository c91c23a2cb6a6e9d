import { DataSetScanner, type ScannedDataSet } from './data-set-scanner.ts'
import { Inflater } from './inflate.ts'
import type { Limits } from './limits.ts'
import { EMPTY_SPAN, SpanMeter, type Span } from './span.ts'
import type { Coding } from './element-header.ts'

/** Scans what inflates from the pushed bytes. The spans are those of the deflated bytes: all is `before`. */
export class DeflatedScanner {
  readonly #inner: DataSetScanner
  readonly #inflater: Inflater
  readonly #meter: SpanMeter

  constructor(coding: Coding, limits: Limits, before: Span = EMPTY_SPAN) {
    const inner = new DataSetScanner(coding, limits)
    this.#inner = inner
    this.#inflater = new Inflater(limits, (bytes) => inner.push(bytes))
    this.#meter = new SpanMeter(before)
  }

  push(chunk: Uint8Array): void {
    this.#meter.nextChunk()
    this.#meter.count(chunk, chunk.length)
    this.#inflater.push(chunk)
  }

  /** The bulk's positions are those of the inflated data set. */
  end(): ScannedDataSet {
    this.#inflater.end()
    return { ...this.#inner.end(), spans: this.#meter.spans }
  }
}
