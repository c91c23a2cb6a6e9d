/**
 * The Data Sets of the services that are not about storing: small, and needed whole.
 *
 * @module
 */
import {
  DicomError, encodeDataSet, LimitError, readDataSet, Tags, transferSyntaxOf, type DataSet, type Element,
  type ElementMap, type Value,
} from '@filmjacket/dicom-data'
import type { Message } from './message.ts'

/** The longest that is read. An answer with every element of a study's row has some 2 KB. */
export const MAX_IDENTIFIER_BYTES = 4 * 1024 * 1024

/**
 * The Data Set of a message, in the Transfer Syntax of its context.
 *
 * @throws DicomError if it is none or there is none, LimitError if it is too long (the rest is read away),
 *   DataSetInterruptedError if the association breaks.
 */
export async function readIdentifier({ context, dataSet }: Message): Promise<DataSet> {
  if (dataSet === null) throw new DicomError('no Data Set where one is due')
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of dataSet) {
    bytes += part.length
    if (bytes > MAX_IDENTIFIER_BYTES) throw new LimitError('identifier too long')
    parts.push(part)
  }
  const whole = parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts)
  return readDataSet(whole, transferSyntaxOf(context.transferSyntax))
}

/** @param characterSet - for text beyond ASCII where the elements name none; UTF-8 if it cannot write them. */
export function encodeIdentifier(elements: ElementMap, transferSyntax: string, characterSet?: string): Uint8Array {
  const syntax = transferSyntaxOf(transferSyntax)
  try {
    return encodeDataSet(elements, syntax, characterSet === undefined ? {} : { characterSet })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return encodeDataSet(withElements(elements, [[Tags.SpecificCharacterSet, 'ISO_IR 192']]), syntax)
  }
}

/** A copy with these elements set. */
export function withElements(
  elements: ElementMap, set: readonly (readonly [tag: number, value: Value | Element])[],
): ReadonlyMap<number, Value | Element> {
  const entries: Iterable<[number, Value | Element]> =
    elements instanceof Map
      ? (elements as ReadonlyMap<number, Value | Element>).entries()
      : Object.entries(elements as { [tag: number]: Value | Element }).map(([tag, value]) => [Number(tag), value])
  const all = new Map(entries)
  for (const [tag, value] of set) all.set(tag, value)
  return all
}
