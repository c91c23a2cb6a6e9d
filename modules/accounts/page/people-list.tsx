/** People as a table where there is room, as cards on a phone. */
import { Table } from '@mantine/core'
import { IconCircleCheck, IconMailForward, IconShieldCheck, IconUserOff } from '@tabler/icons-react'
import { moveByArrows, StateTag } from '../../../platform/web/kit/index.ts'
import { usePerson } from '../../../platform/web/session.ts'
import { useFrameTexts } from '../../../platform/web/texts/index.ts'
import type { InvitedAccount, PersonView } from '../contract.ts'
import { PersonActions } from './person-actions.tsx'
import { useAccountsTexts } from './texts/index.ts'

interface ListProps {
  readonly accounts: readonly PersonView[]
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
            <Table.Th>{t('patientId')}</Table.Th><Table.Th>{t('secondFactor')}</Table.Th><Table.Th>{t('state')}</Table.Th>
            <Table.Th className="fj-end">{t('actions')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody onKeyDown={moveByArrows}>
          {accounts.map((account) => (
            <Table.Tr key={account.id}>
              <Table.Td className="fj-strong"><Name account={account} /></Table.Td>
              <Table.Td className="fj-id"><bdi className="fj-name">{account.username}</bdi></Table.Td>
              <Table.Td>{role(account.role)}</Table.Td>
              <Table.Td className="fj-mono fj-id"><PatientId account={account} /></Table.Td>
              <Table.Td><SecondFactor account={account} otherwise="–" /></Table.Td>
              <Table.Td><AccountState account={account} /></Table.Td>
              <Table.Td className="fj-end"><PersonActions account={account} onLink={onLink} /></Table.Td>
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
              {role(account.role)} · <bdi className="fj-name">{account.username}</bdi>
              {account.patientId !== null && <> · <span className="fj-mono"><PatientId account={account} /></span></>}
            </div>
            <div className="fj-start"><AccountState account={account} /><SecondFactor account={account} otherwise={null} /></div>
          </div>
          <PersonActions account={account} onLink={onLink} />
        </li>
      ))}
    </ul>
  )
}

function Name({ account }: { readonly account: PersonView }) {
  const t = useAccountsTexts()
  const isSelf = usePerson().id === account.id
  return <><bdi className="fj-name">{account.displayName}</bdi>{isSelf && <span className="fj-quiet"> ({t('you')})</span>}</>
}

function PatientId({ account: { patientId, patientIssuer } }: { readonly account: PersonView }) {
  const issuer = patientIssuer ?? ''
  return <bdi className="fj-name">{patientId ?? '–'}{issuer !== '' && <span className="fj-quiet"> ({issuer})</span>}</bdi>
}

function SecondFactor({ account: { hasCodes, passkeys, byService }, otherwise }: { readonly account: PersonView; readonly otherwise: string | null }) {
  const t = useAccountsTexts()
  const told = [
    ...(passkeys > 0 ? [t('hasPasskeys', { count: passkeys })] : []), ...(hasCodes ? [t('hasCodes')] : []), ...(byService ? [t('byService')] : []),
  ]
  return told.length === 0 ? otherwise : <StateTag tone="plain" icon={IconShieldCheck}>{told.join(', ')}</StateTag>
}

function AccountState({ account: { active, hasPassword, passkeys, byService } }: { readonly account: PersonView }) {
  const t = useAccountsTexts()
  if (!active) return <StateTag tone="bad" icon={IconUserOff}>{t('inactive')}</StateTag>
  if (!hasPassword && passkeys === 0 && !byService) return <StateTag tone="wait" icon={IconMailForward}>{t('invited')}</StateTag>
  return <StateTag tone="good" icon={IconCircleCheck}>{t('active')}</StateTag>
}
