/**
 * Part 10 files: preamble, File Meta Information, data set; and what is left where one is missing. PS3.10 §7.1.
 *
 * @module
 */
import { ByteWindow } from './byte-window.ts'
import type { DataSet } from './data-set.ts'
import { DicomError } from './dicom-error.ts'
import { Tags } from './dictionary.ts'
import { startOfFile, syntaxByLook } from './file-start.ts'
import { withDefaults, type Limits } from './limits.ts'
import { dataSetOver, indexOf, readDataSet } from './read-data-set.ts'
import type { Scan, Scanner } from './scan.ts'
import { scannerFor, scanOf, type Surroundings } from './scan-data-set.ts'
import { EMPTY_SPAN, extended } from './span.ts'
import { TransferSyntaxes, transferSyntaxOf, type TransferSyntax } from './transfer-syntax.ts'
import { isUid } from './uid.ts'
import { Walker, type Walk } from './walker.ts'

const META: Walk = { onlyGroup: 0x0002 }

/** Bytes looked at together until the data set begins: a preamble and a usual meta group fit. */
const STEP_BYTES = 1024

/** Scan a file as it passes. Preamble, prefix, File Meta Information or its group length may be missing. */
export function scanPart10(limits?: Partial<Limits>): Scanner {
  return new Part10Scanner(withDefaults(limits))
}

export type Part10File = Omit<Surroundings, 'size'> & { readonly dataSet: DataSet }

/**
 * A file that is in memory whole, bulk values included. The bytes are not copied.
 *
 * @throws DicomError if the bytes are no DICOM file, or end within an element.
 */
export function readPart10(bytes: Uint8Array, limits?: Partial<Limits>): Part10File {
  const bounds = withDefaults(limits)
  const window = new ByteWindow(bytes)
  const { meta, dataSetStart, transferSyntax } = readHead(window, bounds)
  const dataSet = transferSyntax.deflated
    ? readDataSet(bytes.subarray(dataSetStart), transferSyntax, limits)
    : dataSetOver(window, indexOf(window, dataSetStart, transferSyntax, bounds), bounds)
  return { meta, dataSetStart, transferSyntax, dataSet }
}

type Head = Omit<Surroundings, 'size'>

/** @throws DicomError if the window ends before the data set begins. */
export function readHead(window: ByteWindow, limits: Limits): Head {
  const reader = new HeadReader(window, limits)
  const head = reader.read(true)
  if (head === null) throw new DicomError('ends within File Meta Information')
  return head
}

/** Reads what is before the data set, from a window that fills. */
class HeadReader {
  readonly #window: ByteWindow
  readonly #limits: Limits
  #walker: Walker | null = null

  constructor(window: ByteWindow, limits: Limits) {
    this.#window = window
    this.#limits = limits
  }

  /**
   * @param isAll - no more bytes will come.
   * @returns null if more bytes are needed, or would have been.
   */
  read(isAll: boolean): Head | null {
    const walker = this.#walker ?? this.#start(isAll)
    walker?.run()
    if (walker === null) return null
    const isAtEnd = isAll && walker.at <= this.#window.end && !walker.isInside
    return walker.stop === 'other-group' || isAtEnd ? this.#headBefore(walker) : null
  }

  #start(isAll: boolean): Walker | null {
    const start = startOfFile(this.#window, isAll)
    if (start === null) return null
    this.#walker = new Walker(this.#window, start, TransferSyntaxes.explicitVrLittleEndian, this.#limits, META)
    return this.#walker
  }

  #headBefore(walker: Walker): Head {
    const dataSetStart = walker.at
    walker.index.finish()
    const meta = walker.index.count === 0
      ? null
      : dataSetOver(this.#window.kept(dataSetStart), walker.index, this.#limits)
    const transferSyntax = syntaxByMeta(meta)
      ?? syntaxByLook(this.#window, dataSetStart)
      ?? TransferSyntaxes.explicitVrLittleEndian
    return { meta, dataSetStart, transferSyntax }
  }
}

function syntaxByMeta(meta: DataSet | null): TransferSyntax | null {
  const uid = meta?.text(Tags.TransferSyntaxUID)
  return uid !== undefined && isUid(uid) ? transferSyntaxOf(uid) : null
}

/** Takes what is behind the head. */
type Behind = ReturnType<typeof scannerFor>

class Part10Scanner implements Scanner {
  readonly #limits: Limits
  readonly #window = new ByteWindow()
  readonly #reader: HeadReader
  #head: Head | null = null
  #scanner: Behind | null = null
  #size = 0

  constructor(limits: Limits) {
    this.#limits = limits
    this.#reader = new HeadReader(this.#window, limits)
  }

  push(chunk: Uint8Array): void {
    const before = this.#size
    this.#size += chunk.length
    if (this.#scanner === null) this.#pushHead(chunk, before)
    else this.#scanner.push(chunk)
  }

  end(): Scan {
    const head = this.#head ?? this.#reader.read(true)
    if (head === null) throw new DicomError('ends within File Meta Information')
    const scanner = this.#scanner ?? this.#open(head, this.#size)
    const { meta, dataSetStart, transferSyntax } = head
    return scanOf(scanner.end(), { meta, dataSetStart, transferSyntax, size: this.#size })
  }

  /** @param before - bytes that were pushed before the chunk. */
  #pushHead(chunk: Uint8Array, before: number): void {
    for (let at = 0; at < chunk.length && this.#scanner === null; at += STEP_BYTES) {
      this.#window.append(chunk, at, Math.min(chunk.length, at + STEP_BYTES))
      const head = this.#reader.read(false)
      if (head === null) continue
      const rest = Math.max(head.dataSetStart, before)
      this.#open(head, rest).push(chunk.subarray(rest - before))
    }
  }

  /** The data set begins, and the window has its bytes before `end`; what follows need not go through it. */
  #open(head: Head, end: number): Behind {
    const { dataSetStart, transferSyntax } = head
    const before = extended(EMPTY_SPAN, this.#window.held(0, dataSetStart))
    const scanner = scannerFor(transferSyntax, this.#limits, before)
    if (end > dataSetStart) scanner.push(this.#window.held(dataSetStart, end))
    this.#window.release()
    this.#head = head
    this.#scanner = scanner
    return scanner
  }
}
