import { Button, Radio, Switch, Textarea, TextInput } from '@mantine/core'
import { IconRotate } from '@tabler/icons-react'
import { useState } from 'react'
import { useLanguage } from '../../../platform/web/i18n.ts'
import { Problem, toast } from '../../../platform/web/kit/index.ts'
import { useFrameTexts } from '../../../platform/web/texts/index.ts'
import type { SettingValue, SettingView } from '../contract.ts'
import { useChangeSetting } from './data.ts'
import { History } from './history.tsx'
import { useShown } from './shown.ts'
import { useSettingsTexts } from './texts/index.ts'

interface EditProps {
  readonly setting: SettingView
  readonly onDone: () => void
}

export function EditSetting({ setting, onDone }: EditProps) {
  const t = useSettingsTexts()
  const language = useLanguage()
  const shown = useShown()
  const { change, isChanging, error } = useChange(setting, onDone)
  const { aliases, changed } = setting
  return (
    <div className="fj-stack">
      <p>{setting.purpose[language]}</p>
      {aliases.length > 0 && <p className="fj-small fj-quiet">{t('aliases')}: <bdi className="fj-setting-alias">{aliases.join(', ')}</bdi></p>}
      <Field setting={setting} isChanging={isChanging} onSave={change} />
      {error !== null && <Problem error={error} />}
      <p className="fj-small fj-quiet">{t('defaultIs', { value: shown(setting, setting.default) })}</p>
      {changed !== null && (
        <Button variant="subtle" leftSection={<IconRotate size={18} />} loading={isChanging} onClick={() => change(null)}>{t('reset')}</Button>
      )}
      <History of="settings" name={setting.key} show={(value) => shown(setting, value)} />
    </div>
  )
}

/** One press, and one to take it back. */
function useChange(setting: SettingView, onDone: () => void) {
  const t = useSettingsTexts()
  const closeLabel = useFrameTexts()('close')
  const changing = useChangeSetting(setting.key)
  const before = setting.changed === null ? null : setting.value
  const undo = () => changing.mutate({ value: before })
  const change = (value: SettingValue | null): void => changing.mutate({ value }, {
    onSuccess: () => {
      onDone()
      toast({ kind: 'done', closeLabel, text: t(value === null ? 'wasReset' : 'saved'), action: { label: t('undo'), run: undo } })
    },
  })
  return { change, isChanging: changing.isPending, error: changing.error }
}

interface FieldProps {
  readonly setting: SettingView
  readonly isChanging: boolean
  readonly onSave: (value: SettingValue) => void
}

function Field(props: FieldProps) {
  switch (props.setting.kind) {
    case 'integer': return <NumberField {...props} />
    case 'switch': return <SwitchField {...props} />
    case 'choice': return <ChoiceField {...props} />
    case 'text':
    case 'fixed': return <WordsField {...props} />
  }
}

function NumberField({ setting: { value, unit, min, max }, isChanging, onSave }: FieldProps) {
  const t = useSettingsTexts()
  const language = useLanguage()
  const [typed, setTyped] = useState(String(value))
  const number = /^\d{1,9}$/.test(typed.trim()) ? Number(typed) : NaN
  const fits = number >= (min ?? 0) && number <= (max ?? 0)
  const bounds = { min: min ?? 0, max: max ?? 0 }
  return (
    <form className="fj-stack" noValidate onSubmit={(event) => {
      event.preventDefault()
      if (fits) onSave(number)
    }}>
      <TextInput
        data-autofocus inputMode="numeric" autoComplete="off" label={unit === null ? t('value') : `${t('value')} (${unit[language]})`}
        description={t('between', bounds)} value={typed} error={fits ? null : t('outOfBounds', bounds)}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <Button type="submit" disabled={!fits} loading={isChanging}>{t('save')}</Button>
    </form>
  )
}

/** Takes effect by itself: a switch that waits for a button would be taken for switched. */
function SwitchField({ setting: { key, value }, isChanging, onSave }: FieldProps) {
  const t = useSettingsTexts()
  const isOn = value === true
  return (
    <Switch
      data-autofocus size="md" label={t(isOn ? 'on' : 'off')} aria-label={key} checked={isOn} disabled={isChanging}
      onChange={({ currentTarget }) => onSave(currentTarget.checked)}
    />
  )
}

function ChoiceField({ setting: { key, value, choices }, isChanging, onSave }: FieldProps) {
  const language = useLanguage()
  return (
    <Radio.Group aria-label={key} value={String(value)} onChange={onSave}>
      <div className="fj-stack">
        {(choices ?? []).map(({ value: each, meaning }) => (
          <Radio
            key={each} value={each} label={meaning[language]} disabled={isChanging} data-autofocus={value === each || undefined}
          />
        ))}
      </div>
    </Radio.Group>
  )
}

function WordsField({ setting: { value, maxLength }, isChanging, onSave }: FieldProps) {
  const t = useSettingsTexts()
  const [typed, setTyped] = useState(String(value))
  return (
    <form className="fj-stack" noValidate onSubmit={(event) => {
      event.preventDefault()
      onSave(typed.trim())
    }}>
      <Textarea
        data-autofocus size="md" autosize minRows={1} label={t('value')} value={typed} maxLength={maxLength ?? 0}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <Button type="submit" loading={isChanging}>{t('save')}</Button>
    </form>
  )
}
