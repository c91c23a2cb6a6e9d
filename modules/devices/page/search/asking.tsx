import { Button, Skeleton, Stack } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { RemoteDevice } from '../../contract.ts'
import { useSearchTexts } from './texts/index.ts'

/** While a device thinks: some archives take half a minute. */
export function Asking({ device, onStop }: { readonly device: RemoteDevice; readonly onStop: () => void }) {
  const t = useSearchTexts()
  return (
    <Stack gap="md" aria-busy="true">
      <div className="fj-row">
        <p role="status">{t('asking', { device: device.description })}</p>
        <Button variant="default" leftSection={<IconX size={18} />} onClick={onStop}>{t('stop')}</Button>
      </div>
      {[0, 1, 2].map((row) => <Skeleton key={row} height={72} radius="lg" />)}
    </Stack>
  )
}
