import { Button } from '@mantine/core'
import { IconLock, IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { useLanguage } from '../../../platform/web/i18n.ts'
import {
  contains, FilterField, moveByArrows, NothingFound, Problem, RowsSkeleton, Sheet, StateTag,
} from '../../../platform/web/kit/index.ts'
import type { SettingView } from '../contract.ts'
import { useSettings } from './data.ts'
import { EditSetting } from './edit-setting.tsx'
import { useShown } from './shown.ts'
import { useSettingsTexts } from './texts/index.ts'

export function SystemSettings() {
  const { data: settings, error, refetch } = useSettings()
  if (settings === undefined && error !== null) return <Problem error={error} onRetry={() => void refetch()} />
  if (settings === undefined) return <RowsSkeleton rows={5} height={84} />
  return <Filtered settings={settings} />
}

function Filtered({ settings }: { readonly settings: readonly SettingView[] }) {
  const t = useSettingsTexts()
  const language = useLanguage()
  const [text, setText] = useState('')
  const [edited, setEdited] = useState<string | null>(null)
  const shown = settings.filter(({ key, aliases, purpose }) => contains([key, ...aliases, purpose[language]], text))
  const setting = settings.find(({ key }) => key === edited)
  const close = () => setEdited(null)
  return (
    <div className="fj-stack">
      <FilterField label={t('filterSettings')} value={text} onChange={setText} />
      {shown.length === 0 && <NothingFound text={text} onClear={() => setText('')} />}
      <ul className="fj-settings" onKeyDown={moveByArrows}>
        {shown.map((each) => <Row key={each.key} setting={each} onEdit={() => setEdited(each.key)} />)}
      </ul>
      <Sheet opened={setting !== undefined} onClose={close} place="side" title={setting?.key ?? ''}>
        {setting !== undefined && <EditSetting key={setting.key} setting={setting} onDone={close} />}
      </Sheet>
    </div>
  )
}

function Row({ setting, onEdit }: { readonly setting: SettingView; readonly onEdit: () => void }) {
  const t = useSettingsTexts()
  const language = useLanguage()
  const shown = useShown()
  const { key, kind, purpose, value, changed } = setting
  return (
    <li className="fj-card fj-setting">
      <div className="fj-setting-words">
        <h2 className="fj-setting-name">{key}</h2>
        <p className="fj-quiet">{purpose[language]}</p>
      </div>
      <div className="fj-setting-value">
        <bdi className="fj-strong">{shown(setting, value)}</bdi>
        {changed !== null && <StateTag tone="plain" icon={IconPencil}>{t('isChanged')}</StateTag>}
        {kind === 'fixed' && <StateTag tone="plain" icon={IconLock}>{t('isFixed')}</StateTag>}
      </div>
      {kind !== 'fixed' && (
        <Button variant="default" data-item leftSection={<IconPencil size={18} />} aria-label={t('editWhat', { what: key })} onClick={onEdit}>
          {t('edit')}
        </Button>
      )}
    </li>
  )
}
