/** The quiet outline of any page, until its code and first data are here. */
import { Skeleton, Stack, VisuallyHidden } from '@mantine/core'
import { useFrameTexts } from '../texts/index.ts'

export function PageSkeleton() {
  return (
    <Stack gap="lg" aria-busy="true">
      <Loading />
      <Skeleton height={34} width="min(320px, 70%)" />
      <RowsSkeleton rows={3} height={112} />
    </Stack>
  )
}

export function RowsSkeleton({ rows, height }: { readonly rows: number; readonly height: number }) {
  return (
    <Stack gap="md" aria-busy="true">
      {Array.from({ length: rows }, (_, row) => <Skeleton key={row} height={height} radius="lg" />)}
    </Stack>
  )
}

/** The word for those who do not see the outline. */
export function Loading() {
  const t = useFrameTexts()
  return <VisuallyHidden role="status">{t('loading')}</VisuallyHidden>
}
