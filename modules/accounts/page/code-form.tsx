import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { Problem } from '../../../platform/web/kit/index.ts'
import { useAccountsTexts } from './texts/index.ts'

interface CodeFormProps {
  readonly label: string
  readonly hint?: string
  readonly go: string
  readonly error: Error | null
  readonly busy: boolean
  readonly onCode: (code: string) => void
}

/** One code, from an app or from the paper with recovery codes. */
export function CodeForm({ label, hint, go, error, busy, onCode }: CodeFormProps) {
  const t = useAccountsTexts()
  const form = useForm({
    initialValues: { code: '' },
    validate: { code: (value) => (value.trim().length < 6 ? t('codeMissing') : null) },
  })
  return (
    <form onSubmit={form.onSubmit(({ code }) => onCode(code.trim()))} noValidate className="fj-stack">
      {error !== null && <Problem error={error} />}
      <TextInput
        label={label}
        description={hint}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        data-autofocus
        autoFocus
        maxLength={32}
        className="fj-code-field"
        {...form.getInputProps('code')}
      />
      <div><Button type="submit" loading={busy}>{go}</Button></div>
    </form>
  )
}
