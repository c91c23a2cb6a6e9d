import { Tabs } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { IconAdjustments, IconMessage } from '@tabler/icons-react'
import { useSearchValue } from '../../../platform/web/address.ts'
import { PageHead } from '../../../platform/web/kit/index.ts'
import { SystemSettings } from './system-settings.tsx'
import { TextList } from './text-list.tsx'
import { useSettingsTexts } from './texts/index.ts'
import './settings.css'

export function SettingsPage() {
  const t = useSettingsTexts()
  const section = useSearchValue('section') === 'texts' ? 'texts' : 'system'
  const navigate = useNavigate()
  return (
    <>
      <PageHead title={t('settings')} windowTitle={t('settings')} lead={t('settingsLead')} />
      <Tabs
        value={section}
        onChange={(next) => void navigate({ to: '/settings', search: next === 'texts' ? { section: next } : {}, replace: true })}
        keepMounted={false}
        className="fj-tabs"
      >
        <Tabs.List aria-label={t('settings')}>
          <Tabs.Tab value="system" leftSection={<IconAdjustments size={20} aria-hidden="true" />}>{t('system')}</Tabs.Tab>
          <Tabs.Tab value="texts" leftSection={<IconMessage size={20} aria-hidden="true" />}>{t('texts')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="system"><SystemSettings /></Tabs.Panel>
        <Tabs.Panel value="texts"><TextList /></Tabs.Panel>
      </Tabs>
    </>
  )
}
