/** Of `node:crypto`, for a browser: what makes UIDs and digests. A viewer makes none. */
export function randomUUID(): string {
  return crypto.randomUUID()
}

export function createHash(): never {
  throw new Error('no digests in a viewer')
}
