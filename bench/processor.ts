/** What processes have worked, as the kernel counts it: a busy machine lengthens seconds, and not this. Linux only. */
import { readFileSync } from 'node:fs'
import { descendants } from './memory.ts'

/** Of `sysconf(_SC_CLK_TCK)`, which is this on every Linux. */
const TICKS_A_SECOND = 100
/** proc_pid_stat(5), counted from behind the name: utime, stime and those of children that have ended. */
const TIMES = [11, 12, 13, 14]
const TIMES_OF_ENDED = [13, 14]

/** Of a process and all below it, in seconds. */
export function workOf(pid: number): number {
  return [pid, ...descendants(pid)].reduce((sum, each) => sum + ticksOf(each, TIMES), 0) / TICKS_A_SECOND
}

/** Of all programs that this process ran and that have ended, in seconds. */
export function workOfEnded(): number {
  return ticksOf(process.pid, TIMES_OF_ENDED) / TICKS_A_SECOND
}

function ticksOf(pid: number, times: readonly number[]): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ')
    return times.reduce((sum, at) => sum + Number(fields[at] ?? 0), 0)
  } catch {
    return 0 // gone meanwhile
  }
}
