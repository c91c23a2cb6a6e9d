/** Fields that belong together, under a heading of their own. */
import type { UseFormReturnType } from '@mantine/form'
import type { ReactNode } from 'react'
import type { DeviceValues } from './device-form.ts'

export type DeviceForm = UseFormReturnType<DeviceValues>

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
