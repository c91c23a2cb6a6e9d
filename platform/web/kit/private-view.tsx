/** Names out of sight while others look at the screen. */
import { Switch } from '@mantine/core'
import { useSessionStorage } from '@mantine/hooks'
import { useEffect } from 'react'
import { useFrameTexts } from '../texts/index.ts'

/** Whatever carries the class `fj-name` is blurred while this is on. */
export function PrivateView() {
  const t = useFrameTexts()
  const [isPrivate, setPrivate] = usePrivateView()
  return (
    <Switch
      size="md"
      label={t('privateView')}
      description={t('privateHint')}
      checked={isPrivate}
      onChange={({ currentTarget: { checked } }) => setPrivate(checked)}
    />
  )
}

/** Keeps the document marked. The frame calls it once. */
export function useMarkPrivate(): void {
  const [isPrivate] = usePrivateView()
  useEffect(() => {
    document.documentElement.toggleAttribute('data-private', isPrivate)
  }, [isPrivate])
}

function usePrivateView() {
  return useSessionStorage({ key: 'filmjacket.private', defaultValue: false, getInitialValueInEffect: false })
}
