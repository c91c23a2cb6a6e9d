/** One stream of ids, counts, milliseconds and bytes. No name, no birth date, no element value, at any level. */
import { pino, type DestinationStream, type Logger } from 'pino'

export type Log = Logger

/** From the most that is told to the least. */
export const logLevels = ['debug', 'info', 'warn', 'error'] as const
export type LogLevel = (typeof logLevels)[number]

/** Waits until a line is written: what a process says last is what counts. */
export function standardOutput(): DestinationStream {
  return pino.destination(1)
}

export function createLog(level: string, to: DestinationStream = standardOutput()): Log {
  return pino({ level, base: null, formatters: { level: (label) => ({ level: label }) } }, to)
}

/** The words of a fault that may be logged: its class and message, and those of its causes. */
export function faultOf(error: unknown): { fault: string } {
  const words: string[] = []
  for (let at: unknown = error; at instanceof Error; at = at.cause) words.push(`${at.name}: ${at.message}`)
  return { fault: words.join(' <- ') || String(error) }
}
