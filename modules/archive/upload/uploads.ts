/**
 * Uploads: who may bring what, and what became of it. ING-30.
 *
 * An upload is its person's own; an administrator sees all. What is in the archive already is known by the SHA-256 of its
 * bytes, so nothing is sent twice: not after a broken connection, not by another tab, not a disc that came before.
 *
 * @module
 */
import { actorOf, audit } from '../../../platform/server/audit.ts'
import type { Caller } from '../../../platform/server/auth/caller.ts'
import { DAY_MS, type Clock } from '../../../platform/server/clock.ts'
import { newId } from '../../../platform/server/ids.ts'
import type { Settings } from '../../../platform/server/settings/index.ts'
import type { FileAnswer, NewUpload, OfferedFile, UploadChange } from '../contract.ts'
import { pathForPeople } from './form-files.ts'
import { note } from './notes.ts'
import { answerTo } from './offered.ts'
import { DAILY_GIGABYTES, DOCTORS_MAY_UPLOAD, FILE_MEGABYTES, FILES_MAX } from './settings.ts'
import { heldFiles, rowsLike } from './store/files.ts'
import * as store from './store/uploads.ts'
import type { Db, Upload } from './store/uploads.ts'

const PAGE = 25
const MB = 1_000_000
const GB = 1_000 * MB

/** Somebody who came in by a session or a token. */
export type Known = Exclude<Caller, { kind: 'anonymous' }>

export type Refusal = 'not-allowed' | 'too-many-files' | 'daily-limit' | 'not-found' | 'over'
export type Outcome<T> = { readonly kind: 'done'; readonly value: T } | { readonly kind: Refusal }

export interface UploadsOptions {
  readonly db: Db
  readonly clock: Clock
  readonly settings: Settings
  /** Resolves when rows tell of all that was answered for. */
  readonly indexed: () => Promise<void>
}

export interface Uploads {
  mayUpload(caller: Known): boolean
  fileBytesMax(): number
  begin(caller: Known, wish: NewUpload): Promise<Outcome<Upload>>
  /** One that the caller may see. */
  one(caller: Known, id: string): Promise<Upload | undefined>
  /** Newest first. */
  page(caller: Known, before: string | null): Promise<{ readonly uploads: readonly Upload[]; readonly next: string | null }>
  change(caller: Known, id: string, change: UploadChange): Promise<Outcome<Upload>>
  /** What need not be sent is noted with what becomes of it. */
  offer(caller: Known, id: string, files: readonly OfferedFile[]): Promise<Outcome<readonly FileAnswer[]>>
  /** The upload, if the caller may add files to it now. */
  toAddTo(caller: Known, id: string): Promise<Outcome<Upload>>
}

export function createUploads(options: UploadsOptions): Uploads {
  const { db, clock, settings } = options

  function mayUpload(caller: Known): boolean {
    if (caller.kind === 'token' && caller.studies !== null) return false
    return caller.role === 'admin' || caller.role === 'clerk' || (caller.role === 'doctor' && settings.value(DOCTORS_MAY_UPLOAD))
  }

  async function one(caller: Known, id: string): Promise<Upload | undefined> {
    const upload = await store.uploadById(db, id)
    return upload !== undefined && (upload.account_id === caller.accountId || caller.role === 'admin') ? upload : undefined
  }

  async function toAddTo(caller: Known, id: string): Promise<Outcome<Upload>> {
    if (!mayUpload(caller)) return { kind: 'not-allowed' }
    const upload = await one(caller, id)
    if (upload?.account_id !== caller.accountId) return { kind: 'not-found' }
    return upload.state === 'open' ? { kind: 'done', value: upload } : { kind: 'over' }
  }

  async function isOverTheDay(caller: Known): Promise<boolean> {
    return (await store.bytesSince(db, caller.accountId, clock.now() - DAY_MS)) >= settings.value(DAILY_GIGABYTES) * GB
  }

  return {
    mayUpload, one,
    fileBytesMax: () => settings.value(FILE_MEGABYTES) * MB,
    async begin(caller, { label, files, bytes }) {
      if (!mayUpload(caller)) return { kind: 'not-allowed' }
      if (files > settings.value(FILES_MAX)) return { kind: 'too-many-files' }
      if (await isOverTheDay(caller)) return { kind: 'daily-limit' }
      const now = clock.now()
      const beginning = { id: newId('upl', now), accountId: caller.accountId, label: inOneLine(label), files, bytes, now }
      return db.transaction().execute(async (tx) => {
        const value = await store.addUpload(tx, beginning)
        const entry = { actor: actorOf(caller), address: null, subject: value.id, outcome: 'done', detail: { files, bytes } } as const
        await audit(tx, { action: 'archive.upload-began', ...entry })
        return { kind: 'done', value }
      })
    },
    async page(caller, before) {
      const found = await store.uploads(db, caller.role === 'admin' ? null : caller.accountId, before, PAGE + 1)
      const shown = found.slice(0, PAGE)
      return { uploads: shown, next: found.length > PAGE ? shown.at(-1)?.id ?? null : null }
    },
    change: (caller, id, change) => changed(options, caller, id, change),
    async offer(caller, id, files) {
      const outcome = await toAddTo(caller, id)
      if (outcome.kind !== 'done') return outcome
      if (countOf(outcome.value) + files.length > 2 * settings.value(FILES_MAX)) return { kind: 'too-many-files' }
      return { kind: 'done', value: await offered(options, id, files.map((file) => ({ ...file, path: pathForPeople(file.path) }))) }
    },
    async toAddTo(caller, id) {
      const outcome = await toAddTo(caller, id)
      return outcome.kind === 'done' && (await isOverTheDay(caller)) ? { kind: 'daily-limit' } : outcome
    },
  }
}

async function changed({ db, clock, settings }: UploadsOptions, caller: Known, id: string, change: UploadChange): Promise<Outcome<Upload>> {
  if ((change.files ?? 0) > settings.value(FILES_MAX)) return { kind: 'too-many-files' }
  return db.transaction().execute(async (tx) => {
    const upload = await store.lockUpload(tx, id)
    if (upload?.account_id !== caller.accountId) return { kind: 'not-found' }
    // Told twice that it is over, by two tabs: it is.
    if (upload.state !== 'open') return change.state === upload.state ? { kind: 'done', value: upload } : { kind: 'over' }
    const value = await store.changeUpload(tx, id, change, clock.now())
    if (change.state !== undefined) {
      const { taken, duplicate, held, refused, skipped } = value
      const detail = { state: change.state, taken, duplicate, held, refused, skipped }
      await audit(tx, { action: 'archive.upload-ended', actor: actorOf(caller), address: null, subject: id, outcome: 'done', detail })
    }
    return { kind: 'done', value }
  })
}

async function offered({ db, clock, indexed }: UploadsOptions, id: string, files: readonly OfferedFile[]): Promise<readonly FileAnswer[]> {
  const digests = [...new Set(files.flatMap(({ digest }) => digest ?? []))]
  await indexed()
  const [known, held] = [await rowsLike(db, id, files.map(({ path }) => path), digests), await heldFiles(db, digests)]
  const { answers, rows } = answerTo(id, files, known, held)
  await note(db, clock, id, rows)
  return answers
}

function countOf({ taken, duplicate, held, refused, skipped }: Upload): number {
  return taken + duplicate + held + refused + skipped
}

/** Its line in the list. */
export function inOneLine(text: string): string {
  return text.replace(/\p{C}+/gu, ' ').trim()
}
