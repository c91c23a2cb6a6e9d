/** What may be wrong with a file that somebody names: told in one sentence, so that the others go on. */
import { DicomError } from '@filmjacket/dicom-data'

/** Why a file gives nothing; the message is for people. */
export class FileError extends Error {
  override readonly name = 'FileError'
}

const SENTENCES: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file', ENOTDIR: 'there is no such file', EACCES: 'it may not be read by this user',
  EPERM: 'it may not be read by this user', EISDIR: 'it is a folder', ENOSPC: 'the disk is full',
}

/** What of `error` is to be told of the file; null if it is no fault of the file. */
export function fileErrorOf(error: unknown): FileError | null {
  if (error instanceof FileError) return error
  if (error instanceof DicomError) return new FileError(error.message, { cause: error })
  if (!isOfSystem(error)) return null
  return new FileError(SENTENCES[error.code] ?? `the system says ${error.code}`, { cause: error })
}

function isOfSystem(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string'
}

/** Says what is wrong with `file`; throws `error` again if that is no fault of the file. */
export function tellFault(file: string, error: unknown): void {
  const fault = fileErrorOf(error)
  if (fault === null) throw error
  console.error(`${file}: ${fault.message}`)
}
