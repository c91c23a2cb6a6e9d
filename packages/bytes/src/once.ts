/** Bytes that are at hand, for who reads them as they come. */
// eslint-disable-next-line @typescript-eslint/require-await -- nothing is waited for
export async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield bytes
}
