import { Button, Group } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { Problem, Sheet, toast } from '../../../platform/web/kit/index.ts'
import { useFrameTexts } from '../../../platform/web/texts/index.ts'
import type { DeviceView } from '../contract.ts'
import { useRemoveDevice } from './data.ts'
import { useDevicesTexts } from './texts/index.ts'

interface ConfirmRemovalProps {
  /** Null while there is nothing to confirm. */
  readonly device: DeviceView | null
  readonly onClose: (isRemoved: boolean) => void
}

/** A deleted device loses its history of contact, which no undo brings back: so it is asked, by name. */
export function ConfirmRemoval({ device, onClose }: ConfirmRemovalProps) {
  const t = useDevicesTexts()
  return (
    <Sheet opened={device !== null} onClose={() => onClose(false)} title={t('removeTitle', { what: device?.description ?? '' })}>
      {device !== null && <Question device={device} onClose={onClose} />}
    </Sheet>
  )
}

function Question({ device, onClose }: { readonly device: DeviceView } & Pick<ConfirmRemovalProps, 'onClose'>) {
  const t = useDevicesTexts()
  const closeLabel = useFrameTexts()('close')
  const removing = useRemoveDevice()
  const { aeTitle } = device
  const remove = () => removing.mutate(device, {
    onSuccess: () => {
      onClose(true)
      toast({ kind: 'done', closeLabel, text: t('removed', { aeTitle }) })
    },
  })
  return (
    <div className="fj-stack">
      <p>{t('removeText', { aeTitle })}</p>
      {removing.isError && <Problem error={removing.error} />}
      <Group justify="flex-end">
        <Button variant="default" data-autofocus onClick={() => onClose(false)}>{t('keep')}</Button>
        <Button color="red" leftSection={<IconTrash size={18} />} loading={removing.isPending} onClick={remove}>
          {t('removeGo', { aeTitle })}
        </Button>
      </Group>
    </div>
  )
}
