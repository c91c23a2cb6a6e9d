/**
 * How full the disk is, watched: administrators are told while there is time, and again when it is over. Below the reserve the
 * archive refuses images (A700).
 *
 * @module
 */
import type { Kysely } from 'kysely'
import type { Disk } from '../../../platform/server/blobs/index.ts'
import type { Clock } from '../../../platform/server/clock.ts'
import { mailLater, type Mail } from '../../../platform/server/notify/mail.ts'
import { changeLevel, type Level } from '../store/scrub.ts'
import type { ArchiveTables } from '../tables.ts'

export interface WatchOptions {
  readonly db: Kysely<ArchiveTables>
  readonly clock: Clock
  readonly disk: () => Promise<Disk>
  readonly thresholds: () => { readonly lowPercent: number; readonly criticalPercent: number }
  /** To whom; empty, or without a mail server: to nobody, and the pages tell. */
  readonly alertAddress: () => string
  readonly hasMail: boolean
  readonly publicUrl: () => string
}

export function levelOf({ freeBytes, totalBytes }: Disk, { lowPercent, criticalPercent }: ReturnType<WatchOptions['thresholds']>): Level {
  const freePercent = totalBytes === 0 ? 100 : (freeBytes / totalBytes) * 100
  if (freePercent < criticalPercent) return 'critical'
  return freePercent < lowPercent ? 'low' : 'enough'
}

/** Looks, and mails if it is another level than the time before. */
export async function watchDisk(options: WatchOptions): Promise<Level> {
  const { db, clock, disk, thresholds } = options
  const found = await disk()
  const level = levelOf(found, thresholds())
  await db.transaction().execute(async (tx) => {
    const before = await changeLevel(tx, level, clock.now())
    if (before !== null) await tellTo(options, tx, diskMail(level, found, options.publicUrl()))
  })
  return level
}

/** Tells that files were found damaged. It names no person. */
export async function tellDamage(options: WatchOptions, files: number): Promise<void> {
  const what = files === 1 ? 'A stored file is damaged' : `${files} stored files are damaged`
  await tellTo(options, options.db, mailOf(what, `The check of stored files found it. What can be done stands on the page.`, options.publicUrl()))
}

async function tellTo({ alertAddress, hasMail }: WatchOptions, db: Kysely<ArchiveTables>, mail: Omit<Mail, 'to'>): Promise<void> {
  const to = alertAddress().trim()
  if (to !== '' && hasMail) await mailLater(db, { to, ...mail })
}

const GIGABYTE = 1_000_000_000

function diskMail(level: Level, { freeBytes, totalBytes }: Disk, publicUrl: string): Omit<Mail, 'to'> {
  const left = `${(freeBytes / GIGABYTE).toFixed(1)} of ${(totalBytes / GIGABYTE).toFixed(1)} GB are free.`
  const what = { enough: 'The disk has room again', low: 'The disk is getting full', critical: 'The disk is nearly full' }[level]
  const then = level === 'critical' ? ' When it is full, images are refused and their senders keep them.' : ''
  return mailOf(what, left + then, publicUrl)
}

function mailOf(subject: string, sentence: string, publicUrl: string): Omit<Mail, 'to'> {
  const address = new URL('/storage', publicUrl).href
  const lines = [`${subject}.`, sentence, `Storage: ${address}`]
  return { subject, text: `${lines.join('\n\n')}\n`, html: lines.map((line) => `<p>${line.replaceAll('&', '&amp;')}</p>`).join('') }
}
