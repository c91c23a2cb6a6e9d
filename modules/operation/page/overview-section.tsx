/** One look: what is well, what wants a look, what is wrong; each leads to where something can be done. */
import { Link } from '@tanstack/react-router'
import {
  IconArrowsExchange, IconCloud, IconDatabase, IconListCheck, IconLogs, IconMail, IconRouter, IconServer, IconShieldCheck, IconStack2,
  type Icon,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useFormat } from '../../../platform/web/format.ts'
import { Notice, Problem, RowsSkeleton } from '../../../platform/web/kit/index.ts'
import { healths, type Health, type OverviewView } from '../contract.ts'
import { useOverview } from './data.ts'
import { HealthTag, SIGNS } from './health-tag.tsx'
import { useSentences, type PartName } from './sentences.ts'
import { useOperationTexts } from './texts/index.ts'

export function OverviewSection() {
  const { data, error, refetch } = useOverview()
  // Numbers of a moment ago would say that all is well where nobody answers any more.
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} />
  return data === undefined ? <RowsSkeleton rows={5} height={84} /> : <Overview overview={data} />
}

function Overview({ overview }: { readonly overview: OverviewView }) {
  const t = useOperationTexts()
  const { instant } = useFormat()
  const { health, version, startedAt } = overview
  const sentences = useSentences(overview)
  return (
    <div className="fj-stack">
      <Notice {...SIGNS[health]} role="status">
        <p className="fj-strong">{t(`all ${health}`)}</p>
        <p className="fj-small">{t('runs', { version, when: instant(startedAt) })}</p>
      </Notice>
      <ul className="fj-operation-parts">
        {worstFirst(overview).map(({ health: own, ...part }) => (
          <Part key={part.name} {...part} health={own}>{sentences(part.name).map((sentence) => <p key={sentence}>{sentence}</p>)}</Part>
        ))}
      </ul>
    </div>
  )
}

interface PartPlace {
  readonly name: PartName
  readonly icon: Icon
  readonly to: string | null
  readonly search?: Readonly<Record<string, string>>
}

const PARTS: readonly PartPlace[] = [
  { name: 'database', icon: IconDatabase, to: null },
  { name: 'disk', icon: IconServer, to: '/storage' },
  { name: 'store', icon: IconCloud, to: '/storage' },
  { name: 'files', icon: IconStack2, to: '/storage' },
  { name: 'quarantine', icon: IconShieldCheck, to: '/quarantine' },
  { name: 'devices', icon: IconRouter, to: '/devices' },
  { name: 'transfers', icon: IconArrowsExchange, to: '/search', search: { section: 'transfers' } },
  { name: 'messages', icon: IconMail, to: '/operation', search: { section: 'jobs' } },
  { name: 'jobs', icon: IconListCheck, to: '/operation', search: { section: 'jobs' } },
  { name: 'log', icon: IconLogs, to: '/operation', search: { section: 'log' } },
]

/** What is not there has no place. */
function worstFirst(overview: OverviewView): readonly (PartPlace & { readonly health: Health })[] {
  const parts = PARTS.flatMap((part) => {
    const health = overview[part.name]?.health
    return health === undefined ? [] : [{ ...part, health }]
  })
  return parts.toSorted((a, b) => healths.indexOf(b.health) - healths.indexOf(a.health))
}

function Part({ name, icon: Sign, to, search, health, children }: PartPlace & { readonly health: Health; readonly children: ReactNode }) {
  const t = useOperationTexts()
  return (
    <li className="fj-card fj-operation-part">
      <Sign size={24} aria-hidden="true" className="fj-quiet" />
      <div className="fj-operation-words">
        <div className="fj-row fj-operation-row">
          <h2>{to === null ? t(name) : <Link to={to} search={search ?? {}} className="fj-link">{t(name)}</Link>}</h2>
          <HealthTag health={health} />
        </div>
        {children}
      </div>
    </li>
  )
}
