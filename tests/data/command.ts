import { filmjacket } from '../setup/filmjacket-process.ts'
import type { ProgramResult } from '../setup/programs.ts'

export { whyNotBuilt } from '../setup/filmjacket-process.ts'

/** `filmjacket dicom ARGS`. */
export function dicomCommand(...args: readonly string[]): Promise<ProgramResult> {
  return filmjacket('dicom', ...args)
}

/** What a command told of with `--json`, one line each. */
export function linesOf(stdout: string): readonly unknown[] {
  return stdout.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as unknown)
}
