import { useFormat } from '../../../platform/web/format.ts'
import { LanguageChoice, SchemeChoice, SignOut } from '../../../platform/web/kit/index.ts'
import { usePerson } from '../../../platform/web/session.ts'
import { useFrameTexts } from '../../../platform/web/texts/index.ts'
import type { AccountView } from '../contract.ts'
import { useAccountsTexts } from './texts/index.ts'

export function ProfileSection() {
  const t = useAccountsTexts()
  return (
    <div className="fj-two">
      <section className="fj-card fj-card-body">
        <h2>{t('profile')}</h2>
        <Facts />
        <p className="fj-small fj-quiet">{t('profileHint')}</p>
        <div className="fj-start"><SignOut /></div>
      </section>
      <section className="fj-card fj-card-body">
        <h2>{t('display')}</h2>
        <SchemeChoice />
        <LanguageChoice />
      </section>
    </div>
  )
}

function Facts() {
  const t = useAccountsTexts()
  const role = useFrameTexts()
  const format = useFormat()
  // The session's person is the account that the server answered with.
  const account = usePerson() as AccountView
  return (
    <dl className="fj-facts">
      <dt>{t('name')}</dt><dd><bdi className="fj-name">{account.displayName}</bdi></dd>
      <dt>{t('username')}</dt><dd><bdi className="fj-name">{account.username}</bdi></dd>
      <dt>{t('role')}</dt><dd>{role(account.role)}</dd>
      {account.patientId !== null && <><dt>{t('patientId')}</dt><dd><bdi className="fj-mono fj-name">{account.patientId}</bdi></dd></>}
      <dt>{t('since')}</dt><dd>{format.day(account.createdAt)}</dd>
    </dl>
  )
}
