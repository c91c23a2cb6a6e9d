/** A value that somebody has to type or paste elsewhere: large, selectable, copied by one click. */
import { Button, CopyButton } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useFrameTexts } from '../texts/index.ts'
import { announce } from './announcer.tsx'

export function CopyField({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div className="fj-copy">
      <div>
        <div className="fj-copy-label">{label}</div>
        <div className="fj-copy-value" dir="ltr">{value}</div>
      </div>
      <Copy what={label} value={value} />
    </div>
  )
}

export function Copy({ what, value, wide = false }: { what: string; value: string; wide?: boolean }) {
  const t = useFrameTexts()
  return (
    <CopyButton value={value} timeout={2_000}>
      {({ copied, copy }) => (
        <Button
          variant={wide ? 'filled' : 'default'}
          fullWidth={wide}
          className="fj-steady"
          leftSection={copied ? <IconCheck size={18} /> : <IconCopy size={18} />}
          aria-label={copied ? t('copied') : t('copyWhat', { what })}
          onClick={() => {
            copy()
            announce(t('copied'))
          }}
        >
          {copied ? t('copied') : wide ? t('copyWhat', { what }) : t('copy')}
        </Button>
      )}
    </CopyButton>
  )
}
