/** Tells administrators on every page that the disk gets full, that stored files are damaged, or that the second store is away. */
import { useEffect } from 'react'
import { hideToast, toast } from '../../../../platform/web/kit/index.ts'
import { useFrameTexts } from '../../../../platform/web/texts/index.ts'
import { useStorage } from './data.ts'
import { useStorageTexts } from './texts/index.ts'

const ID = 'storage'

export function WatchStorage() {
  const t = useStorageTexts()
  const closeLabel = useFrameTexts()('close')
  const { data } = useStorage()
  const level = data?.disk?.level ?? 'enough'
  const damaged = data?.damaged.length ?? 0
  const onDisk = level === 'enough' ? null : t(`told ${level}`)
  const onFiles = damaged === 0 ? null : t('damagedCount', { count: damaged })
  const inStore = (data?.store?.away ?? null) === null ? null : t('told store')
  const text = onDisk ?? onFiles ?? inStore
  useEffect(() => {
    if (text === null) hideToast(ID)
    else toast({ id: ID, kind: 'failed', stays: true, closeLabel, text })
  }, [text, closeLabel])
  return null
}
