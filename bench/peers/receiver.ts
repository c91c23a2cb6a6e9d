import type { MadeStudy } from '../instances.ts'

/** Who takes images by C-STORE. */
export interface Receiver {
  readonly name: string
  readonly aeTitle: string
  readonly port: number
  /** Null for one that runs in this process. */
  readonly pid: number | null
  /** How many of this study arrived, as it tells itself; asked when its work behind the answers is done too. */
  count(study: MadeStudy): Promise<number>
}

export interface Download {
  readonly firstByteMs: number
  /** From the wish until the file may be asked for; where one asks for the file itself, nothing. */
  readonly readyMs?: number
  /** From asking for the file to its first byte. */
  readonly answerMs: number
  readonly seconds: number
  readonly bytes: number
}

/** Who hands out a study as one file. */
export interface Sender extends Receiver {
  /** From the wish to the last byte, which is thrown away like all others. */
  download(study: MadeStudy, format: 'zip' | 'iso'): Promise<Download>
  /** The same of an address below its DICOMweb base; null if it speaks no DICOMweb. */
  readonly dicomWeb: ((path: string, accept: string) => Promise<Download>) | null
}
