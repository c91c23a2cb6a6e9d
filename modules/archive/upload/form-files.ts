/**
 * Files of a form, as browsers and `curl -F` send them. RFC 7578.
 *
 * @module
 */
import { parseMediaType, readMultipart } from '@filmjacket/dicom-web'
import { UPLOAD_PATH_MAX } from '../contract.ts'
import type { IncomingFile } from './receiving.ts'

/** @returns null if the body is no form. MultipartError comes while it is read. */
export function filesOfForm(contentType: string | undefined, body: AsyncIterable<Uint8Array>): AsyncIterable<IncomingFile> | null {
  const type = parseMediaType(contentType ?? '')
  return type?.name === 'multipart/form-data' ? filesIn(body, type.parameters.get('boundary') ?? '') : null
}

async function* filesIn(body: AsyncIterable<Uint8Array>, boundary: string): AsyncGenerator<IncomingFile> {
  for await (const { headers, content } of readMultipart(body, boundary)) {
    const path = fileNameIn(headers.get('content-disposition') ?? '')
    // Fields that are no files say nothing to us.
    if (path !== null) yield { path, content }
  }
}

const ESCAPED: Readonly<Record<string, string>> = { '%22': '"', '%0A': ' ', '%0D': ' ', '\\"': '"', '\\\\': '/', '\\': '/' }

/** Its path as a name for people: it never becomes one of ours. Browsers write it in UTF-8, with three characters escaped. */
export function fileNameIn(disposition: string): string | null {
  const quoted = /;\s*filename="((?:[^"\\]|\\.)*)"/i.exec(disposition)?.[1]
  if (quoted === undefined) return null
  const text = Buffer.from(quoted, 'latin1').toString('utf8').replace(/%22|%0A|%0D|\\"|\\\\|\\/g, (part) => ESCAPED[part] ?? part)
  return pathForPeople(text) || 'file'
}

/** The end of a path says more than its beginning. Without control characters and halves of characters, which no database holds. */
export function pathForPeople(text: string): string {
  return text.slice(-UPLOAD_PATH_MAX).replace(/\p{C}+/gu, ' ')
}
