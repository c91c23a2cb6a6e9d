/** One text in each language: typed at one side, seen at the other. */
import { Button, SegmentedControl, Textarea } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useParams } from '@tanstack/react-router'
import { IconAlertTriangle, IconRotate } from '@tabler/icons-react'
import { useState } from 'react'
import { isLanguage, languages, useLanguage, type Language } from '../../../platform/web/i18n.ts'
import { Notice, PageHead, Problem, RichText, RowsSkeleton, toast } from '../../../platform/web/kit/index.ts'
import { useFrameTexts } from '../../../platform/web/texts/index.ts'
import type { Finding, TextPreview, TextView } from '../contract.ts'
import { useChangeText, usePreview, useTexts } from './data.ts'
import { History } from './history.tsx'
import { useSettingsTexts } from './texts/index.ts'
import './settings.css'

export function TextPage() {
  const t = useSettingsTexts()
  const { code = '' }: { readonly code?: string } = useParams({ strict: false })
  const { data: texts, error, refetch } = useTexts()
  const text = texts?.find((each) => each.code === code)
  const language = useLanguage()
  return (
    <>
      <PageHead
        back={{ to: '/settings', search: { section: 'texts' }, label: t('texts') }}
        title={<span className="fj-setting-name">{code}</span>} windowTitle={t('texts')} lead={text?.purpose[language]}
      />
      {texts === undefined && error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      {texts === undefined && error === null && <RowsSkeleton rows={3} height={120} />}
      {texts !== undefined && text === undefined && <p>{t('textGone')}</p>}
      {text !== undefined && <Editor text={text} />}
    </>
  )
}

const choices = Object.entries(languages).map(([value, label]) => ({ value, label }))

/** Drafts of all languages are kept until the page is left: nothing typed is lost by looking at another. */
function Editor({ text }: { readonly text: TextView }) {
  const t = useSettingsTexts()
  const [language, setLanguage] = useState<Language>(useLanguage())
  const [drafts, setDrafts] = useState<Readonly<Partial<Record<Language, string>>>>({})
  const words = drafts[language] ?? text.current[language].words
  const [settled] = useDebouncedValue(words, PREVIEW_MS)
  const preview = usePreview(text.code, settled)
  const type = (typed: string) => setDrafts({ ...drafts, [language]: typed })
  const forget = () => setDrafts(Object.fromEntries(Object.entries(drafts).filter(([of]) => of !== language)))
  return (
    <div className="fj-stack">
      <SegmentedControl
        aria-label={t('words')} size="md" data={choices} value={language} className="fj-segments fj-start"
        onChange={(value) => {
          if (isLanguage(value)) setLanguage(value)
        }}
      />
      <div className="fj-text-sides">
        <Typing text={text} language={language} words={words} preview={preview.data} onType={type} onSaved={forget} />
        <Preview text={text} preview={preview.data} error={preview.error} />
      </div>
      <History of="texts" name={text.code} show={String} />
    </div>
  )
}

const PREVIEW_MS = 300

interface TypingProps {
  readonly text: TextView
  readonly language: Language
  readonly words: string
  readonly preview: TextPreview | undefined
  readonly onType: (words: string) => void
  readonly onSaved: () => void
}

function Typing({ text, language, words, preview, onType, onSaved }: TypingProps) {
  const t = useSettingsTexts()
  const { save, isSaving, error } = useSave(text, language, onSaved)
  const current = text.current[language]
  const isNew = words !== current.words
  return (
    <form className="fj-stack" noValidate onSubmit={(event) => {
      event.preventDefault()
      save(words)
    }}>
      <Textarea
        size="md" label={`${t('words')}: ${languages[language]}`} description={text.kind === 'rich' ? t('markupHint') : t('plainHint')}
        autosize minRows={4} maxRows={18} value={words} maxLength={10_000} lang={language} spellCheck
        onChange={({ currentTarget }) => onType(currentTarget.value)}
      />
      <Places text={text} />
      <Findings preview={preview} />
      {error !== null && <Problem error={error} />}
      <div className="fj-row">
        <Button type="submit" loading={isSaving} disabled={!isNew || (preview?.findings.length ?? 0) > 0}>{t('save')}</Button>
        {current.changed !== null && (
          <Button variant="subtle" leftSection={<IconRotate size={18} />} loading={isSaving} onClick={() => save(null)}>{t('reset')}</Button>
        )}
        {isNew && <span className="fj-small fj-quiet" role="status">{t('unsaved')}</span>}
      </div>
    </form>
  )
}

function useSave(text: TextView, language: Language, onSaved: () => void) {
  const t = useSettingsTexts()
  const closeLabel = useFrameTexts()('close')
  const changing = useChangeText(text.code)
  const { words: last, changed } = text.current[language]
  const undo = () => changing.mutate({ language, words: changed === null ? null : last })
  const save = (words: string | null): void => changing.mutate({ language, words }, {
    onSuccess: () => {
      onSaved()
      toast({ kind: 'done', closeLabel, text: t(words === null ? 'wasReset' : 'saved'), action: { label: t('undo'), run: undo } })
    },
  })
  return { save, isSaving: changing.isPending, error: changing.error }
}

function Places({ text: { places } }: { readonly text: TextView }) {
  const t = useSettingsTexts()
  const language = useLanguage()
  if (places.length === 0) return null
  return (
    <div>
      <h2 className="fj-small">{t('places')}</h2>
      <ul className="fj-places">
        {places.map(({ meaning }, index) => <li key={index}><code>{`{${index}}`}</code> <bdi>{meaning[language]}</bdi></li>)}
      </ul>
    </div>
  )
}

function Findings({ preview }: { readonly preview: TextPreview | undefined }) {
  const t = useSettingsTexts()
  if (preview === undefined || preview.findings.length === 0) return null
  return (
    <Notice tone="bad" icon={IconAlertTriangle} role="status">
      <strong>{t('fix')}</strong>
      <ul>{preview.findings.map(({ kind, what }, index) => <li key={index}>{sentence(t, kind, what)}</li>)}</ul>
    </Notice>
  )
}

function sentence(t: ReturnType<typeof useSettingsTexts>, kind: Finding['kind'], what: string): string {
  return kind === 'empty' || kind === 'too-deep' ? t(`finding ${kind}`) : t(`finding ${kind}`, { what })
}

interface PreviewProps {
  readonly text: TextView
  readonly preview: TextPreview | undefined
  readonly error: Error | null
}

function Preview({ text: { places }, preview, error }: PreviewProps) {
  const t = useSettingsTexts()
  return (
    <section className="fj-card fj-card-body fj-preview" aria-labelledby="preview-title">
      <h2 id="preview-title">{t('preview')}</h2>
      {error !== null && <Problem error={error} />}
      {preview !== undefined && (
        <RichText content={preview.content} fill={places.map(({ sample }) => sample)} link={{ run: () => undefined }} />
      )}
      <p className="fj-small fj-quiet">{t('previewWait')}</p>
    </section>
  )
}
