/** A name and a colour: of a new label, or of one that is changed. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { LabelColour, NewLabel } from '../../contract.ts'
import { COLOURS, LabelTag } from './label-tag.tsx'
import { useStudyTexts } from './texts/index.ts'

interface LabelFormProps {
  readonly label?: NewLabel
  readonly submit: string
  readonly isBusy: boolean
  readonly onSubmit: (label: NewLabel, onDone: () => void) => void
}

export function LabelForm({ label = { name: '', colour: 'blue' }, submit, isBusy, onSubmit }: LabelFormProps) {
  const t = useStudyTexts()
  const [name, setName] = useState(label.name)
  const [colour, setColour] = useState<LabelColour>(label.colour)
  const trimmed = name.trim()
  return (
    <form className="fj-label-form" onSubmit={(event) => {
      event.preventDefault()
      if (trimmed !== '') onSubmit({ name: trimmed, colour }, () => setName(''))
    }}>
      <TextInput label={t('labelName')} value={name} maxLength={40} autoComplete="off" onChange={({ currentTarget: { value } }) => setName(value)} />
      <NativeSelect size="md" label={t('labelColour')} value={colour} data={COLOURS.map((each) => ({ value: each, label: t(`colour ${each}`) }))}
        onChange={({ currentTarget: { value } }) => setColour(COLOURS.find((each) => each === value) ?? 'blue')} />
      <Button type="submit" variant="default" disabled={trimmed === ''} loading={isBusy}>{submit}</Button>
      {trimmed !== '' && <div className="fj-label-sample"><LabelTag label={{ name: trimmed, colour }} /></div>}
    </form>
  )
}
