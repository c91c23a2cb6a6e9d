import { Button, Menu } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { useRoomForTable } from '../../../../platform/web/kit/index.ts'
import { ALWAYS, COLUMNS, columnsFrom, type Column } from './columns.ts'
import { useStudyTexts } from './texts/index.ts'

interface ColumnsMenuProps {
  readonly columns: readonly Column[]
  readonly onChange: (columns: readonly Column[]) => void
}

export function ColumnsMenu({ columns, onChange }: ColumnsMenuProps) {
  const t = useStudyTexts()
  const hasRoom = useRoomForTable()
  if (!hasRoom) return null
  const toggle = (column: Column): void =>
    onChange(columns.includes(column) ? columns.filter((each) => each !== column) : columnsFrom([...columns, column]))
  return (
    <Menu position="bottom-end" shadow="lg" closeOnItemClick={false}>
      <Menu.Target><Button variant="default" leftSection={<IconColumns3 size={18} />}>{t('columns')}</Button></Menu.Target>
      <Menu.Dropdown>
        {COLUMNS.filter((column) => column !== ALWAYS).map((column) => (
          <Menu.CheckboxItem key={column} checked={columns.includes(column)} onChange={() => toggle(column)}>{t(column)}</Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
