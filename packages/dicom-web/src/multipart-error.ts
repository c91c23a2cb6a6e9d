/** A body of several parts is not one, or passes a limit. The message never holds what was in it. */
export class MultipartError extends Error {
  override readonly name = 'MultipartError'
}
