/** Files that were gone or damaged, and came back. */
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../../../platform/web/format.ts'
import { personName } from '../../../../platform/web/person-name.ts'
import type { StorageView } from '../../contract.ts'
import { useStorageTexts } from './texts/index.ts'

export function MendedList({ mended }: Pick<StorageView, 'mended'>) {
  const t = useStorageTexts()
  const { instant } = useFormat()
  return (
    <section className="fj-card fj-card-body" aria-labelledby="mended-title">
      <h2 id="mended-title">{t('mendedTitle', { count: mended.length })}</h2>
      <p>{t('mendedMeaning')}</p>
      <ul className="fj-storage-list">
        {mended.map(({ studyId, patientName, studyDescription, instanceUid, mendedAt, isSame }) => (
          <li key={instanceUid}>
            <div className="fj-storage-words">
              <Link to={`/archive/studies/${studyId}`} className="fj-link fj-strong fj-name"><bdi>{personName(patientName) || t('unnamed')}</bdi></Link>
              <bdi>{studyDescription}</bdi>
              <span className="fj-quiet fj-small">{t(isSame ? 'mended same' : 'mended other')} · {instant(mendedAt)}</span>
              <span className="fj-mono fj-quiet fj-small">{instanceUid}</span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
