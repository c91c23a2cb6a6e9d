/**
 * Who did what to whose images. Append-only, never optional, apart from the log.
 *
 * @module
 */
import { sql, type QueryExecutorProvider } from 'kysely'
import type { Caller } from './auth/caller.ts'
import type { Migration } from './database/migrate.ts'

export interface AuditEntry {
  /** `portal.request-created`: module and past tense. */
  readonly action: string
  /** Id of an account, a device's AE title, or null for the system itself. */
  readonly actor: string | null
  readonly address: string | null
  /** Id of what it was done to. */
  readonly subject: string
  readonly outcome: 'done' | 'refused'
  /** Counts, ids, words of ours: nothing that names a person. */
  readonly detail?: Readonly<Record<string, string | number | boolean>>
  /** Ids of the Studies that a person was shown besides, such as in a list. */
  readonly shown?: readonly string[]
}

/** Written with the transaction of what it tells. */
export async function audit(db: QueryExecutorProvider, entry: AuditEntry): Promise<void> {
  const { action, actor, address, subject, outcome, detail = {}, shown = [] } = entry
  await sql`insert into audit (action, actor, address, subject, outcome, detail, shown)
    values (${action}, ${actor}, ${address}, ${subject}, ${outcome}, ${JSON.stringify(detail)}::jsonb, ${[...shown]}::text[])`.execute(db)
}

export function actorOf(caller: Caller): string | null {
  return caller.kind === 'anonymous' ? null : caller.accountId
}

export const auditMigrations: readonly Migration[] = [
  {
    module: 'audit', number: 1, name: 'init',
    async up(db) {
      await sql`
        create table audit (
          id bigint generated always as identity primary key,
          at timestamptz not null default now(),
          action text not null,
          actor text,
          address text,
          subject text not null,
          outcome text not null check (outcome in ('done', 'refused')),
          detail jsonb not null
        )`.execute(db)
      await sql`create index audit_subject on audit (subject, at)`.execute(db)
      await sql`create index audit_actor on audit (actor, at)`.execute(db)
      await sql`
        create function audit_is_append_only() returns trigger language plpgsql as
        $$ begin raise exception 'audit is append-only'; end $$`.execute(db)
      await sql`
        create trigger audit_kept before update or delete or truncate on audit
        for each statement execute function audit_is_append_only()`.execute(db)
    },
  },
  {
    module: 'audit', number: 2, name: 'shown',
    async up(db) {
      await sql`alter table audit add column shown text[] not null default '{}'`.execute(db)
      await sql`create index audit_shown on audit using gin (shown) where shown <> '{}'`.execute(db)
    },
  },
]
