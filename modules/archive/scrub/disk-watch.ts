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
import type { HeldRoom } from '../contract.ts'
import { changeHeldLevel } from '../store/held-room.ts'
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

export function freePercentOf({ freeBytes, totalBytes }: Disk): number {
  return totalBytes === 0 ? 100 : (freeBytes / totalBytes) * 100
}

export function levelOf(disk: Disk, { lowPercent, criticalPercent }: ReturnType<WatchOptions['thresholds']>): Level {
  const freePercent = freePercentOf(disk)
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

/** How much waits for a person, watched in the same way. */
export async function watchQuarantine(options: WatchOptions, room: HeldRoom): Promise<void> {
  const { db, clock, publicUrl } = options
  await db.transaction().execute(async (tx) => {
    const before = await changeHeldLevel(tx, room.level, clock.now())
    if (before !== null) await tellTo(options, tx, quarantineMail(room, publicUrl()))
  })
}

/** Tells that files were found damaged. It names no person. */
export async function tellDamage(options: WatchOptions, files: number): Promise<void> {
  const what = files === 1 ? 'A stored file is damaged' : `${files} stored files are damaged`
  await tellTo(options, options.db, mailOf(what, 'The check of stored files found it. Archives that may have the same images are being asked for them; what came back, and what else can be done, stands on the page.', options.publicUrl()))
}

/** Tells that the store of segments cannot be used, in its own words, or can again. */
export async function tellStore(options: WatchOptions, tx: Kysely<ArchiveTables>, words: string | null): Promise<void> {
  const mail = words === null
    ? mailOf('The second store can be used again', 'What lies there can be read, and moving goes on.', options.publicUrl())
    : mailOf('The second store cannot be used', `It says: ${words}. What lies there cannot be read until it can; images still arrive and stay on the disk.`, options.publicUrl())
  await tellTo(options, tx, mail)
}

async function tellTo({ alertAddress, hasMail }: WatchOptions, db: Kysely<ArchiveTables>, mail: Omit<Mail, 'to'>): Promise<void> {
  const to = alertAddress().trim()
  if (to !== '' && hasMail) await mailLater(db, { to, ...mail })
}

function quarantineMail({ level, instances, maxInstances, bytes, maxBytes }: HeldRoom, publicUrl: string): Omit<Mail, 'to'> {
  const what = { enough: 'The quarantine has room again', low: 'The quarantine is getting full', full: 'The quarantine is full' }[level]
  const held = `${instances} of ${maxInstances} images wait in it, ${gigabytes(bytes)} of ${gigabytes(maxBytes)} GB.`
  const then = level === 'full' ? ' Images that would be kept there are refused and their senders keep them.' : ''
  return mailOf(what, held + then, publicUrl, QUARANTINE_PAGE)
}

const STORAGE_PAGE: Page = { name: 'Storage', path: '/storage' }
const QUARANTINE_PAGE: Page = { name: 'To check', path: '/quarantine' }

interface Page {
  readonly name: string
  readonly path: string
}

const GIGABYTE = 1_000_000_000

function diskMail(level: Level, { freeBytes, totalBytes }: Disk, publicUrl: string): Omit<Mail, 'to'> {
  const left = `${gigabytes(freeBytes)} of ${gigabytes(totalBytes)} GB are free.`
  const what = { enough: 'The disk has room again', low: 'The disk is getting full', critical: 'The disk is nearly full' }[level]
  const then = level === 'critical' ? ' When it is full, images are refused and their senders keep them.' : ''
  return mailOf(what, left + then, publicUrl)
}

function gigabytes(bytes: number): string {
  return (bytes / GIGABYTE).toFixed(1)
}

function mailOf(subject: string, sentence: string, publicUrl: string, { name, path }: Page = STORAGE_PAGE): Omit<Mail, 'to'> {
  const lines = [`${subject}.`, sentence, `${name}: ${new URL(path, publicUrl).href}`]
  return { subject, text: `${lines.join('\n\n')}\n`, html: lines.map((line) => `<p>${line.replaceAll('&', '&amp;')}</p>`).join('') }
}
