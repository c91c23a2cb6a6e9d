import { Link } from '@tanstack/react-router'
import { IconChevronRight, IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { useLanguage } from '../../../platform/web/i18n.ts'
import { contains, FilterField, moveByArrows, NothingFound, Problem, RowsSkeleton, StateTag } from '../../../platform/web/kit/index.ts'
import type { TextView } from '../contract.ts'
import { useTexts } from './data.ts'
import { useSettingsTexts } from './texts/index.ts'

export function TextList() {
  const { data: texts, error, refetch } = useTexts()
  if (texts === undefined && error !== null) return <Problem error={error} onRetry={() => void refetch()} />
  if (texts === undefined) return <RowsSkeleton rows={6} height={84} />
  return <Filtered texts={texts} />
}

function Filtered({ texts }: { readonly texts: readonly TextView[] }) {
  const t = useSettingsTexts()
  const language = useLanguage()
  const [text, setText] = useState('')
  const shown = texts.filter(({ code, aliases, purpose, current }) =>
    contains([code, ...aliases, purpose[language], current[language].words], text))
  return (
    <div className="fj-stack">
      <p className="fj-quiet">{t('textLead')}</p>
      <FilterField label={t('filterTexts')} value={text} onChange={setText} />
      {shown.length === 0 && <NothingFound text={text} onClear={() => setText('')} />}
      <ul className="fj-settings" onKeyDown={moveByArrows}>
        {shown.map((each) => <li key={each.code}><Row text={each} /></li>)}
      </ul>
    </div>
  )
}

function Row({ text: { code, purpose, current } }: { readonly text: TextView }) {
  const t = useSettingsTexts()
  const language = useLanguage()
  const isChanged = Object.values(current).some(({ changed }) => changed !== null)
  return (
    <Link to="/settings/texts/$code" params={{ code }} data-item className="fj-card fj-setting fj-setting-link">
      <span className="fj-setting-words">
        <strong className="fj-setting-name">{code}</strong>
        <span className="fj-quiet">{purpose[language]}</span>
        <span className="fj-setting-beginning">{current[language].words.replace(/<[^>]*>/g, ' ')}</span>
      </span>
      {isChanged && <StateTag tone="plain" icon={IconPencil}>{t('isChanged')}</StateTag>}
      <IconChevronRight size={22} aria-hidden="true" className="fj-setting-go" />
    </Link>
  )
}
