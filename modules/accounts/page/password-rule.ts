import { useAccountsTexts } from './texts/index.ts'
import { useWaysIn } from './ways-data.ts'

const MAX_LENGTH = 256
/** Until the site has said its own. */
const LIKELY_LENGTH = 10

function useMinLength(): number {
  return useWaysIn()?.passwordLength ?? LIKELY_LENGTH
}

/** Length is all that can be told here; what is too common, the server says (NIST SP 800-63B). */
export function usePasswordRule(): (password: string) => string | null {
  const t = useAccountsTexts()
  const minLength = useMinLength()
  return (password) => {
    const length = Array.from(password.normalize('NFKC')).length
    return length < minLength ? t('tooShort', { count: minLength }) : password.length > MAX_LENGTH ? t('tooLong') : null
  }
}

export function usePasswordHint(): string {
  return useAccountsTexts()('newPasswordHint', { count: useMinLength() })
}
