import { Button, Group } from '@mantine/core'
import { IconCheck, IconRefresh, IconShieldOff, IconTool, IconTrash, type Icon } from '@tabler/icons-react'
import { useState } from 'react'
import { Problem, Sheet, toast } from '../../../../platform/web/kit/index.ts'
import { useFrameTexts } from '../../../../platform/web/texts/index.ts'
import type { Decision, HeldAction, HeldCase } from '../../contract.ts'
import { useDecide } from './data.ts'
import { RepairForm } from './repair-form.tsx'
import { useQuarantineTexts } from './texts/index.ts'

const ICONS: Readonly<Record<HeldAction, Icon>> = {
  accept: IconCheck, repair: IconTool, requeue: IconRefresh, isolate: IconShieldOff, discard: IconTrash,
}

/** What a person may do about it, each with what it means. */
export function Actions({ held }: { readonly held: HeldCase }) {
  const t = useQuarantineTexts()
  const closeLabel = useFrameTexts()('close')
  const deciding = useDecide(held.id)
  const [asked, setAsked] = useState<'repair' | 'discard' | null>(null)
  const decide = (decision: Decision): void => deciding.mutate(decision, {
    onSuccess: () => {
      setAsked(null)
      toast({ kind: 'done', closeLabel, text: t('done') })
    },
  })
  const act = (action: HeldAction): void => (action === 'repair' || action === 'discard' ? setAsked(action) : decide({ action }))
  const close = (): void => {
    setAsked(null)
    deciding.reset()
  }
  return (
    <section className="fj-card fj-card-body" aria-labelledby="what-now">
      <h2 id="what-now">{t('whatNow')}</h2>
      {deciding.isError && asked === null && <Problem error={deciding.error} />}
      {held.actions.map((action) => (
        <Choice key={action} held={held} action={action} isBusy={deciding.isPending} onChoose={() => act(action)} />
      ))}
      <Sheet opened={asked === 'repair'} onClose={close} title={t('repairTitle')} place="side">
        <RepairForm held={held} isBusy={deciding.isPending} error={deciding.error} onRepair={(repair) => decide({ action: 'repair', repair })} />
      </Sheet>
      <Sheet opened={asked === 'discard'} onClose={close} title={t('discardTitle')}>
        <div className="fj-stack">
          <p>{t('discardText', { count: held.instances })}</p>
          {deciding.isError && <Problem error={deciding.error} />}
          <Group justify="flex-end">
            <Button variant="default" data-autofocus onClick={close}>{t('keep')}</Button>
            <Button color="red" leftSection={<IconTrash size={18} />} loading={deciding.isPending} onClick={() => decide({ action: 'discard' })}>
              {t('discardGo')}
            </Button>
          </Group>
        </div>
      </Sheet>
    </section>
  )
}

interface ChoiceProps {
  readonly held: HeldCase
  readonly action: HeldAction
  readonly isBusy: boolean
  readonly onChoose: () => void
}

function Choice({ held: { why, state }, action, isBusy, onChoose }: ChoiceProps) {
  const t = useQuarantineTexts()
  const Sign = ICONS[action]
  const isNoted = state === 'noted'
  // Whose images these are is for a person to find out: no answer is put forward.
  const isUsual = action === 'requeue' || (action === 'repair' && why === 'no-identity')
  const meant = isNoted ? 'noted' : why === 'same-uid' ? 'same-uid' : 'other'
  const hint = action === 'accept' ? t(`acceptHint ${meant}`) : t(`${action}Hint`)
  return (
    <div className="fj-held-choice">
      <Button
        variant={isUsual ? 'filled' : 'default'} leftSection={<Sign size={18} />} disabled={isBusy} onClick={onChoose} aria-describedby={`hint-${action}`}
        {...(action === 'discard' && { color: 'red' })}
      >
        {t(action === 'accept' && isNoted ? 'acceptNoted' : action)}
      </Button>
      <p id={`hint-${action}`} className="fj-quiet fj-small">{hint}</p>
    </div>
  )
}
