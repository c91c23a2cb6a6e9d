/** "Family, Given" of a PN, PS3.5 §6.2.1. */
export function readableName(name: string): string {
  const [family = '', ...given] = (name.split('=')[0] ?? '').split('^').map((part) => part.trim())
  return [family, given.slice(0, 2).filter((part) => part !== '').join(' ')].filter((part) => part !== '').join(', ')
}
