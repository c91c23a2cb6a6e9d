/** The first page of a disc: previews at once, all images once its reader has let the page read the disc. */
import { useDisclosure } from '@mantine/hooks'
import { IconAlertTriangle, IconFolderOff } from '@tabler/icons-react'
import { useEffect, useMemo, useState } from 'react'
import { announce, LanguageChoice, Notice } from '../../../../platform/web/kit/index.ts'
import { Wordmark } from '../../../../platform/web/kit/mark.tsx'
import { useFormat } from '../../../../platform/web/format.ts'
import { readableName } from '../core/elements.ts'
import type { Decoder } from '../core/decode/pool.ts'
import { DeskView } from '../desk.tsx'
import { HostProvider } from '../host.ts'
import { DiscStudies, type ListedStudy } from './disc-studies.tsx'
import { openDisc } from './host.tsx'
import type { OpenImageFile } from './image-file.ts'
import type { Manifest } from './manifest.ts'
import { OpenPanel } from './open-panel.tsx'
import { useDiscTexts } from './texts/index.ts'
import { useDropped } from './use-dropped.ts'
import { useOpening } from './use-opening.ts'
import './disc.css'

export interface DiscPageProps {
  readonly manifest: Manifest | null
  readonly open: OpenImageFile
  readonly startDecoder: () => Decoder
}

interface Looking {
  readonly studyUid: string
  readonly seriesUid: string | null
}

export function DiscPage({ manifest, open, startDecoder }: DiscPageProps) {
  const t = useDiscTexts()
  const opening = useOpening(manifest, open)
  const [looking, setLooking] = useState<Looking | null>(null)
  const [wished, setWished] = useState<string | null>(null)
  const { studies: found } = opening
  const disc = useMemo(() => (found === null ? null : openDisc(found, { open, startDecoder, onBack: () => setLooking(null) })), [found, open, startDecoder])
  const host = useMemo(() => (looking === null ? null : (disc?.hostFor(looking.seriesUid) ?? null)), [disc, looking])
  useEffect(() => {
    document.title = t('windowTitle')
  }, [t])
  useEffect(() => {
    const study = found?.find(({ series }) => series.some(({ uid }) => uid === wished)) ?? (found?.length === 1 ? found[0] : undefined)
    if (study !== undefined) setLooking({ studyUid: study.uid, seriesUid: study.series.some(({ uid }) => uid === wished) ? wished : null })
    // Only what was found changes what is looked at.
  }, [found])
  useDark(looking !== null)
  const study = disc?.studies.find(({ id }) => id === looking?.studyUid)
  if (study !== undefined && host !== null) {
    return <div className="fj-whole"><HostProvider value={host}><DeskView key={`${study.id} ${looking?.seriesUid ?? ''}`} study={study} besideFirst={[]} /></HostProvider></div>
  }
  return (
    <Cover manifest={manifest} opening={opening} studies={listed(manifest, found)} onWish={setWished}
      onSee={found === null ? null : (studyUid, seriesUid) => setLooking({ studyUid, seriesUid })} />
  )
}

function listed(manifest: Manifest | null, found: ReturnType<typeof useOpening>['studies']): readonly ListedStudy[] {
  if (found !== null) return found.map((study) => ({ ...study, patient: study.patient.name, series: study.series.map((each) => ({ ...each, images: each.files.length })) }))
  return (manifest?.studies ?? []).map((study) => ({ ...study, series: study.series.map((each) => ({ ...each, images: each.files.length })) }))
}

interface CoverProps {
  readonly manifest: Manifest | null
  readonly opening: ReturnType<typeof useOpening>
  readonly studies: readonly ListedStudy[]
  /** A Series that is to be looked at as soon as the disc is open. */
  readonly onWish: (seriesUid: string) => void
  readonly onSee: ((studyUid: string, seriesUid: string | null) => void) | null
}

function Cover({ manifest, opening, studies, onWish, onSee }: CoverProps) {
  const t = useDiscTexts()
  const format = useFormat()
  const [isOver, over] = useDisclosure(false)
  useDropped(opening.take, over)
  useEffect(() => {
    if (opening.progress !== null) announce(t('readingFew'))
  }, [opening.progress === null, t])
  const name = readableName(manifest?.patient ?? '')
  const facts = manifest === null ? [] : [
    manifest.institution === '' ? null : t('from', { institution: manifest.institution }),
    manifest.made === '' ? null : t('made', { date: format.date(manifest.made) ?? manifest.made }),
  ].filter((fact) => fact !== null)
  return (
    <div className="fj-disc" data-over={isOver || undefined}>
      <header className="fj-disc-bar"><Wordmark /><LanguageChoice plain /></header>
      <main id="page" className="fj-disc-main">
        <div>
          <h1>{name === '' ? t('windowTitle') : <bdi>{t('imagesOf', { name })}</bdi>}</h1>
          {facts.length > 0 && <p className="fj-lead"><bdi>{facts.join(' · ')}</bdi></p>}
        </div>
        {opening.outcome === 'nothing' && <Notice tone="bad" icon={IconFolderOff} role="alert"><strong>{t('nothingTitle')}</strong><p>{t('nothing')}</p></Notice>}
        {opening.outcome === 'other' && <Notice tone="wait" icon={IconAlertTriangle} role="status"><strong>{t('otherDisc')}</strong><p>{t('otherDiscWhy')}</p></Notice>}
        {onSee === null && <OpenPanel opening={opening} hasPreviews={studies.length > 0} />}
        <DiscStudies studies={studies} onWish={onWish} onSee={onSee} takeFiles={opening.takeFolder} />
      </main>
      <footer className="fj-quiet fj-small">{t('fromFilmjacket')}</footer>
      {isOver && <div className="fj-disc-drop" aria-hidden="true"><strong>{t('dropHere')}</strong></div>}
    </div>
  )
}

const SCHEME = 'data-mantine-color-scheme'

/** The light box is dark whatever the rest is. */
function useDark(isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return undefined
    const root = document.documentElement
    const chosen = root.getAttribute(SCHEME)
    root.setAttribute(SCHEME, 'dark')
    return () => root.setAttribute(SCHEME, chosen ?? 'light')
  }, [isOn])
}
