import { join } from 'node:path'
import { runProgram, type ProgramResult } from '../setup/programs.ts'

const ROOT = join(import.meta.dirname, '../..')
const TSX = join(ROOT, 'node_modules/.bin/tsx')

/** `filmjacket dicom ARGS`, from its sources. */
export function dicomCommand(...args: readonly string[]): Promise<ProgramResult> {
  return runProgram(TSX, [join(ROOT, 'app/cli.ts'), 'dicom', ...args])
}

/** What a command told of with `--json`, one line each. */
export function linesOf(stdout: string): readonly unknown[] {
  return stdout.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as unknown)
}
