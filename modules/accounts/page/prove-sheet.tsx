/** "Is it you?" before a way to sign in is changed; then the change goes on by itself. */
import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconFingerprint } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { hasCode } from '../../../platform/web/api.ts'
import { Problem, SecretField, Sheet } from '../../../platform/web/kit/index.ts'
import type { OwnWays, Proof } from '../contract.ts'
import { hasPasskeys } from './browser-passkeys.ts'
import { useAccountsTexts } from './texts/index.ts'
import { mustProve, useProve } from './ways-data.ts'

/** Runs a change; where the server wants a proof first, asks for it and runs the change again. */
export type Proved = (run: (onError: (error: Error) => void) => void) => void

export function useProved(ways: OwnWays): { readonly proved: Proved; readonly sheet: ReactNode } {
  const t = useAccountsTexts()
  const [waiting, setWaiting] = useState<(() => void) | null>(null)
  const proved: Proved = (run) => run((error) => {
    if (mustProve(error)) setWaiting(() => () => run(() => undefined))
  })
  const close = () => setWaiting(null)
  const sheet = (
    <Sheet opened={waiting !== null} onClose={close} title={t('proveTitle')}>
      <ProveForm ways={ways} onProved={() => { close(); waiting?.() }} />
    </Sheet>
  )
  return { proved, sheet }
}

function ProveForm({ ways, onProved }: { readonly ways: OwnWays; readonly onProved: () => void }) {
  const t = useAccountsTexts()
  const prove = useProve()
  const form = useForm({
    initialValues: { password: '', code: '' },
    validate: {
      password: (value) => (value === '' ? t('passwordMissing') : null),
      code: (value) => (ways.hasCodes && value.trim().length < 6 ? t('codeMissing') : null),
    },
  })
  const submit = form.onSubmit(({ password, code }) => {
    const given: Proof = ways.hasCodes ? { password, code: code.trim() } : { password }
    prove.mutate(given, {
      onSuccess: onProved,
      onError: (error) => form.getInputNode(hasCode(error, 'proof-code-wrong') ? 'code' : 'password')?.focus(),
    })
  })
  return (
    <div className="fj-stack">
      <p>{t('proveLead')}</p>
      {prove.isError && <Problem error={prove.error} />}
      {ways.hasPassword && (
        <form onSubmit={submit} noValidate className="fj-stack">
          <SecretField label={t('currentPassword')} autoComplete="current-password" data-autofocus {...form.getInputProps('password')} />
          {ways.hasCodes && (
            <TextInput label={t('code')} description={t('codeHint')} autoComplete="one-time-code" maxLength={32} {...form.getInputProps('code')} />
          )}
          <div><Button type="submit" loading={prove.isPending}>{t('proveGo')}</Button></div>
        </form>
      )}
      {hasPasskeys && ways.passkeys.length > 0 && (
        <Button variant="default" leftSection={<IconFingerprint size={20} />} loading={prove.isPending} onClick={() => prove.mutate('passkey', { onSuccess: onProved })}>
          {t('provePasskey')}
        </Button>
      )}
    </div>
  )
}
