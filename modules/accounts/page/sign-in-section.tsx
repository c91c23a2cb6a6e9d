/** How a person comes in: password, passkeys, codes; and where they are signed in. */
import { IconShieldCheck } from '@tabler/icons-react'
import { Notice, Problem, RowsSkeleton } from '../../../platform/web/kit/index.ts'
import type { OwnWays } from '../contract.ts'
import { CodesCard } from './codes-card.tsx'
import { PasskeysCard } from './passkeys-card.tsx'
import { PasswordSection } from './password-section.tsx'
import { useProved } from './prove-sheet.tsx'
import { SessionsCard } from './sessions-card.tsx'
import { useAccountsTexts } from './texts/index.ts'
import { useOwnWays } from './ways-data.ts'

export function SignInSection() {
  const { data: ways, error, refetch } = useOwnWays()
  if (ways === undefined && error !== null) return <Problem error={error} onRetry={() => void refetch()} />
  return ways === undefined ? <RowsSkeleton rows={3} height={160} /> : <Ways ways={ways} />
}

function Ways({ ways }: { readonly ways: OwnWays }) {
  const t = useAccountsTexts()
  const { proved, sheet } = useProved(ways)
  const isMissing = ways.secondFactorNeeded && !ways.hasCodes && ways.passkeys.length === 0
  return (
    <div className="fj-stack">
      {isMissing && <Notice tone="wait" icon={IconShieldCheck}><p>{t('secondFactorNeeded')}</p></Notice>}
      <div className="fj-two">
        <div className="fj-stack">
          <PasskeysCard ways={ways} proved={proved} />
          <CodesCard ways={ways} proved={proved} />
        </div>
        <div className="fj-stack">
          {ways.hasPassword && <PasswordSection />}
          <SessionsCard />
        </div>
      </div>
      {sheet}
    </div>
  )
}
