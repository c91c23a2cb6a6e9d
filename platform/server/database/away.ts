/** SQLSTATE classes: connection exception, insufficient resources, operator intervention by an administrator or a crash. */
const AWAY_STATES = /^(08|53|57P)/
const CONNECTION_CODES: ReadonlySet<unknown> = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'])
/** The driver gives these no code. */
const AWAY_WORDS = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/

/** Whether it says that the database cannot be asked just now: the same may be tried later. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? error.code : undefined
  return (typeof code === 'string' && AWAY_STATES.test(code)) || CONNECTION_CODES.has(code) || AWAY_WORDS.test(error.message)
}
