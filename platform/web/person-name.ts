/** "Family, Given" of a PN, PS3.5 §6.2.1: of its first group that says anything. */
export function personName(pn: string): string {
  const group = pn.split('=').find((each) => /[^\s^]/.test(each)) ?? ''
  const [family = '', ...given] = group.split('^').map((part) => part.trim())
  return [family, given.slice(0, 2).filter((part) => part !== '').join(' ')].filter((part) => part !== '').join(', ')
}
