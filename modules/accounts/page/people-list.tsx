/** People as a table where there is room, as cards on a phone. */
import { ActionIcon, Menu, Table } from '@mantine/core'
import { IconCircleCheck, IconDots, IconLink, IconMailForward, IconUserCheck, IconUserOff } from '@tabler/icons-react'
import { notifications } from '@mantine/notifications'
import { moveByArrows, StateTag, toast } from '../../../platform/web/kit/index.ts'
import { problemSentence } from '../../../platform/web/i18n.ts'
import { ProblemError } from '../../../platform/web/api.ts'
import { usePerson } from '../../../platform/web/session.ts'
import { useFrameTexts } from '../../../platform/web/texts/index.ts'
import type { AccountView, InvitedAccount } from '../contract.ts'
import { useInvite, useSetActive } from './data.ts'
import { useAccountsTexts } from './texts/index.ts'

interface ListProps {
  readonly accounts: readonly AccountView[]
  readonly onLink: (invited: InvitedAccount) => void
}

export function PeopleTable({ accounts, onLink }: ListProps) {
  const t = useAccountsTexts()
  const role = useFrameTexts()
  return (
    <div className="fj-table">
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('name')}</Table.Th><Table.Th>{t('username')}</Table.Th><Table.Th>{t('role')}</Table.Th>
            <Table.Th>{t('patientId')}</Table.Th><Table.Th>{t('state')}</Table.Th>
            <Table.Th className="fj-end">{t('actions')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody onKeyDown={moveByArrows}>
          {accounts.map((account) => (
            <Table.Tr key={account.id}>
              <Table.Td className="fj-strong"><Name account={account} /></Table.Td>
              <Table.Td className="fj-id"><bdi className="fj-name">{account.username}</bdi></Table.Td>
              <Table.Td>{role(account.role)}</Table.Td>
              <Table.Td className="fj-mono fj-id"><bdi className="fj-name">{account.patientId ?? '–'}</bdi></Table.Td>
              <Table.Td><AccountState account={account} /></Table.Td>
              <Table.Td className="fj-end"><Actions account={account} onLink={onLink} /></Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

export function PeopleCards({ accounts, onLink }: ListProps) {
  const role = useFrameTexts()
  return (
    <ul className="fj-cards" onKeyDown={moveByArrows}>
      {accounts.map((account) => (
        <li key={account.id} className="fj-card fj-person-card">
          <div>
            <div className="fj-strong"><Name account={account} /></div>
            <div className="fj-quiet fj-person-line">
              <bdi className="fj-name">{account.username}</bdi> · {role(account.role)}
              {account.patientId !== null && <> · <bdi className="fj-mono fj-name">{account.patientId}</bdi></>}
            </div>
            <AccountState account={account} />
          </div>
          <Actions account={account} onLink={onLink} />
        </li>
      ))}
    </ul>
  )
}

function Name({ account }: { readonly account: AccountView }) {
  const t = useAccountsTexts()
  const isSelf = usePerson().id === account.id
  return <><bdi className="fj-name">{account.displayName}</bdi>{isSelf && <span className="fj-quiet"> ({t('you')})</span>}</>
}

function AccountState({ account: { active, hasPassword } }: { readonly account: AccountView }) {
  const t = useAccountsTexts()
  if (!active) return <StateTag tone="bad" icon={IconUserOff}>{t('inactive')}</StateTag>
  if (!hasPassword) return <StateTag tone="wait" icon={IconMailForward}>{t('invited')}</StateTag>
  return <StateTag tone="good" icon={IconCircleCheck}>{t('active')}</StateTag>
}

interface ActionsProps {
  readonly account: AccountView
  readonly onLink: (invited: InvitedAccount) => void
}

function Actions({ account, onLink }: ActionsProps) {
  const t = useAccountsTexts()
  const name = account.displayName
  const invite = useInvite()
  const toggle = useToggle(account)
  const tell = useTellProblem()
  const isSelf = usePerson().id === account.id
  return (
    <Menu position="bottom-end" width={240} shadow="lg">
      <Menu.Target>
        <ActionIcon data-item variant="subtle" color="gray" size={44} loading={invite.isPending} aria-label={`${t('actions')}: ${name}`}>
          <IconDots size={22} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {account.active && (
          <Menu.Item
            leftSection={<IconLink size={18} />}
            onClick={() => invite.mutate(account.id, { onSuccess: onLink, onError: tell })}
          >
            {t('newLink')}
          </Menu.Item>
        )}
        {!isSelf && (
          <Menu.Item leftSection={account.active ? <IconUserOff size={18} /> : <IconUserCheck size={18} />} onClick={toggle}>
            {t(account.active ? 'deactivate' : 'activate')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

/** Switching off is undone by one click, so it asks no question. */
function useToggle({ id, active }: AccountView): () => void {
  const t = useAccountsTexts()
  const frame = useFrameTexts()
  const { mutate } = useSetActive()
  const tell = useTellProblem()
  const undo = () => mutate({ id, active }, { onError: tell })
  return () => mutate({ id, active: !active }, {
    onError: tell,
    onSuccess: () => toast({
      kind: 'done', closeLabel: frame('close'),
      text: t(active ? 'deactivated' : 'activated'),
      action: { label: frame('undo'), run: undo },
    }),
  })
}

function useTellProblem(): (error: Error) => void {
  const frame = useFrameTexts()
  return (error) => {
    const code = error instanceof ProblemError ? error.code : 'page-fault'
    notifications.show({ color: 'red', title: problemSentence(code) ?? frame('problemUnknown'), message: frame('code', { code }) })
  }
}
