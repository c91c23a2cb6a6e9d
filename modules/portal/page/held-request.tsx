/** A file on its way or ready, with what can be done about it. */
import { Button, Progress } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconDownload, IconHourglass, IconRefresh, IconTrash, IconX } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { checkFile, hasCode } from '../../../platform/web/api.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/i18n.ts'
import { announce, filled, Notice, Problem, RichLine } from '../../../platform/web/kit/index.ts'
import type { PortalTexts, RequestView } from '../contract.ts'
import { isPending, refresh, urls } from './data.ts'
import { useEnding } from './ending.ts'
import { useNoticeWays } from './notice-fields.tsx'
import { NotifyAfterwards } from './notify-afterwards.tsx'
import { ordinal } from './ordinal.ts'
import { usePortalTexts } from './texts/index.ts'

interface HeldProps {
  readonly request: RequestView
  readonly words: PortalTexts
}

export function HeldRequest(props: HeldProps) {
  const t = usePortalTexts()
  const pending = isPending(props.request)
  const text = t(pending ? 'preparing' : 'ready')
  useEffect(() => announce(text), [text])
  return pending ? <Pending {...props} /> : <Ready {...props} />
}

function Pending({ request, words }: HeldProps) {
  const t = usePortalTexts()
  const language = useLanguage()
  const canTell = useNoticeWays().length > 0
  const { end, isEnding, error } = useEnding()
  const cancel = () => end(request)
  return (
    <div className="fj-held fj-wait">
      <div className="fj-held-head"><IconHourglass size={22} aria-hidden="true" /><h3>{t('preparing')}</h3></div>
      <p>{t('preparingWhat', { images: t('images', { count: request.instances }), format: t(request.format) })}</p>
      <Meter request={request} />
      <p>
        <RichLine content={words.inProgress} fill={[ordinal(request.position ?? 1, language)]} link={{ run: cancel }} />
      </p>
      <p className="fj-quiet fj-small">{t('preparingLeave')}</p>
      {canTell && <NotifyAfterwards request={request} words={words} />}
      {error !== null && <Problem error={error} />}
      <Button variant="default" leftSection={<IconX size={18} />} loading={isEnding} onClick={cancel}>
        {t('cancelRequest')}
      </Button>
    </div>
  )
}

/** In images, while they are being fetched; else it only moves. */
function Meter({ request: { state, fetched, instances } }: { readonly request: RequestView }) {
  const t = usePortalTexts()
  if (state !== 'retrieving') return <Progress value={100} striped animated size="lg" aria-label={t('preparingMeter')} className="fj-meter" />
  return (
    <div>
      <Progress value={(100 * fetched) / Math.max(instances, 1)} striped animated size="lg" aria-label={t('preparingMeter')} className="fj-meter" />
      <p className="fj-small fj-quiet fj-meter-words">{t('fetching', { done: fetched, count: instances })}</p>
    </div>
  )
}

function Ready({ request, words }: HeldProps) {
  const t = usePortalTexts()
  const { end, isEnding, error } = useEnding()
  const { download, isStarted, problem } = useDownload(request)
  const size = useFormat().bytes(request.sizeBytes ?? 0)
  if (problem !== null && hasCode(problem, 'file-not-found')) return <Gone words={words} isEnding={isEnding} onAgain={() => end(request)} />
  return (
    <div className="fj-held fj-good">
      <div className="fj-held-head"><IconCheck size={22} aria-hidden="true" /><h3>{t('ready')}</h3></div>
      <Facts request={request} words={words} onDownload={download} />
      {request.maybePartial && <Notice tone="wait" icon={IconAlertTriangle}><p>{t('maybePartial')}</p></Notice>}
      {problem !== null && <Problem error={problem} />}
      <Button component="a" href={urls.file(request.id)} download onClick={download} leftSection={<IconDownload size={20} />}>
        {t('download', { size })}
      </Button>
      {request.format === 'iso' && <DiscLabel request={request} />}
      {isStarted && <p className="fj-small" role="status">{t('started')}</p>}
      {error !== null && <Problem error={error} />}
      <Button variant="subtle" leftSection={<IconTrash size={18} />} loading={isEnding} onClick={() => end(request)}>
        {t('remove')}
      </Button>
    </div>
  )
}

/** MED-20: what a disc of it is to bear, and who can read it. */
function DiscLabel({ request: { discLabel, mediaProfile } }: { readonly request: RequestView }) {
  const t = usePortalTexts()
  return (
    <details className="fj-disc-label">
      <summary>{t('discLabel')}</summary>
      <ul>{discLabel.map((line) => <li key={line}><bdi>{line}</bdi></li>)}</ul>
      {mediaProfile === null && <p className="fj-small fj-quiet">{t('noProfile')}</p>}
    </details>
  )
}

interface GoneProps {
  readonly words: PortalTexts
  readonly isEnding: boolean
  readonly onAgain: () => void
}

/** What was ready cannot be made any more: POR-20, in the site's words, and the way to another. */
function Gone({ words, isEnding, onAgain }: GoneProps) {
  const t = usePortalTexts()
  return (
    <div className="fj-held fj-bad" role="alert">
      <div className="fj-held-head"><IconAlertTriangle size={22} aria-hidden="true" /><h3>{t('gone')}</h3></div>
      <p>{words.fileMissing}</p>
      <Button leftSection={<IconRefresh size={20} />} loading={isEnding} onClick={onAgain}>{t('askAgain')}</Button>
    </div>
  )
}

function Facts({ request, words, onDownload }: HeldProps & { readonly onDownload: () => void }) {
  const t = usePortalTexts()
  const format = useFormat()
  const { fileName, expiresAt, lastDownloadedAt, instances } = request
  const here = <a href={urls.file(request.id)} download onClick={onDownload} className="fj-link">{t('here')}</a>
  return (
    <ul className="fj-held-facts">
      <li className="fj-strong"><bdi>{fileName ?? t('preparingWhat', { images: t('images', { count: instances }), format: t(request.format) })}</bdi></li>
      {expiresAt !== null && <li><RichLine content={words.available} fill={[here, format.instant(expiresAt)]} /></li>}
      <li className="fj-quiet">
        {lastDownloadedAt === null ? t('neverDownloaded') : filled(words.lastDownload, [format.instant(lastDownloadedAt)])}
      </li>
    </ul>
  )
}

/**
 * The link itself is plain, so that the browser shows progress and resumes.
 * Beside it the file is asked for once: a refusal would otherwise be silent.
 */
export function useDownload({ id }: RequestView) {
  const queries = useQueryClient()
  const [state, setState] = useState<{ isStarted: boolean; problem: Error | null }>({ isStarted: false, problem: null })
  const download = () => {
    void checkFile(urls.file(id)).then((problem) => {
      setState({ isStarted: problem === null, problem })
      // What is refused is not what the page still says: its time may be over.
      if (problem !== null) void refresh(queries)
    })
  }
  return { download, ...state }
}
