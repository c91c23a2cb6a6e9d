const LENGTH = 20
const GROUP = 5

/** What was typed of an access code, in capitals and groups of five. */
export function codeTyped(text: string): string {
  const characters = text.toUpperCase().replace(/[^0-9A-Z]/g, '').slice(0, LENGTH)
  return characters.match(new RegExp(`.{1,${GROUP}}`, 'g'))?.join('-') ?? ''
}

export function isWhole(code: string): boolean {
  return code.replaceAll('-', '').length === LENGTH
}
