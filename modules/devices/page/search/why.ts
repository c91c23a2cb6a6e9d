import { checkOutcomes, type CheckOutcome, type TransferProblem } from '../../contract.ts'
import { useDevicesTexts } from '../texts/index.ts'
import { useSearchTexts } from './texts/index.ts'

type OwnProblem = Exclude<TransferProblem, CheckOutcome>

/** Why a transfer did not do what it should, and what to do about it. */
export function useWhy(): (problem: TransferProblem) => string {
  const t = useSearchTexts()
  const ofDevices = useDevicesTexts()
  return (problem) => (isOfCheck(problem) ? ofDevices(`says ${problem}`) : t(`why ${problem}`))
}

/** Said alike of a call that only asks whether somebody is there. */
function isOfCheck(problem: TransferProblem): problem is Exclude<TransferProblem, OwnProblem> {
  return (checkOutcomes as readonly string[]).includes(problem)
}
