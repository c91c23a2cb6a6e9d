/** The light box in the house: pictures by DICOMweb, its state in the address of the page. */
import { IconArrowLeft } from '@tabler/icons-react'
import { Link, useLocation, useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { usePerson } from '../../../platform/web/session.ts'
import type { StudyToView } from '../contract.ts'
import type { Query } from './core/address.ts'
import { dicomWebSource } from './core/dicom-web-source.ts'
import { thumbnailUrl, useStudies } from './data.ts'
import type { AddressKeeper, Host } from './host.ts'
import { useViewerTexts } from './texts/index.ts'

export const house: Host = {
  source: dicomWebSource,
  startDecoder: () => new Worker(new URL('./core/decode/worker.ts', import.meta.url), { type: 'module' }),
  thumbnailOf: (studyId, { id, hasThumbnail }) => (hasThumbnail ? thumbnailUrl(studyId, id) : null),
  useStudies,
  useAddress,
  useIsStaff: () => !['patient', 'visitor'].includes(usePerson().role),
  Back,
  hasLinks: true,
}

/** The query of the address, by anybody. */
export function useQueryOfAddress(): Readonly<Record<string, unknown>> {
  const search: unknown = useLocation().search
  return typeof search === 'object' && search !== null ? (search as Record<string, unknown>) : {}
}

function useAddress(): AddressKeeper {
  const query = useQueryOfAddress()
  const navigate = useNavigate()
  const keep = useCallback((search: Query) => void navigate({ to: '.', search, replace: true, resetScroll: false }), [navigate])
  return { query, keep }
}

function Back({ study }: { readonly study: StudyToView }) {
  const t = useViewerTexts()
  const { role } = usePerson()
  // Back is the program that they came from.
  if (role === 'visitor' && study.mayTakeHome === false) return null
  const home = role === 'patient' || role === 'doctor' || role === 'visitor' ? `/exams/${study.id}` : '/studies'
  return <Link to={home} className="fj-viewer-icon" aria-label={t('back')}><IconArrowLeft size={22} aria-hidden="true" /></Link>
}
