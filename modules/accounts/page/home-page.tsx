import { EmptyState, LinkButton, PageHead } from '../../../platform/web/kit/index.ts'
import { usePerson } from '../../../platform/web/session.ts'
import { useAccountsTexts } from './texts/index.ts'

/** First screen of staff for whom no room has been built: says so, and promises nothing. */
export function HomePage() {
  const t = useAccountsTexts()
  const { role } = usePerson()
  return (
    <>
      <PageHead
        title={t('homeTitle')}
        windowTitle={t('home')}
        lead={t(role === 'doctor' ? 'homeDoctor' : 'homeClerk')}
      />
      <EmptyState title={t('homeEmptyTitle')} action={<LinkButton to="/account">{t('homeAccount')}</LinkButton>}>
        <p>{t('homeEmpty')}</p>
      </EmptyState>
    </>
  )
}
