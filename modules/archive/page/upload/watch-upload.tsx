/** On every page: warns whoever leaves while an upload is under way, and tells when it is over. */
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { announce, toast } from '../../../../platform/web/kit/index.ts'
import { usePerson } from '../../../../platform/web/session.ts'
import { useFrameTexts } from '../../../../platform/web/texts/index.ts'
import { isUnderWay } from './run/progress.ts'
import { uploader } from './run/uploader.ts'
import { useUploadTexts } from './texts/index.ts'
import { useProgress } from './use-uploader.ts'

export function WatchUpload() {
  const { phase } = useProgress()
  const { id } = usePerson()
  useEffect(() => uploader.belongTo(id), [id])
  useLeaveWarning(isUnderWay(phase))
  useAwake(phase.kind === 'running')
  useNews()
  return null
}

function useLeaveWarning(isNeeded: boolean): void {
  useEffect(() => {
    if (!isNeeded) return undefined
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [isNeeded])
}

/** A phone that falls asleep stops sending. Only secure pages may ask for this. */
function useAwake(isNeeded: boolean): void {
  useEffect(() => {
    if (!isNeeded || !('wakeLock' in navigator)) return undefined
    const asked = navigator.wakeLock.request('screen').catch(() => null)
    return () => void asked.then((lock) => lock?.release())
  }, [isNeeded])
}

/** Whoever looks at another page gets a notice; whoever listens hears each change. */
function useNews(): void {
  const t = useUploadTexts()
  const closeLabel = useFrameTexts()('close')
  const navigate = useNavigate()
  const { phase, counts, uploadId } = useProgress()
  const before = useRef(phase.kind)
  useEffect(() => {
    if (before.current === phase.kind) return
    before.current = phase.kind
    if (phase.kind === 'running' || phase.kind === 'waiting') announce(t(`phase ${phase.kind}`))
    if (phase.kind !== 'ended' || phase.how !== 'done' || uploadId === null) return
    const text = counts.taken > 0 ? t('endedTaken', { count: counts.taken }) : t('endedNone')
    announce(text)
    if (location.pathname === '/upload') return
    toast({ kind: 'done', closeLabel, text, action: { label: t('see'), run: () => void navigate({ to: `/upload/${uploadId}` }) } })
  }, [t, closeLabel, navigate, phase, counts, uploadId])
}
