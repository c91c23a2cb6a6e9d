/** The register as a file, and back: to keep it, or to bring it to another site. */
import { Button, FileButton, Table } from '@mantine/core'
import { IconDownload, IconUpload } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { ProblemError } from '../../../platform/web/api.ts'
import { Problem, Sheet } from '../../../platform/web/kit/index.ts'
import type { DeviceImport, ImportReport } from '../contract.ts'
import { EXPORT_URL, useImport } from './data.ts'
import { useDevicesTexts } from './texts/index.ts'

export function FileCard({ isEmpty }: { readonly isEmpty: boolean }) {
  const t = useDevicesTexts()
  const { take, isTaking, error, report, close } = useTaking()
  const reset = useRef<() => void>(null)
  const choose = (file: File | null) => {
    if (file !== null) void take(file)
    // The same file may be chosen again, once it is mended.
    reset.current?.()
  }
  return (
    <section className="fj-card fj-card-body" aria-labelledby="file-title">
      <div>
        <h2 id="file-title">{t('file')}</h2>
        <p className="fj-quiet">{t('fileLead')}</p>
      </div>
      {error !== null && <Problem error={error} />}
      <div className="fj-row">
        {!isEmpty && (
          <Button component="a" href={EXPORT_URL} download="filmjacket-devices.json" variant="default" leftSection={<IconDownload size={18} />}>
            {t('export')}
          </Button>
        )}
        <FileButton accept="application/json,.json" resetRef={reset} onChange={choose}>
          {(props) => <Button {...props} variant="default" leftSection={<IconUpload size={18} />} loading={isTaking}>{t('import')}</Button>}
        </FileButton>
      </div>
      <Sheet opened={report !== null} onClose={close} title={t('importTitle')}>
        {report !== null && <Report report={report} />}
      </Sheet>
    </section>
  )
}

function useTaking() {
  const importing = useImport()
  const [error, setError] = useState<Error | null>(null)
  const [report, setReport] = useState<ImportReport | null>(null)
  const take = async (file: File): Promise<void> => {
    setError(null)
    const list = listIn(await file.text().catch(() => ''))
    if (list === null) setError(new ProblemError('not-a-device-list', 400, ''))
    else importing.mutate(list, { onSuccess: setReport, onError: setError })
  }
  return { take, isTaking: importing.isPending, error, report, close: () => setReport(null) }
}

/** Null where the file is something else; each line is judged by the server. */
function listIn(text: string): DeviceImport | null {
  try {
    const parsed: unknown = JSON.parse(text)
    if (typeof parsed !== 'object' || parsed === null) return null
    const { format, version, devices } = parsed as Record<string, unknown>
    if (format !== 'filmjacket-devices' || version !== 1 || !Array.isArray(devices)) return null
    return { format, version, devices: devices as unknown[] }
  } catch {
    return null
  }
}

const OUTCOMES = ['added', 'changed', 'unchanged', 'repeated', 'invalid'] as const

function Report({ report: { lines } }: { readonly report: ImportReport }) {
  const t = useDevicesTexts()
  const counts = OUTCOMES.map((outcome) => ({ outcome, count: lines.filter((line) => line.outcome === outcome).length }))
  return (
    <div className="fj-stack">
      <p role="status">{counts.filter(({ count }) => count > 0).map(({ outcome, count }) => t(`imported ${outcome}`, { count })).join(' · ') || t('importedNothing')}</p>
      {lines.length > 0 && <div className="fj-table">
        <Table>
          <Table.Thead><Table.Tr><Table.Th>{t('line')}</Table.Th><Table.Th>{t('aeTitle')}</Table.Th><Table.Th>{t('result')}</Table.Th></Table.Tr></Table.Thead>
          <Table.Tbody>
            {lines.map(({ line, aeTitle, outcome, fields }) => (
              <Table.Tr key={line}>
                <Table.Td>{line}</Table.Td>
                <Table.Td className="fj-mono"><bdi>{aeTitle ?? '–'}</bdi></Table.Td>
                <Table.Td>{t(`line ${outcome}`)}{fields.length > 0 && <div className="fj-mono fj-small fj-quiet">{fields.join(', ')}</div>}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>}
    </div>
  )
}
