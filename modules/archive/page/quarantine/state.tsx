import { IconArchive, IconCheck, IconClock, IconEye, IconHandStop, IconTool, IconTrash, type Icon } from '@tabler/icons-react'
import { StateTag } from '../../../../platform/web/kit/index.ts'
import type { HeldState } from '../../contract.ts'
import { useQuarantineTexts } from './texts/index.ts'

type Tone = 'good' | 'wait' | 'bad' | 'plain'

const LOOKS: Readonly<Record<HeldState, readonly [Tone, Icon]>> = {
  'open': ['wait', IconHandStop], 'noted': ['plain', IconEye], 'in-work': ['plain', IconClock], 'accepted': ['good', IconCheck],
  'repaired': ['good', IconTool], 'replaced': ['plain', IconArchive], 'discarded': ['bad', IconTrash],
}

export function State({ state }: { readonly state: HeldState }) {
  const t = useQuarantineTexts()
  const [tone, icon] = LOOKS[state]
  return <StateTag tone={tone} icon={icon}>{t(`state ${state}`)}</StateTag>
}
