import { Stack } from '@mantine/core'
import { IconLinkOff } from '@tabler/icons-react'
import { LinkButton, Notice } from '../../../platform/web/kit/index.ts'
import { useAccountsTexts } from './texts/index.ts'

interface BadLinkProps {
  readonly text: string
  readonly to: string
  readonly label: string
}

/** A link that is over, and the way on. */
export function BadLink({ text, to, label }: BadLinkProps) {
  const t = useAccountsTexts()
  return (
    <Stack gap="lg" align="flex-start">
      <h1>{t('linkBadTitle')}</h1>
      <Notice tone="wait" icon={IconLinkOff} role="alert"><p>{text}</p></Notice>
      <LinkButton to={to} variant="default">{label}</LinkButton>
    </Stack>
  )
}
