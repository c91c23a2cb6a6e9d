/** A short notice over the page. Carries no name: a screen may be shared. */
import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconAlertTriangle, IconCheck, IconPackage } from '@tabler/icons-react'

export interface ToastAction {
  readonly label: string
  readonly run: () => void
}

export interface Toast {
  readonly id?: string
  readonly text: string
  readonly action?: ToastAction
  readonly closeLabel: string
  /** `jacket`: something was made ready for handing over. */
  readonly kind: 'done' | 'failed' | 'jacket'
  /** Until it is answered; else it goes by itself. */
  readonly stays?: boolean
}

const DONE_MS = 7_000
const icons = { done: IconCheck, failed: IconAlertTriangle, jacket: IconPackage } as const

export function toast({ id, text, action, closeLabel, kind, stays = false }: Toast): void {
  const Sign = icons[kind]
  const shown = notifications.show({
    ...(id === undefined ? {} : { id }),
    autoClose: stays ? false : DONE_MS,
    className: `fj-toast fj-toast-${kind}`,
    icon: <Sign size={22} />,
    closeButtonProps: { 'aria-label': closeLabel },
    message: (
      <Group justify="space-between" gap="xs" wrap="wrap">
        <Text component="span" fw={kind === 'jacket' ? 600 : 400}>{text}</Text>
        {action !== undefined && (
          <Button
            size="compact-md"
            mih={44}
            variant={kind === 'jacket' ? 'filled' : 'subtle'}
            onClick={() => {
              notifications.hide(shown)
              action.run()
            }}
          >
            {action.label}
          </Button>
        )}
      </Group>
    ),
  })
}

export function hideToast(id: string): void {
  notifications.hide(id)
}
