import type { AcceptedContext } from './accepted-context.ts'
import type { CommandSet } from './command.ts'
import type { FragmentQueue } from './fragment-queue.ts'

/** A DIMSE message whose Command Set is whole; its Data Set comes. PS3.7 §6.3. */
export interface Message {
  readonly context: AcceptedContext
  readonly command: CommandSet
  readonly dataSet: FragmentQueue | null
}
