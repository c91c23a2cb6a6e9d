import { Tabs } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { IconLock, IconPlugConnected, IconUser } from '@tabler/icons-react'
import { useSearchValue } from '../../../platform/web/address.ts'
import { PageHead } from '../../../platform/web/kit/index.ts'
import { usePerson } from '../../../platform/web/session.ts'
import { everyone, useAccountSections, type AccountSection } from '../../../platform/web/web-module.ts'
import { ProfileSection } from './profile-section.tsx'
import { ProgramsSection } from './programs-section.tsx'
import { SignInSection } from './sign-in-section.tsx'
import { useAccountsTexts } from './texts/index.ts'
import './accounts.css'

const own: readonly AccountSection[] = [
  { id: 'profile', allow: everyone, icon: IconUser, useLabel: () => useAccountsTexts()('profile'), component: ProfileSection },
  { id: 'sign-in', allow: everyone, icon: IconLock, useLabel: () => useAccountsTexts()('signInSection'), component: SignInSection },
  {
    id: 'programs', allow: ['admin', 'clerk', 'doctor'], icon: IconPlugConnected,
    useLabel: () => useAccountsTexts()('programs'), component: ProgramsSection,
  },
]

/** Own sections first, then those that other modules bring. */
export function AccountPage() {
  const t = useAccountsTexts()
  const { role } = usePerson()
  const sections = [...own.filter(({ allow }) => allow.includes(role)), ...useAccountSections(role)]
  const wished = useSearchValue('section')
  const section = sections.find(({ id }) => id === wished)?.id ?? 'profile'
  const navigate = useNavigate()
  return (
    <>
      <PageHead title={t('accountTitle')} windowTitle={t('accountTitle')} lead={t('accountLead')} />
      <Tabs
        value={section}
        onChange={(next) => void navigate({ to: '/account', search: { section: next }, replace: true })}
        keepMounted={false}
        className="fj-tabs"
      >
        <Tabs.List aria-label={t('accountTitle')}>
          {sections.map((each) => <SectionTab key={each.id} section={each} />)}
        </Tabs.List>
        {sections.map(({ id, component: Section }) => (
          <Tabs.Panel key={id} value={id}><Section /></Tabs.Panel>
        ))}
      </Tabs>
    </>
  )
}

function SectionTab({ section: { id, icon: Sign, useLabel } }: { readonly section: AccountSection }) {
  return (
    <Tabs.Tab value={id} leftSection={<Sign size={20} stroke={1.75} aria-hidden="true" />}>{useLabel()}</Tabs.Tab>
  )
}
