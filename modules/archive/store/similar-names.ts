/** Words of names that resemble one that no name has: a letter too many, one missing, or another one. */
import { sql, type Kysely } from 'kysely'
import type { ArchiveTables } from '../tables.ts'

/** How much of its groups of three letters a name must share with the word, to be looked at. Short names share few. */
const LIKENESS_OF_NAME = 0.4
/** The same of one word of it, either way. */
const LIKENESS_OF_WORD = 0.3
const MOST_NAMES = 1_000

/**
 * The word of all names that resembles `word` most; null if none does, or it is too short to tell.
 *
 * By the trigram index on names: what is compared letter by letter is bounded.
 */
export async function similarWord(db: Kysely<ArchiveTables>, word: string): Promise<string | null> {
  if (word.length < 3) return null
  return await db.transaction().execute(async (tx) => {
    await sql`select set_config('pg_trgm.word_similarity_threshold', ${String(LIKENESS_OF_NAME)}, true)`.execute(tx)
    const { rows } = await sql<{ word: string }>`
      select word from (select distinct regexp_split_to_table(name, '[\\s^=,.''’-]+') as word
        from (select name from study_index where name %> archive_folded(${word}) limit ${MOST_NAMES}) names) words
      where similarity(word, archive_folded(${word})) >= ${LIKENESS_OF_WORD}
      order by similarity(word, archive_folded(${word})) desc, word limit 1`.execute(tx)
    return rows[0]?.word ?? null
  })
}
