import { Button, TextInput } from '@mantine/core'
import { isNotEmpty, useForm } from '@mantine/form'
import { IconMailForward } from '@tabler/icons-react'
import { Door, LinkButton, Notice, Problem, useWindowTitle } from '../../../platform/web/kit/index.ts'
import { useAccountsTexts } from './texts/index.ts'
import { useForgotten } from './ways-data.ts'

/** Says the same whether anybody is called so. */
export function ForgottenPage() {
  const t = useAccountsTexts()
  const ask = useForgotten()
  const form = useForm({ initialValues: { login: '' }, validate: { login: isNotEmpty(t('usernameMissing')) } })
  useWindowTitle(t('forgottenTitle'))
  return (
    <Door>
      <h1>{t('forgottenTitle')}</h1>
      {ask.isSuccess
        ? <div className="fj-door-after"><Notice tone="good" icon={IconMailForward} role="status"><p>{t('forgottenDone')}</p></Notice></div>
        : (
          <>
            <p className="fj-quiet">{t('forgottenLead')}</p>
            <form onSubmit={form.onSubmit(({ login }) => ask.mutate(login.trim()))} noValidate>
              {ask.isError && <Problem error={ask.error} />}
              <TextInput
                label={t('forgottenField')} autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={254}
                {...form.getInputProps('login')}
              />
              <Button type="submit" fullWidth loading={ask.isPending}>{t('forgottenGo')}</Button>
            </form>
          </>
        )}
      <div className="fj-door-after"><LinkButton to="/sign-in" variant="subtle">{t('backToSignIn')}</LinkButton></div>
    </Door>
  )
}
