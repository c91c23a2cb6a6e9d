/** One request in work, as the services see it. */
import type { CommandSet } from '../command.ts'
import type { Invoker } from '../invoker.ts'
import type { Message } from '../message.ts'
import type { QueryOptions } from '../query-options.ts'
import type { Peer, Services } from '../services.ts'

/** What is the same for all requests of an association. */
export interface Providing {
  readonly peer: Peer
  readonly services: Services
  /** Aborted when the association is over. */
  readonly gone: AbortSignal
  /** For sub-operations and events on the same association. */
  readonly invoker: Invoker
  queryOptionsFor(sopClassUid: string): QueryOptions
  /** A service threw. The peer hears only a status. */
  readonly onFault: (fault: unknown) => void
}

export interface Work extends Providing {
  readonly message: Message
  /** Aborted by C-CANCEL, and when the association is over. */
  readonly signal: AbortSignal
  /** Resolves when the final response has left or never will. */
  readonly answered: Promise<void>
  /**
   * Send a response that is not the last.
   *
   * @throws AssociationError if the association is over.
   */
  respond(response: Response): Promise<void>
  /** The same for several that differ in their identifiers alone. They leave together. */
  respondEach(command: CommandSet, identifiers: readonly Uint8Array[]): Promise<void>
}

export interface Response {
  readonly command: CommandSet
  readonly identifier?: Uint8Array
}

/** The peer asked for the end of this, and waits for the answer. */
export function isCancelled({ signal, gone }: Work): boolean {
  return signal.aborted && !gone.aborted
}
