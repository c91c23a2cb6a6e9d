/** A label as it stands on a study: a word, with a colour that means what the house wants it to. */
import { IconTag } from '@tabler/icons-react'
import type { CSSProperties } from 'react'
import type { Label, LabelColour } from '../../contract.ts'

export const COLOURS: readonly LabelColour[] = ['blue', 'green', 'amber', 'red', 'jacket', 'plain']

/** Pairs of the design's own, whose contrast is measured. */
const TONES: Readonly<Record<LabelColour, readonly [tone: string, soft: string]>> = {
  blue: ['--fj-primary', '--fj-tint'], green: ['--fj-good', '--fj-good-soft'], amber: ['--fj-wait', '--fj-wait-soft'],
  red: ['--fj-bad', '--fj-bad-soft'], jacket: ['--fj-on-jacket', '--fj-jacket'], plain: ['--fj-text', '--fj-hover'],
}

export function LabelTag({ label: { name, colour } }: { readonly label: Pick<Label, 'name' | 'colour'> }) {
  const [tone, soft] = TONES[colour]
  return (
    <span className="fj-tag fj-label" style={{ '--tone': `var(${tone})`, '--soft': `var(${soft})` } as CSSProperties}>
      <IconTag size={14} aria-hidden="true" />
      <bdi>{name}</bdi>
    </span>
  )
}
