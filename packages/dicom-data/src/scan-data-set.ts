import { DataSetScanner, type ScannedDataSet } from './data-set-scanner.ts'
import type { DataSet } from './data-set.ts'
import { DeflatedScanner } from './deflated-scanner.ts'
import { withDefaults, type Limits } from './limits.ts'
import type { Scan, Scanner } from './scan.ts'
import type { Span } from './span.ts'
import { transferSyntaxOf, type TransferSyntax } from './transfer-syntax.ts'

/**
 * Scan a bare data set, as it comes by C-STORE. PS3.7 §6.3.
 *
 * @throws UidError if `transferSyntaxUid` is not a UID.
 */
export function scanDataSet(transferSyntaxUid: string, limits?: Partial<Limits>): Scanner {
  const transferSyntax = transferSyntaxOf(transferSyntaxUid)
  const scanner = scannerFor(transferSyntax, withDefaults(limits))
  let size = 0
  return {
    push(chunk) {
      size += chunk.length
      scanner.push(chunk)
    },
    end: () => scanOf(scanner.end(), { transferSyntax, meta: null, dataSetStart: 0, size }),
  }
}

export function scannerFor(
  transferSyntax: TransferSyntax, limits: Limits, before?: Span,
): DataSetScanner | DeflatedScanner {
  return transferSyntax.deflated
    ? new DeflatedScanner(transferSyntax, limits, before)
    : new DataSetScanner(transferSyntax, limits, before)
}

export interface Surroundings {
  readonly transferSyntax: TransferSyntax
  readonly meta: DataSet | null
  readonly dataSetStart: number
  readonly size: number
}

export function scanOf(scanned: ScannedDataSet, around: Surroundings): Scan {
  const { transferSyntax, meta, dataSetStart, size } = around
  const { header, omitted, dataSet, bulk, spans } = scanned
  const place = transferSyntax.deflated ? { bulk: null, inflatedBulk: bulk } : { bulk, inflatedBulk: null }
  return { transferSyntax, meta, dataSetStart, size, header, omitted, dataSet, spans, ...place }
}
