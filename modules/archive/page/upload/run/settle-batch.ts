/**
 * A few files: looked at, offered by their digests, and those that are not there sent.
 *
 * @module
 */
import { api } from '../../../../../platform/web/api.ts'
import { HEAD_BYTES, kindOfFile, UPLOAD_PATH_MAX, type Answers, type FileAnswer, type OfferedFile } from '../../../contract.ts'
import { PackedError, type FoundFile } from '../read/found-file.ts'
import { digestOf } from '../read/digest.ts'
import { sendForm } from './send-form.ts'

export interface Sending {
  readonly uploadId: string
  readonly fileBytesMax: number
  readonly signal: AbortSignal
  /** Bytes of this batch that have gone so far. */
  readonly sent: (bytes: number) => void
}

/** @returns what became of each, in order. */
export async function settleBatch(batch: readonly FoundFile[], sending: Sending): Promise<readonly FileAnswer[]> {
  const { uploadId, signal, sent } = sending
  const looked: Looked[] = []
  for (const file of batch) {
    signal.throwIfAborted()
    looked.push(await look(file, sending))
  }
  const url = `/api/uploads/${encodeURIComponent(uploadId)}`
  const offered = await api.post<Answers>(`${url}/offers`, { files: looked.map(({ offer }) => offer) }, signal)
  const parts = looked.flatMap(({ offer, blob }, place) =>
    offered.files[place]?.outcome === 'send' && blob !== null ? [{ path: offer.path, blob }] : [])
  if (parts.length === 0) return offered.files
  const { files } = await sendForm(`${url}/files`, parts, signal, sent)
  const answers = files[Symbol.iterator]()
  return offered.files.map((answer) => (answer.outcome === 'send' ? answers.next().value ?? answer : answer))
}

interface Looked {
  readonly offer: OfferedFile
  readonly blob: Blob | null
}

async function look(file: FoundFile, { fileBytesMax, signal }: Sending): Promise<Looked> {
  const offer = { path: file.path.slice(-UPLOAD_PATH_MAX), bytes: file.bytes }
  if (file.kind === 'left') return { offer: { ...offer, reason: file.reason }, blob: null }
  try {
    const blob = await file.open()
    const kind = kindOfFile(file.path, new Uint8Array(await blob.slice(0, HEAD_BYTES).arrayBuffer()))
    if (kind !== 'dicom') return { offer: { ...offer, reason: kind }, blob: null }
    if (blob.size > fileBytesMax) return { offer: { ...offer, reason: 'too-large' }, blob: null }
    return { offer: { ...offer, digest: await digestOf(blob, signal) }, blob }
  } catch (error) {
    signal.throwIfAborted()
    return { offer: { ...offer, reason: error instanceof PackedError ? error.reason : 'cannot-read' }, blob: null }
  }
}
