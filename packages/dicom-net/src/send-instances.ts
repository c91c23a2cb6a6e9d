/**
 * Sending a list of Instances to one place, whatever happens to any of them: what a C-MOVE is answered with,
 * and what a sender does.
 *
 * @module
 */
import type { RequestorOptions } from './association-request.ts'
import { storageContexts } from './contexts.ts'
import { AssociationError, NoPresentationContextError } from './errors.ts'
import { isAborted } from './invoking/on-abort.ts'
import type { StoreInstance } from './messages/store.ts'
import { begin, type BegunSource } from './read-ahead.ts'
import { associate, type Association } from './requestor.ts'
import type { SentStep } from './services.ts'
import { Status } from './status.ts'

export interface SendOptions extends Omit<RequestorOptions, 'contexts'> {
  /** What is sent must not be changed meanwhile; each `dataSet` is read once, the next one begun while this one is sent. */
  readonly instances: readonly StoreInstance[]
  /** Told what failed without a status from the peer. */
  readonly onError?: (error: unknown, instance: StoreInstance) => void
}

const MAX_CONTEXTS = 128

/**
 * One step for each Instance, in order. A context that is refused, a source that throws, an association that
 * cannot be opened or breaks: each is a failed step, and what can still be sent is sent. Instances of more
 * kinds than fit into one association go over several.
 *
 * Ends early, without steps for what is left, if `signal` is aborted.
 */
export async function* sendInstances(options: SendOptions): AsyncGenerator<SentStep, void, undefined> {
  for (const instances of byContexts(options.instances)) {
    if (isAborted(options.signal)) return
    yield* sendTogether({ ...options, instances })
  }
}

async function* sendTogether(options: SendOptions): AsyncGenerator<SentStep, void, undefined> {
  const { instances, signal, onError } = options
  const opened = await open(options)
  const association = opened.association
  let failure = opened.failure
  let ahead: BegunSource | null = null
  try {
    for (const [at, instance] of instances.entries()) {
      if (isAborted(signal)) return
      const { sopInstanceUid } = instance
      const begun = ahead ?? (failure === null ? begin(instance.dataSet) : null)
      const next = instances[at + 1]
      ahead = failure === null && next !== undefined ? begin(next.dataSet) : null
      const status = failure === null && association !== null && begun !== null
        ? await storeOne(association, { ...instance, dataSet: begun.source }, (error, isOver) => {
          onError?.(error, instance)
          if (isOver) failure = error
        })
        : unsent(failure, () => onError?.(failure, instance))
      begun?.drop()
      if (!isAborted(signal)) yield { kind: 'sent', sopInstanceUid, status }
    }
    if (failure === null) await association?.release().catch(() => association.abort())
  } finally {
    ahead?.drop()
    association?.abort()
  }
}

async function open(
  options: SendOptions,
): Promise<{ readonly association: Association | null; readonly failure: AssociationError | null }> {
  try {
    return { association: await associate({ ...options, contexts: storageContexts(options.instances) }), failure: null }
  } catch (error) {
    if (!(error instanceof AssociationError)) throw error
    return { association: null, failure: error }
  }
}

async function storeOne(
  association: Association, instance: StoreInstance, failed: (error: AssociationError, isOver: boolean) => void,
): Promise<number> {
  try {
    return (await association.store(instance)).status
  } catch (error) {
    if (error instanceof NoPresentationContextError) {
      failed(error, false)
      return Status.sopClassNotSupported
    }
    if (error instanceof AssociationError) failed(error, true)
    else failed(new AssociationError('Instance cannot be read', { cause: error }), false)
    return Status.processingFailure
  }
}

function unsent(failure: AssociationError | null, tell: () => void): number {
  if (failure !== null) tell()
  return Status.processingFailure
}

/** Runs of instances whose kinds fit into one association each. */
function* byContexts(instances: readonly StoreInstance[]): Generator<readonly StoreInstance[], void, undefined> {
  let kinds = new Set<string>()
  let start = 0
  for (const [n, { sopClassUid, transferSyntaxUid }] of instances.entries()) {
    const kind = `${sopClassUid} ${transferSyntaxUid}`
    if (!kinds.has(kind) && kinds.size === MAX_CONTEXTS) {
      yield instances.slice(start, n)
      start = n
      kinds = new Set()
    }
    kinds.add(kind)
  }
  if (start < instances.length) yield instances.slice(start)
}
