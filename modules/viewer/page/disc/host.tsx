/** The light box on a disc: pictures from files, nothing kept, nobody to ask. */
import { IconArrowLeft } from '@tabler/icons-react'
import type { StudyToView } from '../../contract.ts'
import type { Decoder } from '../core/decode/pool.ts'
import type { OpenImageFile } from './image-file.ts'
import type { Host } from '../host.ts'
import { useViewerTexts } from '../texts/index.ts'
import { createFileSource } from './file-source.ts'
import type { OpenStudy } from './index-files.ts'

export interface OpenDisc {
  readonly studies: readonly StudyToView[]
  readonly hostFor: (seriesUid: string | null) => Host
}

export interface DiscOptions {
  readonly open: OpenImageFile
  readonly startDecoder: () => Decoder
  readonly onBack: () => void
}

export function openDisc(found: readonly OpenStudy[], { open, startDecoder, onBack }: DiscOptions): OpenDisc {
  const studies = found.map((study) => toView(study, found))
  const previews = new Map(found.flatMap(({ series }) => series.map(({ uid, preview }) => [uid, preview] as const)))
  const source = createFileSource(found, open)
  const host: Omit<Host, 'useAddress'> = {
    source, startDecoder, hasLinks: false,
    thumbnailOf: (_, { uid }) => previews.get(uid) ?? null,
    useStudies: (ids) => ({ studies: studies.filter(({ id }) => ids.includes(id)), areSettled: true }),
    useIsStaff: () => true,
    Back: () => <BackButton onBack={onBack} />,
  }
  return {
    studies,
    hostFor: (seriesUid) => ({ ...host, useAddress: () => ({ query: seriesUid === null ? NOTHING : { t1: seriesUid }, keep: () => undefined }) }),
  }
}

const NOTHING = {}

function toView({ series, ...study }: OpenStudy, all: readonly OpenStudy[]): StudyToView {
  const { uid, patient } = study
  const others = all.filter((other) => other.uid !== uid && patient.id !== '' && other.patient.id === patient.id)
  return {
    ...study, id: uid, notForDiagnosis: true,
    series: series.map(({ files, preview, ...each }) => ({ ...each, id: each.uid, instances: files.length, hasThumbnail: preview !== null })),
    others: others.map((other) => ({
      id: other.uid, description: other.description, date: other.date, modalities: [...new Set(other.series.map(({ modality }) => modality))],
    })),
  }
}

function BackButton({ onBack }: { readonly onBack: () => void }) {
  const t = useViewerTexts()
  return (
    <button type="button" className="fj-viewer-icon" aria-label={t('back')} onClick={onBack}>
      <IconArrowLeft size={22} aria-hidden="true" />
    </button>
  )
}
