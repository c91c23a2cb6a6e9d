/** The keys and gestures, for whoever asks. */
import { Kbd, Table } from '@mantine/core'
import { Sheet } from '../../../platform/web/kit/index.ts'
import { KEY_HELP } from './keys.ts'
import { useViewerTexts } from './texts/index.ts'

const GESTURES = [
  ['gestureFinger', 'gesture finger'], ['gestureFingers', 'gesture fingers'], ['gestureWheel', 'gesture wheel'],
  ['gestureRight', 'gesture right'], ['gestureMiddle', 'gesture middle'],
] as const

export function KeySheet({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const t = useViewerTexts()
  return (
    <Sheet opened={opened} onClose={onClose} title={t('keysTitle')}>
      <Table verticalSpacing={6}>
        <Table.Tbody>
          {GESTURES.map(([who, what]) => (
            <Table.Tr key={who}><Table.Th scope="row">{t(who)}</Table.Th><Table.Td>{t(what)}</Table.Td></Table.Tr>
          ))}
          {KEY_HELP.map(([names, what]) => (
            <Table.Tr key={what}>
              <Table.Th scope="row">{names.split(' ').map((name) => <Kbd key={name} me={4}>{name}</Kbd>)}</Table.Th>
              <Table.Td>{t(what)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Sheet>
  )
}
