/** Files and why they were not simply taken: a table where there is room, cards on a phone. */
import { Table } from '@mantine/core'
import { useRoomForTable } from '../../../../platform/web/kit/index.ts'
import type { ReportedFile } from '../../contract.ts'
import { useUploadTexts } from './texts/index.ts'

interface RowsProps {
  readonly files: readonly ReportedFile[]
  readonly label: string
}

export function ReportRows({ files, label }: RowsProps) {
  const t = useUploadTexts()
  const hasRoom = useRoomForTable()
  if (!hasRoom) {
    return (
      <ul className="fj-cards" aria-label={label}>
        {files.map((file, place) => <li key={place} className="fj-card fj-upload-card"><Path path={file.path} /><Why file={file} /></li>)}
      </ul>
    )
  }
  return (
    <div className="fj-table">
      <Table aria-label={label}>
        <Table.Thead><Table.Tr><Table.Th>{t('file')}</Table.Th><Table.Th>{t('reason')}</Table.Th></Table.Tr></Table.Thead>
        <Table.Tbody>
          {files.map((file, place) => (
            <Table.Tr key={place}>
              <Table.Td className="fj-upload-path"><Path path={file.path} /></Table.Td>
              <Table.Td><Why file={file} /></Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

/** The name before the way to it: that is how people look for a file. */
function Path({ path }: { readonly path: string }) {
  const place = path.lastIndexOf('/')
  return (
    <span className="fj-upload-file fj-name">
      <bdi className="fj-strong">{path.slice(place + 1)}</bdi>
      {place > 0 && <bdi className="fj-quiet fj-small">{path.slice(0, place)}</bdi>}
    </span>
  )
}

function Why({ file: { reason, detail } }: { readonly file: ReportedFile }) {
  const t = useUploadTexts()
  return (
    <div>
      {reason !== null && <p>{t(`reason ${reason}`)}</p>}
      {detail !== '' && <details className="fj-quiet fj-small fj-upload-detail"><summary>{t('technical')}</summary><bdi lang="en">{detail}</bdi></details>}
    </div>
  )
}
