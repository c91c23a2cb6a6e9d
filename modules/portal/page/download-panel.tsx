/** The jacket: what is being packed, what is ready to take, and the form to ask for it. */
import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconAlertTriangle, IconClockX, IconHelpCircle, IconPlus } from '@tabler/icons-react'
import { useFormat } from '../../../platform/web/format.ts'
import { Notice } from '../../../platform/web/kit/index.ts'
import type { ExamDetail, RequestView } from '../contract.ts'
import { isHeld } from './data.ts'
import { DownloadForm } from './download-form.tsx'
import { HelpDialog } from './help-dialog.tsx'
import { HeldRequest } from './held-request.tsx'
import { usePortalTexts } from './texts/index.ts'

export function DownloadPanel({ detail: { exam, requests } }: { readonly detail: ExamDetail }) {
  const t = usePortalTexts()
  const format = useFormat()
  const [helps, help] = useDisclosure(false)
  const held = requests.filter(isHeld)
  return (
    <section id="download" tabIndex={-1} className="fj-jacket" aria-labelledby="download-title">
      <div className="fj-jacket-head"><h2 id="download-title">{t('panelTitle')}</h2></div>
      <div className="fj-jacket-body">
        {held.map((request) => <HeldRequest key={request.id} request={request} />)}
        {held.length === 0 && <EndedBefore request={requests[0]} />}
        {held.length === 0
          ? <><p>{t('panelLead', { count: exam.instances, size: format.bytes(exam.sizeBytes) })}</p><DownloadForm exam={exam} /></>
          : <Another detail={{ exam, requests }} />}
        <Button variant="subtle" leftSection={<IconHelpCircle size={20} />} onClick={help.open}>{t('needHelp')}</Button>
      </div>
      <HelpDialog opened={helps} onClose={help.close} />
    </section>
  )
}

/** A further file of the same exam, such as a disc beside the ZIP. */
function Another({ detail: { exam, requests } }: { readonly detail: Pick<ExamDetail, 'exam' | 'requests'> }) {
  const t = usePortalTexts()
  const [opened, { open }] = useDisclosure(false)
  const held = requests.filter(isHeld)
  const other = held.some(({ format }) => format === 'zip') ? 'iso' : 'zip'
  if (held.length > 1) return null
  if (opened) return <div className="fj-another"><DownloadForm exam={exam} first={other} /></div>
  return (
    <Button variant="subtle" leftSection={<IconPlus size={20} />} onClick={open}>{t('another')}</Button>
  )
}

function EndedBefore({ request }: { readonly request: RequestView | undefined }) {
  const t = usePortalTexts()
  if (request?.state === 'failed') {
    return <Notice tone="bad" icon={IconAlertTriangle} role="status"><p>{t('failedBefore')}</p></Notice>
  }
  if (request?.state === 'expired') {
    return <Notice tone="wait" icon={IconClockX} role="status"><p>{t('expiredBefore')}</p></Notice>
  }
  return null
}
