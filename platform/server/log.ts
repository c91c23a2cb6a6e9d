/** One stream of ids, counts, milliseconds and bytes. No name, no birth date, no element value, at any level. */
import { pino, type Logger } from 'pino'

export type Log = Logger

export function createLog(level: string): Log {
  return pino({ level, base: null, formatters: { level: (label) => ({ level: label }) } })
}

/** The words of a fault that may be logged: its class and message, and those of its causes. */
export function faultOf(error: unknown): { fault: string } {
  const words: string[] = []
  for (let at: unknown = error; at instanceof Error; at = at.cause) words.push(`${at.name}: ${at.message}`)
  return { fault: words.join(' <- ') || String(error) }
}
