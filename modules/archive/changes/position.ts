/** Where a follower is, as text that only we read. */

export interface Position {
  /** Which database's feed it is a place in. */
  readonly feed: string
  readonly number: number
}

export function writePosition({ feed, number }: Position): string {
  return `${feed}-${number.toString(36)}`
}

export function readPosition(text: string): Position | null {
  const [, feed, digits] = /^([0-9a-f]{10})-([0-9a-z]{1,10})$/.exec(text) ?? []
  return feed === undefined || digits === undefined ? null : { feed, number: Number.parseInt(digits, 36) }
}
