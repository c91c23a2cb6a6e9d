/**
 * multipart/related as it comes in: one part after the other, none of them whole in memory. RFC 2046 §5.1.1.
 *
 * The bytes may come in any division. A part's content reads on only as its consumer does.
 *
 * @module
 */
import { DelimitedInput } from './delimited-input.ts'
import { MultipartError } from './multipart-error.ts'

export interface ReceivedPart {
  /** By name in lower case. */
  readonly headers: ReadonlyMap<string, string>
  /** What is not read of it is passed over before the next part. */
  readonly content: AsyncIterable<Uint8Array>
}

export interface MultipartLimits {
  /** Of one part's headers, and of what is before the first part. */
  readonly headerBytes: number
  readonly parts: number
}

export const defaultMultipartLimits: MultipartLimits = { headerBytes: 16 * 1024, parts: 100_000 }

const HEADERS_END = Buffer.from('\r\n\r\n')
const BOUNDARY_MAX = 200

/**
 * The parts of `body`. What follows the last delimiter is not read.
 *
 * @throws MultipartError if the body is not of that form, is cut short, or passes a limit.
 */
export async function* readMultipart(
  body: AsyncIterable<Uint8Array>, boundary: string, limits: MultipartLimits = defaultMultipartLimits,
): AsyncGenerator<ReceivedPart, void, undefined> {
  if (boundary === '' || boundary.length > BOUNDARY_MAX) throw new MultipartError('a boundary has 1 to 200 characters')
  // Latin-1: a boundary is compared byte by byte.
  const delimiter = Buffer.from(`\r\n--${boundary}`, 'latin1')
  const input = new DelimitedInput(body)
  try {
    await input.upTo(delimiter, limits.headerBytes)
    for (let parts = 1; await isFollowedByPart(input); parts++) {
      if (parts > limits.parts) throw new MultipartError(`more than ${limits.parts} parts`)
      const headers = headersOf(await input.upTo(HEADERS_END, limits.headerBytes))
      const content = input.streamUpTo(delimiter)
      yield { headers, content: withoutReturn(content) }
      await passOver(content)
    }
  } finally {
    await input.close()
  }
}

/** After a delimiter comes `--`, or padding and the end of the line, which is left: headers begin with it. */
async function isFollowedByPart(input: DelimitedInput): Promise<boolean> {
  for (;;) {
    const [first, second] = await input.peek(2)
    if (first === 0x2d && second === 0x2d) return false
    if (first === 0x0d && second === 0x0a) return true
    if (first !== 0x20 && first !== 0x09) throw new MultipartError('a delimiter does not end its line')
    input.skip(1)
  }
}

/** Who stops reading a part has not stopped reading the body. */
function withoutReturn(content: AsyncIterator<Uint8Array>): AsyncIterable<Uint8Array> {
  return { [Symbol.asyncIterator]: () => ({ next: () => content.next() }) }
}

async function passOver(content: AsyncIterator<Uint8Array>): Promise<void> {
  while ((await content.next()).done !== true);
}

/** RFC 822 §3.1.1: a line that begins with white space goes on with the one before. Of two with one name, the first counts. */
function headersOf(bytes: Buffer): ReadonlyMap<string, string> {
  const headers = new Map<string, string>()
  for (const line of bytes.toString('latin1').replace(/\r\n[ \t]+/g, ' ').split('\r\n')) {
    const colon = line.indexOf(':')
    if (line === '') continue
    if (colon < 1) throw new MultipartError('a header of a part has no name')
    const name = line.slice(0, colon).trim().toLowerCase()
    if (!headers.has(name)) headers.set(name, line.slice(colon + 1).trim())
  }
  return headers
}
