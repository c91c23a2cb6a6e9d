import { PasswordInput, type PasswordInputProps } from '@mantine/core'
import { useFrameTexts } from '../texts/index.ts'

/** A password that can be looked at: typing errors on a phone are the commonest failure. */
export function SecretField(props: PasswordInputProps) {
  const t = useFrameTexts()
  return (
    <PasswordInput
      {...props}
      rightSectionWidth={46}
      visibilityToggleButtonProps={{ 'aria-label': t('showPassword'), tabIndex: 0 }}
    />
  )
}
