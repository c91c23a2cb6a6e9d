import { sql, type QueryExecutorProvider } from 'kysely'

/** Asks the database for nothing. @returns until it answered. */
export async function answerMs(db: QueryExecutorProvider): Promise<number> {
  const asked = performance.now()
  await sql`select 1`.execute(db)
  return Math.round(performance.now() - asked)
}
