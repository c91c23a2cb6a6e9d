/** As the contract's `AeTitle`: at most 16 characters of the default repertoire, no backslash. PS3.5 §6.2. */
export function isAeTitle(text: string): boolean {
  return text.length <= 16 && /^[!-[\]-~]([ -[\]-~]*[!-[\]-~])?$/.test(text)
}
