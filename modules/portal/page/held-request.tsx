/** A file on its way or ready, with what can be done about it. */
import { Button, Progress } from '@mantine/core'
import { IconCheck, IconDownload, IconHourglass, IconTrash, IconX } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { checkFile } from '../../../platform/web/api.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { announce, Problem } from '../../../platform/web/kit/index.ts'
import type { RequestView } from '../contract.ts'
import { isPending, urls } from './data.ts'
import { useEnding } from './ending.ts'
import { usePortalTexts } from './texts/index.ts'

export function HeldRequest({ request }: { readonly request: RequestView }) {
  const t = usePortalTexts()
  const text = t(isPending(request) ? 'preparing' : 'ready')
  useEffect(() => announce(text), [text])
  return isPending(request) ? <Pending request={request} /> : <Ready request={request} />
}

function Pending({ request }: { readonly request: RequestView }) {
  const t = usePortalTexts()
  const { end, isEnding, error } = useEnding()
  return (
    <div className="fj-held fj-wait">
      <div className="fj-held-head"><IconHourglass size={22} aria-hidden="true" /><h3>{t('preparing')}</h3></div>
      <p>{t('preparingWhat', { images: t('images', { count: request.instances }), format: t(request.format) })}</p>
      <Progress value={100} striped animated size="lg" aria-label={t('preparingMeter')} className="fj-meter" />
      <p className="fj-quiet fj-small">{t('preparingLeave')}</p>
      {error !== null && <Problem error={error} />}
      <Button variant="default" leftSection={<IconX size={18} />} loading={isEnding} onClick={() => end(request)}>
        {t('cancelRequest')}
      </Button>
    </div>
  )
}

function Ready({ request }: { readonly request: RequestView }) {
  const t = usePortalTexts()
  const { end, isEnding, error } = useEnding()
  const { download, isStarted, problem } = useDownload(request)
  const size = useFormat().bytes(request.sizeBytes ?? 0)
  return (
    <div className="fj-held fj-good">
      <div className="fj-held-head"><IconCheck size={22} aria-hidden="true" /><h3>{t('ready')}</h3></div>
      <Facts request={request} />
      {problem !== null && <Problem error={problem} />}
      <Button component="a" href={urls.file(request.id)} download onClick={download} leftSection={<IconDownload size={20} />}>
        {t('download', { size })}
      </Button>
      {isStarted && <p className="fj-small" role="status">{t('started')}</p>}
      {error !== null && <Problem error={error} />}
      <Button variant="subtle" leftSection={<IconTrash size={18} />} loading={isEnding} onClick={() => end(request)}>
        {t('remove')}
      </Button>
    </div>
  )
}

function Facts({ request }: { readonly request: RequestView }) {
  const t = usePortalTexts()
  const format = useFormat()
  const { fileName, expiresAt, lastDownloadedAt, instances } = request
  return (
    <ul className="fj-held-facts">
      <li className="fj-strong"><bdi>{fileName ?? t('preparingWhat', { images: t('images', { count: instances }), format: t(request.format) })}</bdi></li>
      {expiresAt !== null && <li>{t('until', { when: format.instant(expiresAt) })}</li>}
      <li className="fj-quiet">
        {lastDownloadedAt === null ? t('neverDownloaded') : t('lastDownloaded', { when: format.instant(lastDownloadedAt) })}
      </li>
    </ul>
  )
}

/**
 * The link itself is plain, so that the browser shows progress and resumes.
 * Beside it the file is asked for once: a refusal would otherwise be silent.
 */
export function useDownload({ id }: RequestView) {
  const [state, setState] = useState<{ isStarted: boolean; problem: Error | null }>({ isStarted: false, problem: null })
  const download = () => {
    void checkFile(urls.file(id)).then((problem) => setState({ isStarted: problem === null, problem }))
  }
  return { download, ...state }
}
