import { sopClassNames } from './sop-classes.ts'
import { nameOfTransferSyntax } from './transfer-syntax.ts'

/** The standard's name of a SOP Class or transfer syntax. PS3.6 Table A-1. */
export function nameOfUid(uid: string): string | undefined {
  return sopClassNames.get(uid) ?? nameOfTransferSyntax(uid)
}
