import { Button } from '@mantine/core'
import { IconHandStop, IconPlus } from '@tabler/icons-react'
import { useFormat } from '../../../platform/web/format.ts'
import { Problem, toast } from '../../../platform/web/kit/index.ts'
import { useFrameTexts } from '../../../platform/web/texts/index.ts'
import type { RefusedCaller } from '../contract.ts'
import { useAddDevice, useRemoveDevice } from './data.ts'
import { useDevicesTexts } from './texts/index.ts'

export function RefusedCallers({ callers }: { readonly callers: readonly RefusedCaller[] }) {
  const t = useDevicesTexts()
  return (
    <section className="fj-card fj-card-body" aria-labelledby="refused-title">
      <div>
        <h2 id="refused-title" className="fj-refused-title"><IconHandStop size={22} aria-hidden="true" />{t('refused')}</h2>
        <p className="fj-quiet">{t('refusedLead')}</p>
      </div>
      <ul className="fj-refused">
        {callers.map((caller) => <Caller key={`${caller.aeTitle} ${caller.address}`} caller={caller} />)}
      </ul>
    </section>
  )
}

function Caller({ caller: { aeTitle, address, refusedAt, times } }: { readonly caller: RefusedCaller }) {
  const t = useDevicesTexts()
  const when = useFormat().instant(refusedAt)
  const { add, isAdding, error } = useAddCaller()
  return (
    <li>
      <div className="fj-refused-row">
        <div>
          <div className="fj-mono fj-strong"><bdi>{aeTitle}</bdi></div>
          <div className="fj-quiet fj-small">{t('refusedTimes', { count: times, when, address })}</div>
        </div>
        <Button
          leftSection={<IconPlus size={18} />}
          variant="default"
          loading={isAdding}
          aria-label={t('addCallerWhat', { aeTitle })}
          onClick={() => add(aeTitle, address)}
        >
          {t('addCaller')}
        </Button>
      </div>
      {error !== null && <Problem error={error} />}
    </li>
  )
}

/** One click, and one to take it back. */
function useAddCaller() {
  const t = useDevicesTexts()
  const frame = useFrameTexts()
  const adding = useAddDevice()
  const removing = useRemoveDevice()
  const add = (aeTitle: string, address: string): void => {
    adding.mutate({ aeTitle, description: t('callerAt', { aeTitle, address }) }, {
      onSuccess: (device) => toast({
        kind: 'done', closeLabel: frame('close'),
        text: t('added', { aeTitle }),
        action: { label: frame('undo'), run: () => removing.mutate(device) },
      }),
    })
  }
  return { add, isAdding: adding.isPending, error: adding.error }
}
