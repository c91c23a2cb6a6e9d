/** Labels on the studies that are chosen: ticked on all, on some, on none. What is not touched stays as it is. */
import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { Problem, RowsSkeleton, Sheet, toast } from '../../../../platform/web/kit/index.ts'
import { useFrameTexts } from '../../../../platform/web/texts/index.ts'
import { LabelTag } from './label-tag.tsx'
import { useBearing, useLabels, useMakeLabel, usePutLabels, type Bearing } from './labels-data.ts'
import { LabelForm } from './label-form.tsx'
import { useStudyTexts } from './texts/index.ts'

interface LabelSheetProps {
  /** UIDs. */
  readonly studies: readonly string[]
  readonly opened: boolean
  readonly onClose: () => void
}

export function LabelSheet({ studies, opened, onClose }: LabelSheetProps) {
  const t = useStudyTexts()
  // Out here: the sheet is another one when a phone is turned, and what was ticked stays.
  const [touched, setTouched] = useState<Touched>(new Map())
  const close = (): void => {
    setTouched(new Map())
    onClose()
  }
  return (
    <Sheet opened={opened} onClose={close} title={t('labelsOf', { count: studies.length })}>
      <Choice studies={studies} touched={touched} onTouch={(id, isOn) => setTouched((before) => new Map([...before, [id, isOn]]))} onDone={close} />
    </Sheet>
  )
}

/** Labels that were ticked, or the other way round. */
type Touched = ReadonlyMap<string, boolean>

interface ChoiceProps {
  readonly studies: readonly string[]
  readonly touched: Touched
  readonly onTouch: (id: string, isOn: boolean) => void
  readonly onDone: () => void
}

function Choice(props: ChoiceProps) {
  const { data, error, refetch } = useBearing(props.studies)
  if (data === undefined) return error === null ? <RowsSkeleton rows={3} height={44} /> : <Problem error={error} onRetry={() => void refetch()} />
  return <Ticks {...props} bearing={data} />
}

function Ticks({ studies, bearing, touched, onTouch, onDone }: ChoiceProps & { readonly bearing: Bearing }) {
  const t = useStudyTexts()
  const closeLabel = useFrameTexts()('close')
  const { labels, query } = useLabels()
  const [putting, making] = [usePutLabels(), useMakeLabel()]
  const named = (isOn: boolean) => [...touched].flatMap(([id, on]) => (on === isOn ? [id] : []))
  const put = (): void => putting.mutate({ studies: [...studies], add: named(true), remove: named(false) }, {
    onSuccess: (changed) => {
      onDone()
      toast({ kind: 'done', closeLabel, text: t('labelled', { count: changed }) })
    },
  })
  if (query.data === undefined) return query.error === null ? <RowsSkeleton rows={3} height={44} /> : <Problem error={query.error} onRetry={() => void query.refetch()} />
  return (
    <div className="fj-stack">
      {labels.length === 0 && <p className="fj-quiet">{t('noLabels')}</p>}
      <ul className="fj-label-choices">
        {labels.map((label) => {
          const count = bearing.get(label.id) ?? 0
          const isOn = touched.get(label.id) ?? count === studies.length
          const isSome = !touched.has(label.id) && count > 0 && count < studies.length
          return (
            <li key={label.id}>
              <Checkbox size="md" checked={isOn} indeterminate={isSome} label={<LabelTag label={label} />}
                {...(isSome && { description: t('onSome', { count }) })} onChange={({ currentTarget: { checked } }) => onTouch(label.id, checked)} />
            </li>
          )
        })}
      </ul>
      <LabelForm submit={t('addLabel')} isBusy={making.isPending} onSubmit={(label, onAdded) => making.mutate(label, {
        onSuccess: ({ id }) => {
          onTouch(id, true)
          onAdded()
        },
      })} />
      {making.error !== null && <Problem error={making.error} />}
      {putting.error !== null && <Problem error={putting.error} />}
      <Button disabled={touched.size === 0} loading={putting.isPending} onClick={put}>{t('putLabels', { count: studies.length })}</Button>
    </div>
  )
}
