/** Who may see an exam and its patient; opening it to a doctor; a printout for the patient. POR-24, POR-25. */
import { useParams } from '@tanstack/react-router'
import { IconShieldCheck, IconUserOff } from '@tabler/icons-react'
import { hasCode } from '../../../platform/web/api.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { EmptyState, LinkButton, Notice, PageHead, Problem, RowsSkeleton } from '../../../platform/web/kit/index.ts'
import type { AccessView } from '../contract.ts'
import { CodeCards } from './codes-list.tsx'
import { useAccess } from './data.ts'
import { Holders } from './holders.tsx'
import { OpenForm } from './open-form.tsx'
import { PrintForm } from './print-form.tsx'
import { readableName } from './readable-name.ts'
import { useGrantsTexts } from './texts/index.ts'
import './grants.css'

export function AccessPage() {
  const t = useGrantsTexts()
  const { studyId = '' }: { readonly studyId?: string } = useParams({ strict: false })
  const { data, error, refetch } = useAccess(studyId)
  if (data !== undefined) return <Access view={data} />
  if (error === null) return <RowsSkeleton rows={4} height={80} />
  if (!hasCode(error, 'exam-not-found')) return <Problem error={error} onRetry={() => void refetch()} />
  return (
    <>
      <PageHead title={t('examGone')} windowTitle={t('accessTitle')} back={{ to: '/studies', label: t('toStudies') }} />
      <EmptyState title={t('examGone')} action={<LinkButton to="/studies">{t('toStudies')}</LinkButton>}><p>{t('examGoneWhat')}</p></EmptyState>
    </>
  )
}

function Access({ view }: { readonly view: AccessView }) {
  const t = useGrantsTexts()
  const format = useFormat()
  const { exam, patient, holders, codes } = view
  const facts = [
    patient.id === '' ? '' : t('patientIs', { patientId: patient.id }), exam.description === '' ? t('exam') : exam.description,
    format.date(exam.date) ?? '', t('images', { count: exam.instances }),
  ].filter((fact) => fact !== '')
  return (
    <>
      <PageHead
        back={{ to: '/studies', label: t('toStudies') }} windowTitle={t('accessTitle')}
        title={<>{t('accessTitle')}: <bdi className="fj-name">{readableName(patient.name)}</bdi></>}
        lead={facts.map((fact, index) => <span key={fact}>{index > 0 && ' · '}<bdi className={index === 0 ? 'fj-name' : undefined}>{fact}</bdi></span>)}
      />
      {patient.id === ''
        ? <Notice tone="wait" icon={IconUserOff}><strong>{t('nobodysTitle')}</strong><p>{t('nobodys')}</p></Notice>
        : (
          <div className="fj-access">
            <div className="fj-stack">
              <Holders holders={holders} />
              {codes.length > 0 && <section aria-labelledby="codes"><h2 id="codes">{t('codes')}</h2><CodeCards codes={codes} /></section>}
              <p className="fj-access-note fj-quiet fj-small"><IconShieldCheck size={20} aria-hidden="true" />{t('staffSee')}</p>
            </div>
            <div className="fj-stack">
              <OpenForm studyId={exam.id} />
              <PrintForm exam={exam} patient={patient} />
            </div>
          </div>
        )}
    </>
  )
}
