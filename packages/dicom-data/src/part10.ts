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
import { dataSetOver, readDataSet } from './read-data-set.ts'
import type { Scan, Scanner } from './scan.ts'
import { scannerFor, scanOf, type Surroundings } from './scan-data-set.ts'
import { EMPTY_SPAN, extended } from './span.ts'
import { TransferSyntaxes, transferSyntaxOf, type TransferSyntax } from './transfer-syntax.ts'
import { isUid } from './uid.ts'
import { Walker } from './walker.ts'

const META_GROUP = 0x0002

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
  const head = readHead(new ByteWindow(bytes), withDefaults(limits))
  const dataSet = readDataSet(bytes.subarray(head.dataSetStart), head.transferSyntax, limits)
  return { ...head, dataSet }
}

type Head = Omit<Surroundings, 'size'>

function readHead(window: ByteWindow, limits: Limits): Head {
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
    const walk = { onlyGroup: META_GROUP }
    this.#walker = new Walker(this.#window, TransferSyntaxes.explicitVrLittleEndian, this.#limits, walk)
    this.#walker.at = start
    return this.#walker
  }

  #headBefore(walker: Walker): Head {
    const dataSetStart = walker.at
    const meta = walker.index.count === 0
      ? null
      : dataSetOver(this.#window.held(0, dataSetStart), walker.index, this.#limits)
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

class Part10Scanner implements Scanner {
  readonly #limits: Limits
  readonly #window = new ByteWindow()
  readonly #reader: HeadReader
  #head: Head | null = null
  #scanner: ReturnType<typeof scannerFor> | null = null
  #size = 0

  constructor(limits: Limits) {
    this.#limits = limits
    this.#reader = new HeadReader(this.#window, limits)
  }

  push(chunk: Uint8Array): void {
    this.#size += chunk.length
    let at = 0
    while (this.#scanner === null && at < chunk.length) {
      const end = Math.min(chunk.length, at + STEP_BYTES)
      this.#window.append(chunk, at, end)
      this.#open(this.#reader.read(false))
      at = end
    }
    this.#scanner?.push(at === 0 ? chunk : chunk.subarray(at))
  }

  end(): Scan {
    if (this.#scanner === null) this.#open(this.#reader.read(true))
    if (this.#scanner === null || this.#head === null) throw new DicomError('ends within File Meta Information')
    return scanOf(this.#scanner.end(), { ...this.#head, size: this.#size })
  }

  /** The data set begins; its first bytes have come with the head. */
  #open(head: Head | null): void {
    if (head === null) return
    const { dataSetStart, transferSyntax } = head
    const before = extended(EMPTY_SPAN, this.#window.held(0, dataSetStart))
    this.#head = head
    this.#scanner = scannerFor(transferSyntax, this.#limits, before)
    this.#scanner.push(this.#window.held(dataSetStart, this.#window.end))
  }
}
