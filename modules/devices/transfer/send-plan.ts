/**
 * What is proposed to a receiver, and what of the accepted is used. PS3.8 §9.3.2.2, PS3.4 §B.2. Pure.
 *
 * @module
 */
import type { AcceptedContext, WantedContext } from '@filmjacket/dicom-net'
import { formsOf } from '../../archive/index.ts'

export interface Kind {
  readonly sopClassUid: string
  readonly transferSyntaxUid: string
}

const MAX_CONTEXTS = 128

/** Contexts of one transfer syntax each, so that it is us who choose. */
export function contextsFor(kinds: Iterable<Kind>, decompress: boolean): readonly WantedContext[] {
  const contexts = new Map<string, WantedContext>()
  for (const kind of kinds) {
    for (const syntax of formsOf(kind, decompress)) {
      const context = { abstractSyntax: kind.sopClassUid, transferSyntaxes: [syntax] }
      contexts.set(`${kind.sopClassUid} ${syntax}`, context)
    }
  }
  return [...contexts.values()]
}

/** Those at the front that fit into one association together; at least one. */
export function fitting<K extends Kind>(kinds: readonly K[], decompress: boolean): readonly K[] {
  const seen = new Set<string>()
  const taken: K[] = []
  for (const kind of kinds) {
    const added = formsOf(kind, decompress).map((syntax) => `${kind.sopClassUid} ${syntax}`).filter((pair) => !seen.has(pair))
    if (taken.length > 0 && seen.size + added.length > MAX_CONTEXTS) break
    for (const pair of added) seen.add(pair)
    taken.push(kind)
  }
  return taken
}

/** The form in which this kind is sent over an association; undefined if it takes none that we can make. */
export function formFor(kind: Kind, accepted: readonly AcceptedContext[], decompress: boolean): string | undefined {
  const taken = new Set(accepted.filter(({ abstractSyntax }) => abstractSyntax === kind.sopClassUid).map(({ transferSyntax }) => transferSyntax))
  return formsOf(kind, decompress).find((syntax) => taken.has(syntax))
}
