/** One exam on the light box, which is dark whatever the rest of the house is. */
import { useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { hasCode } from '../../../platform/web/api.ts'
import { EmptyState, LinkButton, Problem, useWindowTitle } from '../../../platform/web/kit/index.ts'
import { useFrameTexts } from '../../../platform/web/texts/index.ts'
import { useStudies, useStudy } from './data.ts'
import { DeskView } from './desk.tsx'
import { HostProvider } from './host.ts'
import { house, useQueryOfAddress } from './house.tsx'
import { useViewerTexts } from './texts/index.ts'
import { Waiting } from './tile-words.tsx'
import { besideOf } from './use-workspace.ts'
import './viewer.css'

export function ViewerPage() {
  const t = useViewerTexts()
  const { studyId = '' }: { readonly studyId?: string } = useParams({ strict: false })
  const query = useQueryOfAddress()
  const [besideFirst] = useState(() => besideOf(query))
  const { data: study, error, refetch } = useStudy(studyId)
  const { areSettled } = useStudies(besideFirst)
  useWindowTitle(t('windowTitle'))
  useDark()
  if (study !== undefined && study.series.length > 0 && areSettled)
    return <HostProvider value={house}><DeskView key={study.id} study={study} besideFirst={besideFirst} /></HostProvider>
  if (study !== undefined && study.series.length === 0) return <Word title={t('nothingToSee')} text={t('nothingToSeeWhy')} />
  if (error === null) return <main className="fj-viewer" aria-busy="true"><Waiting /></main>
  if (hasCode(error, 'exam-not-found')) return <Word title={t('gone')} text={t('goneWhy')} />
  return <main className="fj-viewer fj-viewer-word"><h1 className="fj-unseen">{t('windowTitle')}</h1><Problem error={error} onRetry={() => void refetch()} /></main>
}

function Word({ title, text }: { readonly title: string; readonly text: string }) {
  const frame = useFrameTexts()
  return (
    <main className="fj-viewer fj-viewer-word">
      <h1 className="fj-unseen">{title}</h1>
      <EmptyState title={title} action={<LinkButton to="/">{frame('toStart')}</LinkButton>}><p>{text}</p></EmptyState>
    </main>
  )
}

const SCHEME = 'data-mantine-color-scheme'

/** For as long as the page is open; then as the person chose. */
function useDark(): void {
  useEffect(() => {
    const root = document.documentElement
    const chosen = root.getAttribute(SCHEME)
    root.setAttribute(SCHEME, 'dark')
    return () => {
      if (chosen !== null) root.setAttribute(SCHEME, chosen)
    }
  }, [])
}
