/**
 * What a client would like to get, read from Accept. PS3.18 §8.7.5 (Accept), §8.3.3.1 (its query parameter).
 *
 * @module
 */
import { parseAccept } from './media-type.ts'

export const MULTIPART = 'multipart/related'

/** One thing that a client would take. */
export interface Wish {
  /** Of the body, or of each part of it. Either half may be `*`. */
  readonly media: string
  /** Wrapped in multipart/related; null if either is welcome. */
  readonly isMultipart: boolean | null
  /** A UID; `*` for as it is stored; null if nothing is said. */
  readonly transferSyntax: string | null
}

/** What can be sent. */
export interface Offer {
  readonly media: string
  readonly isMultipart: boolean
}

export interface Choice extends Offer {
  /** In the order of preference; empty if none was named. */
  readonly transferSyntaxes: readonly string[]
}

/**
 * In the order of preference; empty if nothing is acceptable.
 *
 * @param accept - the header; without it everything is welcome.
 * @param query - `accept` of the query string, which comes before the header.
 */
export function wishesOf(accept: string | undefined, query?: string): readonly Wish[] {
  return parseAccept(query ?? accept ?? '*/*').filter(({ quality }) => quality > 0).map(({ name, parameters }) => {
    const transferSyntax = parameters.get('transfer-syntax') ?? null
    if (name === '*/*' || name === 'multipart/*') {
      return { media: '*/*', isMultipart: name === '*/*' ? null : true, transferSyntax }
    }
    return name === MULTIPART
      ? { media: (parameters.get('type') ?? '*/*').toLowerCase(), isMultipart: true, transferSyntax }
      : { media: name, isMultipart: false, transferSyntax }
  })
}

/**
 * The first offer that suits the most preferred wish.
 *
 * @param offers - the server's own preference first.
 * @returns null if none suits: 406.
 */
export function choose(wishes: readonly Wish[], offers: readonly Offer[]): Choice | null {
  for (const wish of wishes) {
    const offer = offers.find((each) => suits(each, wish))
    if (offer === undefined) continue
    const syntaxes = wishes.filter((each) => suits(offer, each)).flatMap((each) => each.transferSyntax ?? [])
    return { ...offer, transferSyntaxes: syntaxes }
  }
  return null
}

export function suits(offer: Offer, wish: Wish): boolean {
  return (wish.isMultipart ?? offer.isMultipart) === offer.isMultipart && isWithin(offer.media, wish.media)
}

/** `image/jpeg` within `image/*`. */
export function isWithin(media: string, range: string): boolean {
  if (range === '*/*' || range === media) return true
  return range.endsWith('/*') && media.startsWith(range.slice(0, -1))
}
