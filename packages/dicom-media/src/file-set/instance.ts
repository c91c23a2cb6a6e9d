import type { ExtentList } from '@filmjacket/bytes'
import type { DataSet } from '@filmjacket/dicom-data'

export interface FileSetInstance {
  /** What the file holds, at least up to its bulk. The directory repeats it: of a changed file, the changed one. */
  readonly dataSet: DataSet
  readonly sopClassUid: string
  readonly sopInstanceUid: string
  readonly transferSyntaxUid: string
  /** The Part 10 file. */
  readonly content: ExtentList
}
