/**
 * Scans a data set as it passes: keeps the header, leaves out large values, takes the CRC of what goes by.
 *
 * @module
 */
import { crc32 } from '@filmjacket/bytes'
import { ByteWindow } from './byte-window.ts'
import type { DataSet } from './data-set.ts'
import { DicomError } from './dicom-error.ts'
import { UNDEFINED_LENGTH, type Coding } from './element-header.ts'
import { FragmentReader, type Fragment } from './fragments.ts'
import type { Limits } from './limits.ts'
import { dataSetOver, isZero } from './read-data-set.ts'
import type { Omission } from './omission.ts'
import type { Bulk } from './scan.ts'
import { EMPTY_SPAN, SpanMeter, type Span, type Spans } from './span.ts'
import { ITEM_HEADER_BYTES } from './tag.ts'
import { vrOfNumber } from './vr.ts'
import { Walker, type LeftOut, type Walk } from './walker.ts'

/** Bytes copied before the walker looks at them: what is copied of a large value in vain stays below this. */
const STEP_BYTES = 8192

const LEAVING_OUT: Walk = { leavesOut: true }

export interface ScannedDataSet {
  readonly header: Uint8Array
  readonly dataSet: DataSet
  readonly bulk: Bulk | null
  readonly omitted: readonly Omission[]
  readonly spans: Spans
}

type Stage = 'structure' | 'value' | 'fragments' | 'padding'

export class DataSetScanner {
  readonly #limits: Limits
  /** Bytes pushed ahead of the data set: positions are told from the first of them. */
  readonly #origin: number
  readonly #window = new ByteWindow()
  readonly #walker: Walker
  readonly #meter: SpanMeter
  readonly #omitted: Omission[] = []
  #stage: Stage = 'structure'
  /** Of the next byte, while a value is left out. */
  #position = 0
  #valueEnd = 0
  #valueCrc32 = 0
  #fragments: FragmentReader
  #bulk: Bulk | null = null

  /** @param before - what was pushed elsewhere, ahead of the data set. */
  constructor(coding: Coding, limits: Limits, before: Span = EMPTY_SPAN) {
    this.#limits = limits
    this.#origin = before.length
    this.#meter = new SpanMeter(before)
    this.#walker = new Walker(this.#window, 0, coding, limits, LEAVING_OUT)
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
      if (this.#position < this.#valueEnd) throw new DicomError('ends within a value')
      this.#goOn()
    }
    this.#walker.finish()
    const kept = this.#window.kept(this.#walker.at)
    this.#window.release()
    const { spans } = this.#meter
    const omitted = this.#omitted.map((omission) =>
      omission.start === this.#bulk?.start ? { ...omission, crc32: spans.within.crc32 } : omission)
    this.#walker.index.finish()
    const dataSet = dataSetOver(kept, this.#walker.index, this.#limits, { omitted })
    return { header: kept.bytes, dataSet, bulk: this.#bulk, omitted, spans }
  }

  /** @returns the place in `chunk` up to which it was used. */
  #take(chunk: Uint8Array, at: number): number {
    switch (this.#stage) {
      case 'structure':
        return this.#takeStructure(chunk, at)
      case 'value':
        return this.#takeValue(chunk, at)
      case 'fragments':
        return this.#takeFragments(chunk, at)
      case 'padding':
        if (!isZero(chunk.subarray(at))) throw new DicomError('bytes after the end of the data set')
        return chunk.length
    }
  }

  #takeStructure(chunk: Uint8Array, at: number): number {
    const wanted = Math.max(STEP_BYTES, this.#walker.at - this.#window.end)
    const end = Math.min(chunk.length, at + wanted)
    this.#window.append(chunk, at, end)
    this.#walker.run()
    const { leftOut, stop } = this.#walker
    if (leftOut !== null) return this.#leaveOut(leftOut, chunk, end - this.#window.cutAt(leftOut.valueStart))
    if (stop !== 'padding') return end
    this.#stage = 'padding'
    // The eight zeros that look like an element header are read already.
    return end - (this.#window.end - this.#walker.at - ITEM_HEADER_BYTES)
  }

  /** The value starts at `at` of the chunk. */
  #leaveOut({ isBulk, valueStart, length }: LeftOut, chunk: Uint8Array, at: number): number {
    if (isBulk) this.#meter.turn('within', chunk, at)
    this.#position = valueStart
    this.#valueCrc32 = 0
    if (length === UNDEFINED_LENGTH) {
      const { littleEndian } = this.#walker.coding
      this.#stage = 'fragments'
      this.#fragments = new FragmentReader(valueStart, littleEndian, this.#limits.fragments)
    } else {
      this.#stage = 'value'
      this.#valueEnd = valueStart + length
    }
    return at
  }

  #takeValue(chunk: Uint8Array, at: number): number {
    const end = Math.min(chunk.length, at + this.#valueEnd - this.#position)
    const isBulk = this.#walker.leftOut?.isBulk === true
    if (!isBulk) this.#valueCrc32 = crc32(chunk.subarray(at, end), this.#valueCrc32)
    this.#position += end - at
    if (this.#position === this.#valueEnd) {
      if (isBulk) this.#meter.turn('after', chunk, end)
      this.#goOn()
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
      this.#valueEnd = reader.at - ITEM_HEADER_BYTES
      this.#meter.turnAtMark(reader.header, end)
      this.#goOn()
    }
    return end
  }

  /** Note the value that has passed, and go on with the structure behind it. */
  #goOn(): void {
    const { leftOut } = this.#walker
    if (leftOut === null) return
    const { tag, valueStart, isBulk, isImplicit } = leftOut
    const [start, end] = [valueStart + this.#origin, this.#valueEnd + this.#origin]
    const undefinedLength = leftOut.length === UNDEFINED_LENGTH
    const omission = { tag, at: valueStart - this.#window.base, start, end, crc32: this.#valueCrc32 }
    this.#omitted.push(isImplicit ? { ...omission, isImplicit } : omission)
    if (isBulk) {
      const fragments = undefinedLength ? moved(this.#fragments.fragments, this.#origin) : null
      this.#bulk = { tag, vr: vrOfNumber(leftOut.vr), start, end, undefinedLength, fragments }
    }
    this.#window.leaveOut(end - start)
    // The delimiter of fragments is part of the header: it is what ends the element there.
    if (undefinedLength) this.#window.append(this.#fragments.header, 0, ITEM_HEADER_BYTES)
    this.#walker.resume()
    this.#stage = 'structure'
  }
}

function moved(fragments: readonly Fragment[], by: number): readonly Fragment[] {
  return by === 0 ? fragments : fragments.map(({ start, end }) => ({ start: start + by, end: end + by }))
}
