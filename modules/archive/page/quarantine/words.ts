/** How a case is told: its reason, its state, where it came from. */
import type { HeldCase } from '../../contract.ts'
import { personName } from '../../../../platform/web/person-name.ts'
import { useQuarantineTexts } from './texts/index.ts'

export function useCaseWords() {
  const t = useQuarantineTexts()
  const from = (name: string): string => t('from', { from: isWay(name) ? t(`from ${name}`) : name })
  const who = ({ came }: Pick<HeldCase, 'came'>): string => personName(came.patientName) || came.patientId || t('unknownPatient')
  return { from, who }
}

function isWay(name: string): name is 'upload' | 'import' | 'demo' {
  return name === 'upload' || name === 'import' || name === 'demo'
}
