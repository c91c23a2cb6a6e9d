import { useAccountsTexts } from './texts/index.ts'

/** Length is the only rule, as in the contract's `Password` (NIST SP 800-63B). */
const MIN_LENGTH = 8
const MAX_LENGTH = 256

export function usePasswordRule(): (password: string) => string | null {
  const t = useAccountsTexts()
  return ({ length }) => (length < MIN_LENGTH ? t('tooShort') : length > MAX_LENGTH ? t('tooLong') : null)
}
