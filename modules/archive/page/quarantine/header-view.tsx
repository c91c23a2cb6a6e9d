import { Switch } from '@mantine/core'
import { useState } from 'react'
import { Problem, RowsSkeleton } from '../../../../platform/web/kit/index.ts'
import type { HeaderLine } from '../../contract.ts'
import { useHeader } from './data.ts'
import { useQuarantineTexts } from './texts/index.ts'

/** What came, line by line; where another of its UID is here, beside it. */
export function HeaderView({ imageId, hasHere }: { readonly imageId: string; readonly hasHere: boolean }) {
  const t = useQuarantineTexts()
  const { data, error } = useHeader(imageId, true)
  const [onlyDiffering, setOnlyDiffering] = useState(hasHere)
  if (data === undefined) return error === null ? <RowsSkeleton rows={5} height={32} /> : <Problem error={error} />
  const { came, here } = data
  if (came === null) return <p>{t('headerNone')}</p>
  const other = here === null ? null : valuesOf(here)
  const lines = other !== null && onlyDiffering ? came.filter((line) => other.get(placeOf(line)) !== line.value) : came
  return (
    <div className="fj-stack">
      {other !== null && (
        <Switch size="md" label={t('onlyDiffering')} checked={onlyDiffering} onChange={({ currentTarget }) => setOnlyDiffering(currentTarget.checked)} />
      )}
      <div className="fj-held-header" role="region" aria-label={t('headerTitle')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('tag')}</th><th scope="col">{t('name')}</th>
              <th scope="col">{other === null ? t('value') : t('came')}</th>{other !== null && <th scope="col">{t('here')}</th>}
            </tr>
          </thead>
          <tbody>
            {lines.map((line, at) => (
              <tr key={`${at} ${line.tag}`}>
                <td className="fj-mono" style={{ paddingInlineStart: `${line.depth * 16 + 8}px` }}>{line.tag}</td>
                <td>{line.name}</td>
                <td><bdi className="fj-name">{line.value}</bdi></td>
                {other !== null && <td><bdi className="fj-name">{other.get(placeOf(line)) ?? ''}</bdi></td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

/** Items of sequences are not compared: only what stands at the top has one place. */
function placeOf({ tag, depth }: HeaderLine): string {
  return `${depth} ${tag}`
}

function valuesOf(lines: readonly HeaderLine[]): ReadonlyMap<string, string> {
  return new Map(lines.map((line) => [placeOf(line), line.value]))
}
