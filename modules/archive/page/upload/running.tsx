/** The upload that is under way, or has just ended. */
import { Button, Progress as Bar } from '@mantine/core'
import {
  IconAlertTriangle, IconCircleCheck, IconCloudOff, IconFolderOff, IconPlayerPause, IconPlayerPlay, IconPlayerStop, IconX,
} from '@tabler/icons-react'
import { useFormat } from '../../../../platform/web/format.ts'
import { LinkButton, Notice, Problem } from '../../../../platform/web/kit/index.ts'
import { Counts } from './counts.tsx'
import { isUnderWay, type Progress } from './run/progress.ts'
import { uploader } from './run/uploader.ts'
import { useUploadTexts } from './texts/index.ts'

interface RunProps {
  readonly progress: Progress
}

export function Running({ progress }: RunProps) {
  const t = useUploadTexts()
  const { phase, label, uploadId } = progress
  return (
    <section className="fj-card fj-card-body fj-upload-run" aria-labelledby="upload-run">
      <div className="fj-upload-run-head">
        <h2 id="upload-run"><bdi className="fj-name">{label === '' ? t('plain') : label}</bdi></h2>
        <Controls progress={progress} />
      </div>
      {isUnderWay(phase) ? <UnderWay progress={progress} /> : <Ended progress={progress} />}
      {progress.doneFiles > 0 && <Counts counts={progress.counts} />}
      {!isUnderWay(phase) && (
        <div className="fj-start">
          {uploadId !== null && <LinkButton to={`/upload/${uploadId}`}>{t('see')}</LinkButton>}
          <Button variant="default" onClick={() => uploader.dismiss()}>{t('another')}</Button>
        </div>
      )}
    </section>
  )
}

function Controls({ progress: { phase: { kind } } }: RunProps) {
  const t = useUploadTexts()
  const isPausable = kind === 'running' || kind === 'waiting'
  if (!isPausable && kind !== 'paused' && kind !== 'listing') return null
  return (
    <div className="fj-row">
      {isPausable && <Button variant="default" leftSection={<IconPlayerPause size={18} />} onClick={() => uploader.pause()}>{t('pause')}</Button>}
      {kind === 'paused' && <Button leftSection={<IconPlayerPlay size={18} />} onClick={() => uploader.resume()}>{t('resume')}</Button>}
      <Button variant="default" leftSection={<IconPlayerStop size={18} />} onClick={() => uploader.cancel()}>{t('cancel')}</Button>
    </div>
  )
}

function UnderWay({ progress }: RunProps) {
  const t = useUploadTexts()
  const { phase, files, bytes, doneFiles, doneBytes, label } = progress
  const isListing = phase.kind === 'listing'
  // Files of no length count, too: the bar ends with the last file.
  const share = files === 0 ? 0 : (100 * (doneBytes + doneFiles)) / (bytes + files)
  return (
    <>
      {phase.kind === 'waiting' && <Notice tone="wait" icon={IconCloudOff}><p>{t('phase waiting')}</p></Notice>}
      {phase.kind === 'paused' && (
        <Notice tone={phase.why === 'asked' ? 'plain' : 'wait'} icon={phase.why === 'asked' ? IconPlayerPause : IconAlertTriangle} role="status">
          <p>{t(`why ${phase.why}`)}</p>
        </Notice>
      )}
      <Bar
        size="lg" className="fj-meter" value={isListing ? 100 : share} striped={isListing} animated={isListing}
        aria-label={t('progressOf', { label: label === '' ? t('plain') : label })}
      />
      {isListing ? <p className="fj-upload-words">{t('phase listing')} · {t('filesFound', { count: files })}</p> : <Words progress={progress} />}
    </>
  )
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

function Words({ progress: { files, bytes, doneFiles, doneBytes, bytesPerSecond, remainingMs } }: RunProps) {
  const t = useUploadTexts()
  const format = useFormat()
  const words = [
    t('filesOf', { done: doneFiles, count: files }),
    t('bytesOf', { done: format.bytes(doneBytes), all: format.bytes(bytes) }),
    bytesPerSecond === null ? '' : t('speed', { bytes: format.bytes(Math.round(bytesPerSecond)) }),
    remainingMs === null ? '' : remaining(t, remainingMs),
  ]
  return <p className="fj-upload-words">{words.filter((word) => word !== '').map((word, place) => <span key={place}>{word}</span>)}</p>
}

function remaining(t: ReturnType<typeof useUploadTexts>, ms: number): string {
  if (ms < MINUTE_MS) return t('secondsLeft')
  return ms < 1.5 * HOUR_MS ? t('minutesLeft', { count: Math.round(ms / MINUTE_MS) }) : t('hoursLeft', { count: Math.round(ms / HOUR_MS) })
}

function Ended({ progress: { phase, counts } }: RunProps) {
  const t = useUploadTexts()
  if (phase.kind === 'failed') {
    return (
      <div className="fj-stack">
        <p className="fj-strong">{t('failed')}</p>
        <Problem error={phase.error} />
      </div>
    )
  }
  if (phase.kind !== 'ended') return null
  if (phase.how === 'nothing') {
    return (
      <Notice tone="wait" icon={IconFolderOff} role="status">
        <p>{t('endedNothing')}</p>
        <p className="fj-small">{t('endedNothingText')}</p>
      </Notice>
    )
  }
  if (phase.how === 'cancelled') return <Notice tone="wait" icon={IconX} role="status"><p>{t('endedCancelled')}</p></Notice>
  const isGood = counts.refused === 0 && counts.held === 0
  return (
    <Notice tone={isGood ? 'good' : 'wait'} icon={isGood ? IconCircleCheck : IconAlertTriangle} role="status">
      <p className="fj-strong">{counts.taken > 0 ? t('endedTaken', { count: counts.taken }) : t('endedNone')}</p>
      {!isGood && <p>{t('endedLook', { count: counts.refused + counts.held })}</p>}
    </Notice>
  )
}
