/** The jacket: what is being packed, what is ready to take, and the form to ask for it. */
import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconAlertTriangle, IconCircleOff, IconClockX, IconHelpCircle, IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useFormat } from '../../../platform/web/format.ts'
import { Notice, Problem, RichLine, RowsSkeleton } from '../../../platform/web/kit/index.ts'
import { usePerson } from '../../../platform/web/session.ts'
import type { ExamDetail, PortalTexts, PortalView, RequestView } from '../contract.ts'
import { isHeld, useStanding } from './data.ts'
import { DownloadForm } from './download-form.tsx'
import { HelpDialog, limitsOf } from './help-dialog.tsx'
import { HeldRequest } from './held-request.tsx'
import { useSiteWords } from './site-words.ts'
import { usePortalTexts } from './texts/index.ts'

export function DownloadPanel({ detail }: { readonly detail: ExamDetail }) {
  const t = usePortalTexts()
  const [words, standing] = [useSiteWords(), useStanding()]
  const error = words.error ?? standing.error
  return (
    <section id="download" tabIndex={-1} className="fj-jacket" aria-labelledby="download-title">
      <div className="fj-jacket-head"><h2 id="download-title">{t('panelTitle')}</h2></div>
      <div className="fj-jacket-body">
        {words.data !== undefined && standing.data !== undefined
          ? <Content detail={detail} words={words.data} standing={standing.data} />
          : error === null ? <RowsSkeleton rows={3} height={64} /> : <Problem error={error} />}
      </div>
    </section>
  )
}

interface PanelProps {
  readonly detail: ExamDetail
  readonly words: PortalTexts
  readonly standing: PortalView
}

function Content({ detail, words, standing }: PanelProps) {
  const t = usePortalTexts()
  const format = useFormat()
  const [helps, help] = useDisclosure(false)
  const { exam, requests } = detail
  const held = requests.filter(isHeld)
  const form = { exam, words, standing, onFirst: help.open }
  return (
    <>
      {held.map((request) => <HeldRequest key={request.id} request={request} words={words} />)}
      {held.length === 0 && <EndedBefore request={requests[0]} />}
      {held.length === 0 && (
        <Door standing={standing} words={words}>
          <p>{t('panelLead', { count: exam.instances, size: format.bytes(exam.sizeBytes) })}</p>
          <DownloadForm {...form} />
        </Door>
      )}
      {held.length === 1 && <Another held={held} words={words} standing={standing} form={form} />}
      <p className="fj-help-line fj-small">
        <IconHelpCircle size={20} aria-hidden="true" />
        <span><RichLine content={words.helpLink} link={{ run: help.open }} /></span>
      </p>
      <HelpDialog opened={helps} onClose={help.close} words={words} standing={standing} />
    </>
  )
}

interface DoorProps {
  readonly words: PortalTexts
  readonly standing: PortalView
  readonly children: ReactNode
}

/** In place of a form that would be refused: why, and the way out. POR-15, POR-16, POR-22. */
function Door({ words, standing, children }: DoorProps) {
  const t = usePortalTexts()
  const hasAccount = usePerson().role !== 'visitor'
  if (standing.door === 'open') return children
  if (standing.door === 'off') {
    return <Notice tone="plain" icon={IconCircleOff} role="status"><strong>{t('downloadsOffTitle')}</strong><p>{t('downloadsOff')}</p></Notice>
  }
  const isQueue = standing.door === 'queue-full'
  const limit = limitsOf(standing)[isQueue ? 0 : 1]
  return (
    <Notice tone="wait" icon={IconAlertTriangle} role="status">
      <p>
        <RichLine
          content={isQueue ? words.queueFull : words.downloadLimit} fill={[limit]}
          link={hasAccount ? { to: '/account', search: { section: 'downloads' } } : { to: '/exams' }}
        />
      </p>
    </Notice>
  )
}

interface AnotherProps extends Omit<DoorProps, 'children'> {
  readonly held: readonly RequestView[]
  readonly form: Omit<Parameters<typeof DownloadForm>[0], 'first'>
}

/** A further file of the same exam, such as a disc beside the ZIP. */
function Another({ held, words, standing, form }: AnotherProps) {
  const t = usePortalTexts()
  const [opened, { open }] = useDisclosure(false)
  const other = held.some(({ format }) => format === 'zip') ? 'iso' : 'zip'
  if (standing.door === 'off') return null
  if (opened) return <div className="fj-another"><Door words={words} standing={standing}><DownloadForm {...form} first={other} /></Door></div>
  return (
    <Button variant="subtle" leftSection={<IconPlus size={20} />} onClick={open}>{t('another')}</Button>
  )
}

function EndedBefore({ request }: { readonly request: RequestView | undefined }) {
  const t = usePortalTexts()
  if (request?.state === 'failed') {
    return <Notice tone="bad" icon={IconAlertTriangle} role="status"><strong>{t('failedTitle')}</strong><p>{t(`failed ${request.failure ?? 'internal'}`)}</p></Notice>
  }
  if (request?.state === 'expired') {
    return <Notice tone="wait" icon={IconClockX} role="status"><p>{t('expiredBefore')}</p></Notice>
  }
  return null
}
