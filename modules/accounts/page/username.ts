/** As the contract's `Username`. */
export function isUsername(text: string): boolean {
  return text.length <= 64 && /^[a-z0-9][a-z0-9._@-]*$/.test(text)
}

/** A first proposal: "Peeters, Anne-Marie" becomes `annemarie.peeters`. Empty where no letter fits. */
export function usernameFrom(name: string): string {
  const [family = '', given = ''] = name.split(',')
  return [given, family].map(plain).filter((part) => part !== '').join('.').slice(0, 64)
}

function plain(text: string): string {
  return text.normalize('NFD').toLowerCase().replace(/[^a-z0-9]/g, '')
}
