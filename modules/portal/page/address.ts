/** Enough to catch a slip of the finger; whether it exists, only a mail tells. */
export function isAddress(text: string): boolean {
  return /^\S+@\S+\.\S+$/.test(text.trim())
}
