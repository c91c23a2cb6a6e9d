/** `?` shows the keys. */
import { Kbd, Table } from '@mantine/core'
import { useDisclosure, useHotkeys } from '@mantine/hooks'
import { useFrameTexts } from '../texts/index.ts'
import { Sheet } from './sheet.tsx'

const keys = [
  ['/', 'keyFilter'],
  ['↑ ↓ Home End', 'keyArrows'],
  ['Enter', 'keyOpen'],
  ['Esc', 'keyClose'],
  ['?', 'keyHelp'],
] as const

export function KeyHelp() {
  const t = useFrameTexts()
  const [opened, { open, close }] = useDisclosure(false)
  useHotkeys([['shift+?', open], ['?', open]])
  return (
    <Sheet opened={opened} onClose={close} title={t('keysTitle')}>
      <Table withRowBorders>
        <Table.Tbody>
          {keys.map(([names, text]) => (
            <Table.Tr key={text}>
              <Table.Th scope="row">{names.split(' ').map((name) => <Kbd key={name} me={4}>{name}</Kbd>)}</Table.Th>
              <Table.Td>{t(text)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Sheet>
  )
}
