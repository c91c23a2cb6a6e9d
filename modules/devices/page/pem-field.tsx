/** A certificate or a key, pasted or taken from a file. */
import { Button, FileButton, Textarea } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useDevicesTexts } from './texts/index.ts'

interface PemFieldProps {
  readonly label: string
  readonly description: string
  readonly value: string
  readonly error: ReactNode
  readonly onText: (text: string) => void
  readonly onBlur: () => void
}

const LONGEST = 16_384

export function PemField({ label, description, value, error, onText, onBlur }: PemFieldProps) {
  const t = useDevicesTexts()
  const take = (file: File | null): void => {
    // What is no text is shown as what it is: the field then says what is wrong.
    if (file !== null) void file.slice(0, LONGEST).text().then((text) => onText(text.trim()))
  }
  return (
    <div className="fj-pem">
      <Textarea
        size="md" autosize minRows={2} maxRows={6} maxLength={LONGEST} spellCheck={false} autoComplete="off" dir="ltr"
        placeholder="-----BEGIN …" label={label} description={description} value={value} error={error}
        onChange={({ currentTarget }) => onText(currentTarget.value)} onBlur={onBlur}
      />
      <FileButton accept=".pem,.crt,.cer,.key,.txt" onChange={take}>
        {(props) => (
          <Button {...props} variant="subtle" leftSection={<IconFileText size={18} />} aria-label={t('fromFileWhat', { what: label })}>
            {t('fromFile')}
          </Button>
        )}
      </FileButton>
    </div>
  )
}
