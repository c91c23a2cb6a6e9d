/**
 * Scans a data set as it passes: keeps the header, steps over the bulk value, takes the CRC of each span.
 *
 * @module
 */
import { ByteWindow } from './byte-window.ts'
import type { DataSet } from './data-set.ts'
import { DicomError } from './dicom-error.ts'
import { FragmentReader } from './fragments.ts'
import type { Limits } from './limits.ts'
import { dataSetOver, isZero } from './read-data-set.ts'
import type { Bulk } from './scan.ts'
import { EMPTY_SPAN, SpanMeter, type Span, type Spans } from './span.ts'
import { ITEM_HEADER_BYTES } from './tag.ts'
import { vrOfNumber } from './vr.ts'
import { UNDEFINED_LENGTH, Walker, type Coding, type ElementHeader } from './walker.ts'

/** Bytes copied before the walker looks at them: what is copied of a bulk value in vain stays below this. */
const STEP_BYTES = 8192

export interface ScannedDataSet {
  readonly header: Uint8Array
  readonly dataSet: DataSet
  /** Positions from the first byte of the data set. */
  readonly bulk: Bulk | null
  readonly spans: Spans
}

type Stage = 'structure' | 'value' | 'fragments' | 'padding'

export class DataSetScanner {
  readonly #limits: Limits
  readonly #window = new ByteWindow()
  readonly #walker: Walker
  readonly #meter: SpanMeter
  #stage: Stage = 'structure'
  /** Of the next byte, in the data set. */
  #position = 0
  #header: Uint8Array | null = null
  #bulkEnd = 0
  #fragments: FragmentReader

  /** @param before - what was pushed elsewhere, ahead of the data set. */
  constructor(coding: Coding, limits: Limits, before: Span = EMPTY_SPAN) {
    this.#limits = limits
    this.#meter = new SpanMeter(before)
    this.#walker = new Walker(this.#window, coding, limits, { stopAtBulk: true })
    this.#fragments = new FragmentReader(0, coding.littleEndian, limits.fragments)
  }

  push(chunk: Uint8Array): void {
    this.#meter.nextChunk()
    let at = 0
    while (at < chunk.length) at = this.#take(chunk, at)
    this.#meter.count(chunk, chunk.length)
  }

  end(): ScannedDataSet {
    if (this.#stage === 'fragments') throw new DicomError('ends before a delimiter')
    if (this.#stage === 'value') {
      if (this.#position < this.#bulkEnd) throw new DicomError('ends within a value')
      this.#resume()
    }
    this.#walker.finish()
    const header = this.#header ?? this.#window.held(0, this.#walker.at)
    const dataSet = dataSetOver(header, this.#walker.index, this.#limits)
    return { header, dataSet, bulk: this.#bulk(), spans: this.#meter.spans }
  }

  /** @returns the place in `chunk` up to which it was used. */
  #take(chunk: Uint8Array, at: number): number {
    switch (this.#stage) {
      case 'structure':
        return this.#walker.keeps ? this.#takeHeader(chunk, at) : this.#takeRest(chunk, at)
      case 'value':
        return this.#takeValue(chunk, at)
      case 'fragments':
        return this.#takeFragments(chunk, at)
      case 'padding':
        if (!isZero(chunk.subarray(at))) throw new DicomError('bytes after the end of the data set')
        return chunk.length
    }
  }

  #takeHeader(chunk: Uint8Array, at: number): number {
    const wanted = Math.max(STEP_BYTES, this.#walker.at - this.#window.end)
    return this.#walk(chunk, at, Math.min(chunk.length, at + wanted))
  }

  /** Behind the bulk value: only headers pass through the window, values are stepped over. */
  #takeRest(chunk: Uint8Array, at: number): number {
    const ahead = this.#walker.at - this.#window.end
    if (ahead > 0) {
      const taken = Math.min(ahead, chunk.length - at)
      this.#window.dropBefore(this.#window.end + taken)
      return at + taken
    }
    const next = this.#walk(chunk, at, Math.min(chunk.length, at + STEP_BYTES))
    this.#window.dropBefore(Math.min(this.#walker.at, this.#window.end))
    return next
  }

  #walk(chunk: Uint8Array, at: number, end: number): number {
    this.#window.append(chunk, at, end)
    this.#walker.run()
    const { bulk, stop } = this.#walker
    const ahead = this.#window.end - this.#walker.at
    if (stop === 'bulk' && bulk !== null)
      return this.#enterBulk(bulk, chunk, end - (this.#window.end - bulk.valueStart))
    if (stop !== 'padding') return end
    this.#stage = 'padding'
    // The eight zeros that look like an element header are read already.
    return end - (ahead - ITEM_HEADER_BYTES)
  }

  /** The window has run into the value: it starts at `at` of the chunk. */
  #enterBulk({ position, valueStart, length }: ElementHeader, chunk: Uint8Array, at: number): number {
    this.#header = this.#window.held(0, position)
    this.#window.restart(valueStart)
    this.#meter.turn('within', chunk, at)
    this.#position = valueStart
    if (length === UNDEFINED_LENGTH) {
      this.#stage = 'fragments'
      this.#fragments = new FragmentReader(
        valueStart,
        this.#walker.coding.littleEndian,
        this.#limits.fragments,
      )
    } else {
      this.#stage = 'value'
      this.#bulkEnd = valueStart + length
    }
    return at
  }

  #takeValue(chunk: Uint8Array, at: number): number {
    const end = Math.min(chunk.length, at + this.#bulkEnd - this.#position)
    this.#position += end - at
    if (this.#position === this.#bulkEnd) {
      this.#meter.turn('after', chunk, end)
      this.#resume()
    }
    return end
  }

  #takeFragments(chunk: Uint8Array, at: number): number {
    const reader = this.#fragments
    const ahead = reader.at - this.#position
    if (ahead === 0) this.#meter.mark(chunk, at)
    const end = Math.min(chunk.length, at + (ahead > 0 ? ahead : reader.missing))
    if (ahead <= 0) reader.take(chunk.subarray(at, end))
    this.#position += end - at
    if (reader.done) {
      this.#bulkEnd = reader.at
      this.#meter.turnAtMark(reader.header, end)
      this.#resume()
    }
    return end
  }

  /** Go on with the structure behind the bulk value. */
  #resume(): void {
    this.#stage = 'structure'
    this.#window.restart(this.#bulkEnd)
    this.#walker.resume(this.#bulkEnd)
  }

  #bulk(): Bulk | null {
    const { bulk } = this.#walker
    if (bulk === null) return null
    const { tag, length, valueStart: start } = bulk
    const undefinedLength = length === UNDEFINED_LENGTH
    const end = undefinedLength ? this.#bulkEnd - ITEM_HEADER_BYTES : this.#bulkEnd
    const fragments = undefinedLength ? this.#fragments.fragments : null
    return { tag, vr: vrOfNumber(bulk.vr), start, end, undefinedLength, fragments }
  }
}
