/** What processes hold, as the kernel counts it. Linux only. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'

const KILOBYTE = 1_024
const SAMPLE_EVERY_MS = 100

export const canReadMemory = existsSync('/proc/self/smaps_rollup')

/** The most that a process ever held at once, to the page: the kernel keeps that mark itself. proc_pid_status(5), VmHWM. */
export function peakOf(pid: number): number {
  return kilobytes(`/proc/${pid}/status`, 'VmHWM') * KILOBYTE
}

/** What a process holds now. */
export function residentOf(pid: number): number {
  return kilobytes(`/proc/${pid}/status`, 'VmRSS') * KILOBYTE
}

/** The most that a process held while it was watched, looked at ten times a second. */
export function watchResident(pid: number): { stop(): number } {
  let peak = 0
  const look = () => void (peak = Math.max(peak, residentOf(pid)))
  const timer = setInterval(look, SAMPLE_EVERY_MS)
  return {
    stop() {
      clearInterval(timer)
      look()
      return peak
    },
  }
}

/**
 * The most that a process's children and theirs held together, looked at ten times a second. Shared pages count once: by
 * their proportional size, Pss in proc_pid_smaps(5). PostgreSQL's processes share most of what they have.
 */
export function watchChildren(pid: number): { stop(): number } {
  let peak = 0
  const look = () => void (peak = Math.max(peak, descendants(pid).reduce((sum, child) => sum + pssOf(child), 0)))
  const timer = setInterval(look, SAMPLE_EVERY_MS)
  return {
    stop() {
      clearInterval(timer)
      look()
      return peak
    },
  }
}

function pssOf(pid: number): number {
  return kilobytes(`/proc/${pid}/smaps_rollup`, 'Pss') * KILOBYTE
}

/** 0 for a process that is gone meanwhile. */
function kilobytes(file: string, field: string): number {
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(textOf(file))?.[1] ?? 0)
}

export function descendants(pid: number): readonly number[] {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const parent = Number(/^PPid:\s+(\d+)/m.exec(textOf(`/proc/${name}/status`))?.[1] ?? 0)
    children.set(parent, [...(children.get(parent) ?? []), Number(name)])
  }
  const below = (of: number): number[] => (children.get(of) ?? []).flatMap((child) => [child, ...below(child)])
  return below(pid)
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
