/**
 * multipart/related, laid out and not written: its size is known, and any part of it can be read first. RFC 2387,
 * PS3.18 §8.6.1.2.
 *
 * @module
 */
import { createHash } from 'node:crypto'
import { etagOf, literal, type Extent, type ExtentList } from '@filmjacket/bytes'
import { formatMediaType } from './media-type.ts'
import { MULTIPART } from './wish.ts'

export interface Part {
  /** With its parameters. */
  readonly contentType: string
  /** Where the part may be had by itself. */
  readonly location?: string
  readonly content: ExtentList
}

export interface Multipart {
  readonly list: ExtentList
  /** With its boundary. */
  readonly mediaType: string
}

/**
 * A body of several parts. Same parts, same bytes: a broken download goes on where it ended.
 *
 * @param type - of the parts: `application/dicom`.
 */
export function layOutMultipart(type: string, parts: readonly Part[]): Multipart {
  const boundary = boundaryOf(parts.map(({ contentType, location = '', content }) => `${contentType} ${location} ${etagOf(content)}`))
  const list: Extent[] = []
  parts.forEach((part, at) => {
    list.push(literal(Buffer.from(openingOf(part, boundary, at === 0))), ...part.content)
  })
  list.push(literal(Buffer.from(closingOf(boundary, parts.length === 0))))
  return { list, mediaType: multipartType(type, boundary) }
}

/** Bytes that are made while they are sent. */
export interface StreamedPart extends Omit<Part, 'content'> {
  readonly content: AsyncIterable<Uint8Array>
}

/** The same for parts whose length nobody knows yet. */
export async function* streamMultipart(
  boundary: string, parts: AsyncIterable<StreamedPart>,
): AsyncGenerator<Uint8Array, void, undefined> {
  let isFirst = true
  for await (const part of parts) {
    yield Buffer.from(openingOf(part, boundary, isFirst))
    yield* part.content
    isFirst = false
  }
  yield Buffer.from(closingOf(boundary, isFirst))
}

/** A boundary that follows from what the parts are: it is as long as a digest, and so in none of them. */
export function boundaryOf(names: readonly string[]): string {
  const hash = createHash('sha256')
  for (const name of names) hash.update(`${name}\n`)
  return hash.digest('hex').slice(0, 40)
}

export function multipartType(type: string, boundary: string): string {
  return formatMediaType(MULTIPART, { type, boundary })
}

function openingOf({ contentType, location }: Omit<Part, 'content'>, boundary: string, isFirst: boolean): string {
  const place = location === undefined ? '' : `Content-Location: ${location}\r\n`
  return `${isFirst ? '' : '\r\n'}--${boundary}\r\nContent-Type: ${contentType}\r\n${place}\r\n`
}

function closingOf(boundary: string, isEmpty: boolean): string {
  return `${isEmpty ? '' : '\r\n'}--${boundary}--\r\n`
}
