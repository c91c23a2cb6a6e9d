/** A text has a character that the character set does not know. The message does not hold it. */
export class CharacterSetError extends RangeError {
  override readonly name = 'CharacterSetError'
}
