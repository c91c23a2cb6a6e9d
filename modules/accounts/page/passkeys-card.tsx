import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconFingerprint } from '@tabler/icons-react'
import { useState } from 'react'
import { useFormat } from '../../../platform/web/format.ts'
import { Problem, Sheet } from '../../../platform/web/kit/index.ts'
import type { OwnWays, PasskeyView } from '../contract.ts'
import { hasPasskeys } from './browser-passkeys.ts'
import type { Proved } from './prove-sheet.tsx'
import { useAccountsTexts } from './texts/index.ts'
import { mustProve, useAddPasskey, useRemovePasskey, useRenamePasskey } from './ways-data.ts'

interface CardProps {
  readonly ways: OwnWays
  readonly proved: Proved
}

type Opened = { readonly kind: 'none' } | { readonly kind: 'add' } | { readonly kind: 'rename'; readonly passkey: PasskeyView }

export function PasskeysCard({ ways: { passkeys }, proved }: CardProps) {
  const t = useAccountsTexts()
  const [opened, setOpened] = useState<Opened>({ kind: 'none' })
  const add = useAddPasskey()
  const rename = useRenamePasskey()
  const close = () => setOpened({ kind: 'none' })
  const addOne = (name: string) => {
    close()
    proved((onError) => add.mutate(name, { onError }))
  }
  return (
    <section className="fj-card fj-card-body">
      <h2>{t('passkeys')}</h2>
      <p className="fj-quiet">{t('passkeyWhat')}</p>
      {add.isError && !mustProve(add.error) && <Problem error={add.error} />}
      {rename.isError && <Problem error={rename.error} />}
      {passkeys.length > 0 && (
        <ul className="fj-lines">
          {passkeys.map((passkey) => (
            <Passkey key={passkey.id} passkey={passkey} proved={proved} onRename={() => setOpened({ kind: 'rename', passkey })} />
          ))}
        </ul>
      )}
      {hasPasskeys
        ? (
          <div>
            <Button leftSection={<IconFingerprint size={20} />} loading={add.isPending} onClick={() => setOpened({ kind: 'add' })}>
              {t('passkeyAdd')}
            </Button>
          </div>
        )
        : <p className="fj-small fj-quiet">{t('passkeyNotHere')}</p>}
      <Sheet opened={opened.kind !== 'none'} onClose={close} title={t(opened.kind === 'rename' ? 'passkeyRename' : 'passkeyAdd')}>
        {opened.kind === 'add' && <NameForm initial="" go={t('passkeyMake')} onName={addOne} />}
        {opened.kind === 'rename' && (
          <NameForm initial={opened.passkey.name} go={t('save')} onName={(name) => { close(); rename.mutate({ id: opened.passkey.id, name }) }} />
        )}
      </Sheet>
    </section>
  )
}

interface PasskeyProps {
  readonly passkey: PasskeyView
  readonly proved: Proved
  readonly onRename: () => void
}

function Passkey({ passkey: { id, name, createdAt, usedAt }, proved, onRename }: PasskeyProps) {
  const t = useAccountsTexts()
  const format = useFormat()
  const remove = useRemovePasskey()
  return (
    <li>
      <div>
        <div className="fj-strong"><bdi className="fj-name">{name}</bdi></div>
        <div className="fj-small fj-quiet">
          {usedAt === null ? t('passkeyMade', { when: format.day(createdAt) }) : t('lastUsed', { when: format.instant(usedAt) })}
        </div>
        {remove.isError && !mustProve(remove.error) && <Problem error={remove.error} />}
      </div>
      <div className="fj-start">
        <Button variant="subtle" size="compact-md" mih={44} onClick={onRename} aria-label={`${t('passkeyRename')}: ${name}`}>{t('rename')}</Button>
        <Button
          variant="subtle" color="red" size="compact-md" mih={44} loading={remove.isPending} aria-label={`${t('remove')}: ${name}`}
          onClick={() => proved((onError) => remove.mutate(id, { onError }))}
        >
          {t('remove')}
        </Button>
      </div>
    </li>
  )
}

function NameForm({ initial, go, onName }: { readonly initial: string; readonly go: string; readonly onName: (name: string) => void }) {
  const t = useAccountsTexts()
  const form = useForm({
    initialValues: { name: initial },
    validate: { name: (value) => (value.trim() === '' ? t('passkeyNameMissing') : null) },
  })
  return (
    <form onSubmit={form.onSubmit(({ name }) => onName(name.trim()))} noValidate className="fj-stack">
      <TextInput label={t('passkeyName')} description={t('passkeyNameHint')} maxLength={64} data-autofocus {...form.getInputProps('name')} />
      <div><Button type="submit">{go}</Button></div>
    </form>
  )
}
