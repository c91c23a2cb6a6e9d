/**
 * Instances over one association after the other, for a C-MOVE: each of them one outcome, whatever happens. PS3.4 §C.4.2.
 *
 * @module
 */
import type { BlobReader } from '@filmjacket/bytes'
import {
  associate, AssociationError, Status,
  type Association, type MoveOriginator, type RequestorOptions, type SentStep, type StoreInstance, type WantedContext,
} from '@filmjacket/dicom-net'
import { faultOf, type Log } from '../../platform/server/log.ts'
import { formsOf, inForm, type Kind } from './form.ts'
import { lent } from './lent.ts'
import type { Destination } from './peers.ts'
import type { Wanted, WantedInstance } from './retrieval.ts'

export type SentTo = SentStep & { readonly studyId: string }

export interface Sending {
  readonly blobs: BlobReader
  readonly log: Log
  /** What we call ourselves. */
  readonly callingAe: string
  readonly moveOriginator: MoveOriginator
  readonly signal: AbortSignal
}

const MAX_CONTEXTS = 128

/** Contexts of one transfer syntax each, so that it is us who choose; of those that fit, the forms as stored come first. */
export function contextsFor(kinds: readonly Kind[], decompress: boolean): readonly WantedContext[] {
  const contexts = new Map<string, WantedContext>()
  const propose = (abstractSyntax: string, syntax: string | undefined) => {
    if (syntax === undefined || contexts.size === MAX_CONTEXTS) return
    contexts.set(`${abstractSyntax} ${syntax}`, { abstractSyntax, transferSyntaxes: [syntax] })
  }
  for (const kind of kinds) propose(kind.sopClassUid, formsOf(kind, decompress)[0])
  for (const kind of kinds) for (const syntax of formsOf(kind, decompress)) propose(kind.sopClassUid, syntax)
  return [...contexts.values()]
}

/** Ends early, without steps for what is left, if the signal is aborted. */
export async function* send(wanted: Wanted, destination: Destination, sending: Sending): AsyncGenerator<SentTo> {
  const { address, decompress } = destination
  const { callingAe, moveOriginator, signal } = sending
  const association = await opened({ ...address, callingAe, contexts: contextsFor(wanted.kinds, decompress), signal })
  let isOver = association === null
  try {
    for await (const instance of wanted.instances) {
      if (signal.aborted) return
      let status: number = Status.processingFailure
      if (association !== null && !isOver) {
        const taken = (sopClassUid: string) => takenBy(association, sopClassUid)
        const store = async (each: StoreInstance) => (await association.store({ ...each, moveOriginator })).status
        const outcome = await unlessOver(storeOne(instance, { ...sending, taken, decompress, store }))
        isOver = outcome === null
        status = outcome ?? status
      }
      yield { kind: 'sent', sopInstanceUid: instance.instanceUid, status, studyId: instance.studyId }
    }
    if (!isOver) await association?.release().catch(() => undefined)
  } finally {
    association?.abort()
  }
}

/** Null if nobody is there, or nobody who takes it: then each Instance fails. */
async function opened(options: RequestorOptions): Promise<Association | null> {
  if (options.contexts.length === 0) return null
  return unlessOver(associate(options))
}

async function unlessOver<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work
  } catch (error) {
    if (error instanceof AssociationError) return null
    throw error
  }
}

function takenBy({ contexts }: Association, sopClassUid: string): readonly string[] {
  return contexts.filter(({ abstractSyntax }) => abstractSyntax === sopClassUid).map(({ transferSyntax }) => transferSyntax)
}

export interface Storing {
  readonly blobs: BlobReader
  readonly log: Log
  readonly decompress: boolean
  /** The transfer syntaxes in which the receiver takes Instances of a class. */
  readonly taken: (sopClassUid: string) => readonly string[]
  readonly store: (instance: StoreInstance) => Promise<number>
}

/**
 * In the best of the forms that the receiver takes.
 *
 * @returns the receiver's status, or one of ours where there was none.
 * @throws AssociationError if the association is over.
 */
export async function storeOne(instance: WantedInstance, { blobs, log, decompress, taken, store }: Storing): Promise<number> {
  const syntaxes = taken(instance.sopClassUid)
  const form = formsOf(instance, decompress).find((syntax) => syntaxes.includes(syntax))
  if (form === undefined) return Status.sopClassNotSupported
  try {
    const made = await inForm(instance, form, blobs, lent)
    if (made.kind === 'made') {
      const { sopClassUid, instanceUid: sopInstanceUid } = instance
      return await store({ sopClassUid, sopInstanceUid, transferSyntaxUid: form, dataSet: made.dataSet })
    }
    log.warn({ instance: instance.id, form, reason: made.reason }, 'instance cannot be brought into the form that its receiver takes')
  } catch (error) {
    if (error instanceof AssociationError) throw error
    log.error({ ...faultOf(error), instance: instance.id }, 'instance cannot be read')
  }
  return Status.processingFailure
}
