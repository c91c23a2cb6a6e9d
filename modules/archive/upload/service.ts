import type { FileAnswer, FileOutcome, Report, UploadedPatients } from '../contract.ts'
import type { IncomingFile } from './receiving.ts'
import type { Upload } from './store/uploads.ts'
import type { Known, Uploads } from './uploads.ts'

/** What the routes of uploads call. */
export interface UploadService {
  readonly uploads: Uploads
  /** Display name of an account; empty if it is gone. */
  readonly nameOf: (accountId: string) => Promise<string>
  /** `busy`: as many requests of this upload are under way as one may have. */
  readonly receive: (upload: Upload, peer: string, files: AsyncIterable<IncomingFile>) => Promise<readonly FileAnswer[] | 'busy'>
  arrived(caller: Known, uploadId: string): Promise<UploadedPatients>
  report(uploadId: string, outcome: FileOutcome | null, after: string | null): Promise<Report | null>
  table(uploadId: string): AsyncIterable<Uint8Array>
}
