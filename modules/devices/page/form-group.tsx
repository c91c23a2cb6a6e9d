/** Fields that belong together, under a heading of their own. */
import type { UseFormReturnType } from '@mantine/form'
import type { ReactNode } from 'react'
import type { DeviceValues } from './device-form.ts'

export type DeviceForm = UseFormReturnType<DeviceValues>

export interface FieldsProps {
  readonly form: DeviceForm
}

/** Of what machines call each other by: nothing is completed, corrected or turned around. */
export const ADDRESS_LOOK = { autoComplete: 'off', spellCheck: false, dir: 'ltr' } as const

interface GroupProps {
  readonly id: string
  readonly title: string
  readonly lead?: string
  readonly children: ReactNode
}

export function Group({ id, title, lead, children }: GroupProps) {
  return (
    <section className="fj-card fj-card-body fj-device-group" aria-labelledby={id}>
      <div>
        <h2 id={id}>{title}</h2>
        {lead !== undefined && <p className="fj-quiet">{lead}</p>}
      </div>
      {children}
    </section>
  )
}
