import { IconCalendarEvent, IconCircleCheck, IconCircleX, IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react'
import { StateTag } from '../../../platform/web/kit/index.ts'
import type { StepState } from '../contract.ts'
import { useOrdersTexts } from './texts/index.ts'

const LOOKS = {
  'scheduled': ['plain', IconCalendarEvent], 'in-progress': ['wait', IconPlayerPlay], 'completed': ['good', IconCircleCheck],
  'discontinued': ['bad', IconPlayerStop], 'cancelled': ['plain', IconCircleX],
} as const

export function EntryState({ state }: { readonly state: StepState }) {
  const t = useOrdersTexts()
  const [tone, icon] = LOOKS[state]
  return <StateTag tone={tone} icon={icon}>{t(`state ${state}`)}</StateTag>
}
