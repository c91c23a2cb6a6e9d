/** Programs that others wrote, as independent witnesses. */
import { execFile, spawnSync } from 'node:child_process'

export interface ProgramResult {
  /** Null if a signal ended it. */
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

const OUTPUT_BYTES = 64 * 1024 * 1024

export function isInstalled(program: string): boolean {
  return spawnSync('/bin/sh', ['-c', `command -v "${program}"`]).status === 0
}

/** Which of these are not installed, as the reason of a skipped test; null if all are. */
export function whyMissing(...programs: readonly string[]): string | null {
  const missing = programs.filter((program) => !isInstalled(program))
  return missing.length === 0 ? null : `not installed: ${missing.join(', ')}`
}

/** Runs to the end, whatever the exit code. Both outputs as text, byte by byte where it is not UTF-8. */
export function runProgram(
  program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}, cwd?: string,
): Promise<ProgramResult> {
  const options = { env: { ...process.env, ...env }, maxBuffer: OUTPUT_BYTES, encoding: 'utf8' as const, cwd }
  return new Promise((resolve, reject) => {
    const child = execFile(program, [...args], options, (error, stdout, stderr) => {
      const neverRan = error !== null && typeof error.code === 'string'
      if (neverRan) reject(new Error(`${program} cannot be run`, { cause: error }))
      else resolve({ status: child.exitCode, stdout, stderr })
    })
    child.stdin?.end()
  })
}
