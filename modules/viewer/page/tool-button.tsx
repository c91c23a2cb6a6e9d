/** A button of the tool bar: a sign, a word below it, its key in the hint. */
import { Tooltip } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import { forwardRef, type ComponentPropsWithoutRef } from 'react'

export interface ToolButtonProps extends Omit<ComponentPropsWithoutRef<'button'>, 'children'> {
  readonly icon: Icon
  readonly label: string
  /** For the hint. */
  readonly shortcut?: string
  /** Of what can be on or off. */
  readonly pressed?: boolean
  /** Opens more. */
  readonly opens?: boolean
}

export const ToolButton = forwardRef<HTMLButtonElement, ToolButtonProps>(function ToolButton(
  { icon: Sign, label, shortcut, pressed, opens = false, ...others }, ref,
) {
  const hint = shortcut === undefined ? label : `${label} (${shortcut})`
  return (
    <Tooltip label={hint} openDelay={500} disabled={shortcut === undefined} position="bottom">
      <button {...others} ref={ref} type="button" className="fj-tool" aria-pressed={pressed} data-opens={opens || undefined}>
        <Sign size={22} stroke={1.6} aria-hidden="true" />
        <span>{label}</span>
      </button>
    </Tooltip>
  )
})
