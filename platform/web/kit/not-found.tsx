import { useFrameTexts } from '../texts/index.ts'
import { EmptyState } from './empty-state.tsx'
import { LinkButton } from './link-button.tsx'
import { PageHead } from './page-head.tsx'

export function NotFound() {
  const t = useFrameTexts()
  return (
    <>
      <PageHead title={t('notFoundTitle')} windowTitle={t('notFoundTitle')} />
      <EmptyState title={t('notFoundTitle')} action={<LinkButton to="/">{t('toStart')}</LinkButton>}>
        <p>{t('notFoundText')}</p>
      </EmptyState>
    </>
  )
}
