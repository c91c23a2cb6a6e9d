import { Anchor, Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { IconFingerprint, IconId } from '@tabler/icons-react'
import { useState } from 'react'
import { Door, Problem, Redirect, useWindowTitle } from '../../../platform/web/kit/index.ts'
import { useCameFrom } from '../../../platform/web/address.ts'
import { useSession } from '../../../platform/web/session.ts'
import type { NewSession } from '../contract.ts'
import { hasPasskeys } from './browser-passkeys.ts'
import { CodeStep, PasswordStep, RenewStep, SetupStep, type Next, type OnStep } from './sign-in-steps.tsx'
import { useAccountsTexts } from './texts/index.ts'
import { usePasskeySignIn, useVisitService, useWaysIn } from './ways-data.ts'
import './accounts.css'

/** What is asked for now. What was typed is kept in this page only, for the step after it. */
type Step = { readonly kind: 'password' } | { readonly kind: Next; readonly given: NewSession }

export function SignInPage() {
  const t = useAccountsTexts()
  const from = useCameFrom()
  const [step, setStep] = useState<Step>({ kind: 'password' })
  useWindowTitle(t('signInTitle'))
  // While recovery codes are shown, the session is not yet known to the page.
  if (useSession().data != null) return <Redirect href={from} />
  const restart = () => setStep({ kind: 'password' })
  return (
    <Door>
      {step.kind === 'password' && <First onStep={(kind, given) => setStep({ kind, given })} />}
      {step.kind === 'renew' && <RenewStep given={step.given} onStep={(kind, given) => setStep({ kind, given })} onBack={restart} />}
      {step.kind === 'code' && <CodeStep given={step.given} onBack={restart} />}
      {step.kind === 'setup' && <SetupStep given={step.given} onBack={restart} />}
    </Door>
  )
}

function First({ onStep }: { readonly onStep: OnStep }) {
  const t = useAccountsTexts()
  const ways = useWaysIn()
  return (
    <>
      <h1>{t('signInTitle')}</h1>
      <p className="fj-quiet">{t('signInLead')}</p>
      <PasswordStep onStep={onStep} />
      <OtherWays service={ways?.service ?? null} />
      <p className="fj-small fj-quiet fj-door-after">
        {ways?.reset === true && <Anchor component={Link} to="/forgotten" className="fj-touch">{t('forgotLink')}</Anchor>}
        {ways?.reset === false && t('forgot')}
      </p>
      <p className="fj-small fj-quiet"><Anchor component={Link} to="/fetch" className="fj-touch">{t('toFetch')}</Anchor></p>
    </>
  )
}

function OtherWays({ service }: { readonly service: string | null }) {
  const t = useAccountsTexts()
  const passkey = usePasskeySignIn()
  const visit = useVisitService()
  if (!hasPasskeys && service === null) return null
  return (
    <div className="fj-stack fj-other-ways">
      <div className="fj-or"><span>{t('or')}</span></div>
      {passkey.isError && <Problem error={passkey.error} />}
      {hasPasskeys && (
        <Button variant="default" fullWidth leftSection={<IconFingerprint size={20} />} loading={passkey.isPending} onClick={() => passkey.mutate(undefined)}>
          {t('signInPasskey')}
        </Button>
      )}
      {visit.isError && <Problem error={visit.error} />}
      {service !== null && (
        <Button variant="default" fullWidth leftSection={<IconId size={20} />} loading={visit.isPending} onClick={() => visit.mutate(undefined)}>
          {t('signInService', { name: service })}
        </Button>
      )}
    </div>
  )
}
