/** What the rules would take out now. Nothing is taken out by looking. */
import { Link } from '@tanstack/react-router'
import { IconLock, IconTestPipe } from '@tabler/icons-react'
import { useFormat } from '../../../../platform/web/format.ts'
import { Notice, StateTag } from '../../../../platform/web/kit/index.ts'
import type { RetentionDryRun } from '../../contract.ts'
import { personName } from '../../../../platform/web/person-name.ts'
import { useStorageTexts } from './texts/index.ts'

export function DryRun({ result: { studies, sizeBytes, held, isMore, first } }: { readonly result: RetentionDryRun }) {
  const t = useStorageTexts()
  const { bytes, date } = useFormat()
  return (
    <Notice tone={studies > 0 ? 'wait' : 'plain'} icon={IconTestPipe} role="status">
      <strong>{studies === 0 ? t('wouldNothing') : t('wouldGo', { count: studies, bytes: bytes(sizeBytes) })}</strong>
      {held > 0 && <p>{t('heldCount', { count: held })}</p>}
      {isMore && <p>{t('wouldMore')}</p>}
      <ul className="fj-storage-list">
        {first.map((study) => (
          <li key={study.id}>
            <div className="fj-storage-words">
              <Link to={`/archive/studies/${study.id}`} className="fj-link fj-name"><bdi>{personName(study.patientName) || t('unnamed')}</bdi></Link>
              <span className="fj-small"><bdi>{[date(study.date, 'medium') ?? '', study.description].filter((part) => part !== '').join(' · ')}</bdi></span>
              <span className="fj-small">{t('byRule', { number: study.rule })} · {bytes(study.sizeBytes)}</span>
            </div>
            {study.isHeld && <StateTag tone="plain" icon={IconLock}>{t('isHeld')}</StateTag>}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
