import { IconAlertTriangle, IconCircleCheck, IconEye } from '@tabler/icons-react'
import { StateTag } from '../../../platform/web/kit/index.ts'
import type { Health } from '../contract.ts'
import { useOperationTexts } from './texts/index.ts'

/** How each is told: by an icon and words, and by colour besides. */
export const SIGNS = {
  good: { tone: 'good', icon: IconCircleCheck }, attention: { tone: 'wait', icon: IconEye }, bad: { tone: 'bad', icon: IconAlertTriangle },
} as const satisfies Record<Health, object>

export function HealthTag({ health }: { readonly health: Health }) {
  const t = useOperationTexts()
  return <StateTag {...SIGNS[health]}>{t(`health ${health}`)}</StateTag>
}
