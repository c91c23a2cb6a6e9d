/** The bytes cannot be read as DICOM. The message names tags and lengths, never an element's value. */
export class DicomError extends Error {
  override readonly name: string = 'DicomError'
}

/** Readable perhaps, but more than a named limit allows. */
export class LimitError extends DicomError {
  override readonly name = 'LimitError'
}
