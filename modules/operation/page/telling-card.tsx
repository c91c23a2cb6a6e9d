/** How much the log tells, and more of it for a while: it is as usual again by itself. */
import { Button, NativeSelect } from '@mantine/core'
import { IconArrowBackUp, IconVolume } from '@tabler/icons-react'
import { useState } from 'react'
import { useFormat } from '../../../platform/web/format.ts'
import { Notice, Problem, Sheet } from '../../../platform/web/kit/index.ts'
import { levels, type Level, type Telling } from '../contract.ts'
import { useChangeTelling } from './data.ts'
import { useOperationTexts } from './texts/index.ts'

export function TellingCard({ telling: { level, until } }: { readonly telling: Telling }) {
  const t = useOperationTexts()
  const { instant } = useFormat()
  const [isAsking, setAsking] = useState(false)
  const changing = useChangeTelling()
  return (
    <Notice tone={until === null ? 'plain' : 'wait'} icon={IconVolume}>
      <div className="fj-row">
        <span>{until === null ? t('tellingUsual', { level: t(`tell ${level}`) }) : t('tellingUntil', { level: t(`tell ${level}`), when: instant(until) })}</span>
        {until === null
          ? <Button variant="default" onClick={() => setAsking(true)}>{t('tellMore')}</Button>
          : (
            <Button variant="default" leftSection={<IconArrowBackUp size={18} />} loading={changing.isPending} onClick={() => changing.mutate({ telling: null })}>
              {t('tellUsual')}
            </Button>
          )}
      </div>
      {changing.error !== null && <Problem error={changing.error} />}
      <Sheet opened={isAsking} onClose={() => setAsking(false)} title={t('telling')}><Question onDone={() => setAsking(false)} /></Sheet>
    </Notice>
  )
}

const QUARTER = '15'
const TIMES = [QUARTER, '60', '480', '1440'] as const

function Question({ onDone }: { readonly onDone: () => void }) {
  const t = useOperationTexts()
  const changing = useChangeTelling()
  const [level, setLevel] = useState<Level>('debug')
  const [minutes, setMinutes] = useState<string>(QUARTER)
  const timeOf = (each: number) => (each < 60 ? t('minutes', { count: each }) : t('hours', { count: each / 60 }))
  return (
    <div className="fj-stack">
      <NativeSelect
        size="md" label={t('tellLevel')} value={level} data={levels.map((value) => ({ value, label: t(`tell ${value}`) }))} data-autofocus
        onChange={({ currentTarget }) => setLevel(levels.find((each) => each === currentTarget.value) ?? 'debug')}
      />
      <NativeSelect
        size="md" label={t('tellFor')} value={minutes} data={TIMES.map((value) => ({ value, label: timeOf(Number(value)) }))}
        onChange={({ currentTarget }) => setMinutes(currentTarget.value)}
      />
      <p className="fj-small fj-quiet">{t('tellNote')}</p>
      {changing.error !== null && <Problem error={changing.error} />}
      <Button loading={changing.isPending} onClick={() => changing.mutate({ telling: { level, minutes: Number(minutes) } }, { onSuccess: onDone })}>{t('tellChange')}</Button>
    </div>
  )
}
