/** How the installation is: at a glance, in its own words, and what it still has to do. */
import { Tabs } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { IconActivityHeartbeat, IconListCheck, IconLogs } from '@tabler/icons-react'
import { useSearchValue } from '../../../platform/web/address.ts'
import { PageHead } from '../../../platform/web/kit/index.ts'
import { JobsSection } from './jobs-section.tsx'
import { LogSection } from './log-section.tsx'
import { OverviewSection } from './overview-section.tsx'
import { useOperationTexts } from './texts/index.ts'
import './operation.css'

const SECTIONS = [
  { name: 'overview', icon: IconActivityHeartbeat, component: OverviewSection },
  { name: 'log', icon: IconLogs, component: LogSection },
  { name: 'jobs', icon: IconListCheck, component: JobsSection },
] as const

export function OperationPage() {
  const t = useOperationTexts()
  const asked = useSearchValue('section')
  const section = SECTIONS.find(({ name }) => name === asked)?.name ?? 'overview'
  const navigate = useNavigate()
  return (
    <>
      <PageHead title={t('operation')} windowTitle={t('operation')} lead={t('lead')} />
      <Tabs
        value={section}
        onChange={(next) => void navigate({ to: '/operation', search: next === 'overview' ? {} : { section: next }, replace: true })}
        keepMounted={false}
        className="fj-operation"
      >
        <Tabs.List aria-label={t('operation')}>
          {SECTIONS.map(({ name, icon: Sign }) => (
            <Tabs.Tab key={name} value={name} leftSection={<Sign size={20} aria-hidden="true" />}>{t(name)}</Tabs.Tab>
          ))}
        </Tabs.List>
        {SECTIONS.map(({ name, component: Section }) => <Tabs.Panel key={name} value={name}><Section /></Tabs.Panel>)}
      </Tabs>
    </>
  )
}
