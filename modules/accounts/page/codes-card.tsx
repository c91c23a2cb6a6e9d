import { Button } from '@mantine/core'
import { IconCircleCheck, IconDeviceMobile } from '@tabler/icons-react'
import { useState } from 'react'
import { Problem, Sheet, StateTag } from '../../../platform/web/kit/index.ts'
import type { CodeSetupView, OwnWays } from '../contract.ts'
import { KeepRecoveryCodes, Scan } from './code-setup.tsx'
import type { Proved } from './prove-sheet.tsx'
import { useAccountsTexts } from './texts/index.ts'
import { mustProve, useBeginCodes, useConfirmCodes, useRenewRecoveryCodes, useShowOwnAgain, useSwitchOffCodes } from './ways-data.ts'

type Opened =
  | { readonly kind: 'none' }
  | { readonly kind: 'scan'; readonly setup: CodeSetupView }
  | { readonly kind: 'keep'; readonly codes: readonly string[] }

export function CodesCard({ ways, proved }: { readonly ways: OwnWays; readonly proved: Proved }) {
  const t = useAccountsTexts()
  const [opened, setOpened] = useState<Opened>({ kind: 'none' })
  const begin = useBeginCodes()
  const confirm = useConfirmCodes()
  const showAgain = useShowOwnAgain()
  const start = () => proved((onError) => begin.mutate(undefined, { onError, onSuccess: (setup) => setOpened({ kind: 'scan', setup }) }))
  const close = () => {
    setOpened({ kind: 'none' })
    confirm.reset()
    showAgain()
  }
  return (
    <section className="fj-card fj-card-body">
      <h2>{t('codes')}</h2>
      <p className="fj-quiet">{t('codesLead')}</p>
      {ways.hasCodes && <div><StateTag tone="good" icon={IconCircleCheck}>{t('codesOn')}</StateTag></div>}
      {begin.isError && !mustProve(begin.error) && <Problem error={begin.error} />}
      {ways.hasCodes
        ? <CodesOn ways={ways} proved={proved} onCodes={(codes) => setOpened({ kind: 'keep', codes })} />
        : (
          <div>
            <Button variant="default" leftSection={<IconDeviceMobile size={20} />} loading={begin.isPending} onClick={start}>{t('codesSwitchOn')}</Button>
          </div>
        )}
      <Sheet opened={opened.kind !== 'none'} onClose={close} title={t(opened.kind === 'keep' ? 'recoveryTitle' : 'codesSwitchOn')}>
        {opened.kind === 'scan' && (
          <Scan
            setup={opened.setup} error={confirm.error} busy={confirm.isPending}
            onCode={(code) => confirm.mutate({ ticket: opened.setup.ticket, code }, {
              onSuccess: ({ recoveryCodes }) => setOpened({ kind: 'keep', codes: recoveryCodes }),
            })}
          />
        )}
        {opened.kind === 'keep' && <KeepRecoveryCodes codes={opened.codes} onKept={close} />}
      </Sheet>
    </section>
  )
}

interface CodesOnProps {
  readonly ways: OwnWays
  readonly proved: Proved
  readonly onCodes: (codes: readonly string[]) => void
}

function CodesOn({ ways, proved, onCodes }: CodesOnProps) {
  const t = useAccountsTexts()
  const renew = useRenewRecoveryCodes()
  const off = useSwitchOffCodes()
  const error = [renew.error, off.error].find((each) => each !== null && !mustProve(each))
  return (
    <>
      <p className="fj-small">{t('recoveryLeft', { count: ways.recoveryCodes })}</p>
      {error != null && <Problem error={error} />}
      <div className="fj-start">
        <Button
          variant="default" loading={renew.isPending}
          onClick={() => proved((onError) => renew.mutate(undefined, { onError, onSuccess: ({ recoveryCodes }) => onCodes(recoveryCodes) }))}
        >
          {t('recoveryRenew')}
        </Button>
        <Button variant="subtle" color="red" loading={off.isPending} onClick={() => proved((onError) => off.mutate(undefined, { onError }))}>
          {t('codesSwitchOff')}
        </Button>
      </div>
    </>
  )
}
