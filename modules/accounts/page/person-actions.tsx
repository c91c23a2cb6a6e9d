/** What can be done for a person: a new link, a change of address, help for who lost a phone, switching off. */
import { ActionIcon, Button, Menu, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { IconDots, IconLink, IconLockX, IconMail, IconMailForward, IconShieldOff, IconUserCheck, IconUserOff } from '@tabler/icons-react'
import { useState } from 'react'
import { ProblemError } from '../../../platform/web/api.ts'
import { problemSentence } from '../../../platform/web/i18n.ts'
import { Problem, Sheet, toast } from '../../../platform/web/kit/index.ts'
import { usePerson } from '../../../platform/web/session.ts'
import { useSite } from '../../../platform/web/site.ts'
import { useFrameTexts } from '../../../platform/web/texts/index.ts'
import type { InvitationWish, InvitedAccount, PersonView } from '../contract.ts'
import { useChangeAccount, useInvite, useRemoveSecondFactors } from './data.ts'
import { isAddress } from './mail-address.ts'
import { useAccountsTexts } from './texts/index.ts'

interface ActionsProps {
  readonly account: PersonView
  readonly onLink: (invited: InvitedAccount) => void
}

type Asked = 'contact' | 'reset' | 'factors' | null

export function PersonActions({ account, onLink }: ActionsProps) {
  const t = useAccountsTexts()
  const [asked, setAsked] = useState<Asked>(null)
  const invite = useInvite()
  const tell = useTellProblem()
  const self = usePerson()
  const isAdmin = self.role === 'admin'
  const hasMail = useSite()?.mail === true && account.email !== null
  const send = (wish: InvitationWish) => invite.mutate({ id: account.id, ...wish }, { onSuccess: onLink, onError: tell })
  const close = () => setAsked(null)
  return (
    <>
      <Menu position="bottom-end" width={280} shadow="lg">
        <Menu.Target>
          <ActionIcon data-item variant="subtle" color="gray" size={44} loading={invite.isPending} aria-label={`${t('actions')}: ${account.displayName}`}>
            <IconDots size={22} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {account.active && <Menu.Item leftSection={<IconLink size={18} />} onClick={() => send({})}>{t('newLink')}</Menu.Item>}
          {account.active && hasMail && (
            <Menu.Item leftSection={<IconMailForward size={18} />} onClick={() => send({ mail: true })}>{t('newLinkMail')}</Menu.Item>
          )}
          {isAdmin && <Menu.Item leftSection={<IconMail size={18} />} onClick={() => setAsked('contact')}>{t('changeAddress')}</Menu.Item>}
          {account.active && account.hasPassword && self.id !== account.id && (
            <Menu.Item leftSection={<IconLockX size={18} />} onClick={() => setAsked('reset')}>{t('endPassword')}</Menu.Item>
          )}
          {isAdmin && (account.hasCodes || account.passkeys > 0) && (
            <Menu.Item leftSection={<IconShieldOff size={18} />} onClick={() => setAsked('factors')}>{t('removeFactors')}</Menu.Item>
          )}
          {isAdmin && self.id !== account.id && <SwitchItem account={account} />}
        </Menu.Dropdown>
      </Menu>
      <Sheet opened={asked === 'contact'} onClose={close} title={t('changeAddress')}><ContactForm account={account} onDone={close} /></Sheet>
      <Sheet opened={asked === 'reset'} onClose={close} title={t('endPassword')}>
        <Confirm text={t('endPasswordLead', { name: account.displayName })} go={t('endPassword')} onGo={() => { close(); send({ reset: true }) }} />
      </Sheet>
      <Sheet opened={asked === 'factors'} onClose={close} title={t('removeFactors')}><RemoveFactors account={account} onDone={close} /></Sheet>
    </>
  )
}

/** Switching off is undone by one click, so it asks no question. */
function SwitchItem({ account: { id, active } }: { readonly account: PersonView }) {
  const t = useAccountsTexts()
  const frame = useFrameTexts()
  const { mutate } = useChangeAccount()
  const tell = useTellProblem()
  const toggle = () => mutate({ id, active: !active }, {
    onError: tell,
    onSuccess: () => toast({
      kind: 'done', closeLabel: frame('close'),
      text: t(active ? 'deactivated' : 'activated'),
      action: { label: frame('undo'), run: () => mutate({ id, active }, { onError: tell }) },
    }),
  })
  return (
    <Menu.Item leftSection={active ? <IconUserOff size={18} /> : <IconUserCheck size={18} />} onClick={toggle}>
      {t(active ? 'deactivate' : 'activate')}
    </Menu.Item>
  )
}

function ContactForm({ account: { id, email, displayName }, onDone }: { readonly account: PersonView; readonly onDone: () => void }) {
  const t = useAccountsTexts()
  const change = useChangeAccount()
  const form = useForm({
    initialValues: { email: email ?? '' },
    validate: { email: (value) => (value.trim() === '' || isAddress(value.trim()) ? null : t('emailBad')) },
  })
  const submit = form.onSubmit((given) => change.mutate({ id, email: given.email.trim() === '' ? null : given.email.trim() }, { onSuccess: onDone }))
  return (
    <form onSubmit={submit} noValidate className="fj-stack">
      {change.isError && <Problem error={change.error} />}
      <p><bdi className="fj-name">{displayName}</bdi></p>
      <TextInput type="email" label={t('email')} description={t('emailHint')} autoComplete="off" maxLength={254} data-autofocus {...form.getInputProps('email')} />
      <div><Button type="submit" loading={change.isPending}>{t('save')}</Button></div>
    </form>
  )
}

function RemoveFactors({ account: { id, displayName }, onDone }: { readonly account: PersonView; readonly onDone: () => void }) {
  const t = useAccountsTexts()
  const frame = useFrameTexts()
  const remove = useRemoveSecondFactors()
  const go = () => remove.mutate(id, {
    onSuccess: () => {
      onDone()
      toast({ kind: 'done', closeLabel: frame('close'), text: t('factorsRemoved') })
    },
  })
  return (
    <>
      {remove.isError && <Problem error={remove.error} />}
      <Confirm text={t('removeFactorsLead', { name: displayName })} go={t('removeFactors')} onGo={go} />
    </>
  )
}

/** What cannot be undone is named before it is done. */
function Confirm({ text, go, onGo }: { readonly text: string; readonly go: string; readonly onGo: () => void }) {
  return (
    <div className="fj-stack">
      <p>{text}</p>
      <div><Button color="red" onClick={onGo}>{go}</Button></div>
    </div>
  )
}

function useTellProblem(): (error: Error) => void {
  const frame = useFrameTexts()
  return (error) => {
    const code = error instanceof ProblemError ? error.code : 'page-fault'
    notifications.show({ color: 'red', title: problemSentence(code) ?? frame('problemUnknown'), message: frame('code', { code }) })
  }
}
