/** Who changed it, when, to what. */
import { useFormat } from '../../../platform/web/format.ts'
import { languages } from '../../../platform/web/i18n.ts'
import { Problem, RowsSkeleton } from '../../../platform/web/kit/index.ts'
import type { ChangeList, SettingValue } from '../contract.ts'
import { useHistory } from './data.ts'
import { useSettingsTexts } from './texts/index.ts'

interface HistoryProps {
  readonly of: 'settings' | 'texts'
  readonly name: string
  readonly show: (value: SettingValue) => string
}

export function History({ of, name, show }: HistoryProps) {
  const t = useSettingsTexts()
  const { data, error } = useHistory(of, name)
  return (
    <section className="fj-setting-history" aria-labelledby="history-title">
      <h3 id="history-title">{t('history')}</h3>
      {error !== null && <Problem error={error} />}
      {data === undefined && error === null && <RowsSkeleton rows={2} height={44} />}
      {data?.changes.length === 0 && <p className="fj-quiet">{t('historyEmpty')}</p>}
      {data !== undefined && data.changes.length > 0 && (
        <ol>{data.changes.map((change, index) => <Change key={index} change={change} show={show} />)}</ol>
      )}
    </section>
  )
}

function Change({ change: { at, by, language, value }, show }: { readonly change: ChangeList['changes'][number]; readonly show: HistoryProps['show'] }) {
  const t = useSettingsTexts()
  const when = useFormat().instant(at)
  return (
    <li>
      <bdi className="fj-setting-was">{value === null ? t('historyReset') : show(value)}</bdi>
      <span className="fj-small fj-quiet">
        {language !== null && `${languages[language]} · `}<bdi className="fj-name">{by ?? t('somebody')}</bdi> · {when}
      </span>
    </li>
  )
}
