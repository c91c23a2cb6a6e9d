/** Senders of images: ours, and DCMTK's where it is installed. */
import { associate, type Association, type StoreAnswer } from '@filmjacket/dicom-net'
import type { Image } from './images.ts'
import { runProgram, type ProgramResult } from './programs.ts'

export interface Receiver {
  readonly port: number
  readonly callingAe: string
}

const CALLED_AE = 'FILMJACKET'
/** DCMTK loses 40 ms with each message to Nagle's algorithm without it. */
const DCMTK_ENVIRONMENT = { TCP_NODELAY: '1' }

/** An association on which these images can be sent, each kind in a presentation context of its own. */
export function associateFor(images: readonly Image[], { port, callingAe }: Receiver): Promise<Association> {
  const kinds = new Map(images.map((image) => [`${image.sopClassUid} ${image.transferSyntaxUid}`, image]))
  return associate({
    host: '127.0.0.1', port, callingAe, calledAe: CALLED_AE,
    contexts: [...kinds.values()].map(({ sopClassUid, transferSyntaxUid }) =>
      ({ abstractSyntax: sopClassUid, transferSyntaxes: [transferSyntaxUid] })),
  })
}

export function storeOn(association: Association, image: Image): Promise<StoreAnswer> {
  return association.store({ ...image, dataSet: inParts(image.dataSet) })
}

/** Sends over one association. @returns the status of each. */
export async function dicomSend(images: readonly Image[], receiver: Receiver): Promise<number[]> {
  const association = await associateFor(images, receiver)
  const statuses: number[] = []
  for (const image of images) statuses.push((await storeOn(association, image)).status)
  await association.release()
  return statuses
}

const PART_BYTES = 64 * 1024

export async function* inParts(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PART_BYTES) yield bytes.subarray(at, at + PART_BYTES)
  await Promise.resolve()
}

/** DCMTK's dcmsend: it proposes for each file the transfer syntax it is stored in. */
export function dcmsend(options: readonly string[], paths: readonly string[], receiver: Receiver): Promise<ProgramResult> {
  return runProgram('dcmsend', [...options, ...addressOf(receiver), ...paths], DCMTK_ENVIRONMENT)
}

/** DCMTK's storescu: it proposes uncompressed transfer syntaxes unless told otherwise. */
export function storescu(options: readonly string[], paths: readonly string[], receiver: Receiver): Promise<ProgramResult> {
  return runProgram('storescu', [...options, ...addressOf(receiver), ...paths], DCMTK_ENVIRONMENT)
}

function addressOf({ port, callingAe }: Receiver): readonly string[] {
  return ['-aet', callingAe, '-aec', CALLED_AE, '127.0.0.1', String(port)]
}
