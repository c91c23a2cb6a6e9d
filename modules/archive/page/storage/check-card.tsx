import { Progress } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { IconAlertTriangle, IconCheck, IconClock } from '@tabler/icons-react'
import { useFormat } from '../../../../platform/web/format.ts'
import { StateTag } from '../../../../platform/web/kit/index.ts'
import type { StorageView } from '../../contract.ts'
import { useStorageTexts } from './texts/index.ts'

/** What the check of stored files is at, and when it was through for the last time. */
export function CheckCard({ storage: { check, damaged } }: { readonly storage: StorageView }) {
  const t = useStorageTexts()
  const { instant, bytes } = useFormat()
  const percent = check.allBytes === 0 ? 100 : Math.min(100, Math.round((check.checkedBytes / check.allBytes) * 100))
  return (
    <section className="fj-card fj-card-body" aria-labelledby="check-title">
      <div className="fj-storage-head"><h2 id="check-title">{t('check')}</h2><State isSound={damaged.length === 0} isOff={check.megabytesPerSecond === 0} /></div>
      <p>{t('checkMeaning')}</p>
      {check.startedAt !== null && (
        <>
          <Progress value={percent} size="lg" aria-label={t('checkProgress')} />
          <p className="fj-quiet fj-small">{t('checkedSoFar', { done: bytes(check.checkedBytes), all: bytes(check.allBytes), when: instant(check.startedAt) })}</p>
        </>
      )}
      <p className="fj-quiet fj-small">
        {check.lastWholeAt === null ? t('neverWhole') : t('lastWhole', { when: instant(check.lastWholeAt), bytes: bytes(check.lastBytes) })}
      </p>
      <p className="fj-quiet fj-small">
        {check.megabytesPerSecond === 0 ? t('paceNone') : t('pace', { count: check.megabytesPerSecond })} <Link to="/settings" className="fj-link">{t('toSettings')}</Link>
      </p>
    </section>
  )
}

function State({ isSound, isOff }: { readonly isSound: boolean; readonly isOff: boolean }) {
  const t = useStorageTexts()
  if (!isSound) return <StateTag tone="bad" icon={IconAlertTriangle}>{t('isDamaged')}</StateTag>
  return isOff ? <StateTag tone="wait" icon={IconClock}>{t('isOff')}</StateTag> : <StateTag tone="good" icon={IconCheck}>{t('isSound')}</StateTag>
}
