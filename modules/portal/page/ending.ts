import { toast } from '../../../platform/web/kit/index.ts'
import { useFrameTexts } from '../../../platform/web/texts/index.ts'
import type { RequestView } from '../contract.ts'
import { isPending, useEndRequest } from './data.ts'
import { usePortalTexts } from './texts/index.ts'

/** Cancel or remove. Asks no question: the same file can be asked for again at any time. */
export function useEnding() {
  const t = usePortalTexts()
  const frame = useFrameTexts()
  const ending = useEndRequest()
  const end = (request: RequestView): void => {
    const text = t(isPending(request) ? 'cancelled' : 'removed')
    ending.mutate(request, { onSuccess: () => toast({ kind: 'done', text, closeLabel: frame('close') }) })
  }
  return { end, isEnding: ending.isPending, error: ending.error }
}
