/**
 * The whole product without a door: database, blobs, modules. The server opens doors to it, the command line works on
 * it directly. With server.ts the only file that knows every module.
 *
 * @module
 */
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Kysely, PostgresDialect } from 'kysely'
import { createAccounts, type Accounts } from '../modules/accounts/index.ts'
import { createArchive, type Archive, type ArchiveTables } from '../modules/archive/index.ts'
import { createDevices, type Devices, type Remote } from '../modules/devices/index.ts'
import { createGrants, type Grants } from '../modules/grants/index.ts'
import { createOperation, type Measures } from '../modules/operation/index.ts'
import { createOrdersModule, type OrdersParts } from '../modules/orders/index.ts'
import { createPackaging, discOf, type Packages } from '../modules/packaging/index.ts'
import { createPortal, LOCATION } from '../modules/portal/index.ts'
import { createAuditPages } from '../modules/audit/index.ts'
import { createRouting } from '../modules/routing/index.ts'
import { createSettingsPages, type Declared } from '../modules/settings/index.ts'
import { createViewer } from '../modules/viewer/index.ts'
import { auditMigrations } from '../platform/server/audit.ts'
import { blobMigrations, diskOf, openBlobs, openStore, SegmentRegister, type Blobs } from '../platform/server/blobs/index.ts'
import { systemClock, type Clock } from '../platform/server/clock.ts'
import { builtFilesIn, type BuiltFile } from '../platform/server/config/built-files.ts'
import type { Config } from '../platform/server/config/config.ts'
import { openDataFolder } from '../platform/server/config/data-folder.ts'
import { secretIn } from '../platform/server/config/secret-file.ts'
import { migrate, openDatabase, openPool, type Database } from '../platform/server/database/index.ts'
import { migrateJobs } from '../platform/server/jobs.ts'
import { Live } from '../platform/server/live.ts'
import { createLooks } from '../platform/server/looks.ts'
import { secretBox } from '../platform/server/secret-box.ts'
import type { Log } from '../platform/server/log.ts'
import type { LogBook } from '../platform/server/log-book.ts'
import type { Module } from '../platform/server/module.ts'
import { openPostOffice, type PostOffice } from '../platform/server/notify/mail.ts'
import { createSettings, settingsMigrations, type Settings } from '../platform/server/settings/index.ts'
import { aroundArchive } from './around-archive.ts'
import { imageRights } from './image-rights.ts'
import { peersOf } from './peers.ts'
import { siteMigrations } from './site.ts'
import { VERSION } from './version.ts'

/** What the database beside the blobs needs to go on writing its log. */
const DATABASE_RESERVE_BYTES = 128 * 1024 * 1024
const INGEST_CONNECTIONS = 16

export interface Product {
  readonly config: Config
  readonly clock: Clock
  readonly log: Log
  readonly database: Database
  readonly blobs: Blobs
  readonly register: SegmentRegister
  readonly live: Live
  readonly post: PostOffice
  readonly settings: Settings
  readonly accounts: Accounts
  readonly archive: Archive
  readonly devices: Devices
  /** Devices that are asked, retrieved from and sent to. */
  readonly remote: Remote
  /** Who is to be examined, and what modalities are told and tell of it. */
  readonly orders: Pick<OrdersParts, 'orders' | 'services' | 'restarted'>
  readonly grants: Grants
  readonly packages: Packages
  /** Counts what the doors are asked. */
  readonly measures: Measures
  readonly modules: readonly Module[]
  /** How devices reach us: the ports are right once the doors are open; there may be none with TLS. */
  readonly own: { readonly aeTitle: string; port: number; tlsPort: number | null }
  close(): Promise<void>
}

/** @throws ConfigError, DatabaseStartError or MigrationError with one sentence for the operator. */
export async function openProduct(config: Config, book: LogBook): Promise<Product> {
  const { log } = book
  await openDataFolder(config.dataFolder)
  const { databaseUrl } = config.secrets
  const place = databaseUrl === null ? { folder: config.dataFolder } : { url: databaseUrl }
  const database = await openDatabase({ ...place, log })
  try {
    const product = await assemble(config, book, database)
    await migrateJobs(database.pool)
    await migrate(database.db, [
      ...siteMigrations, ...auditMigrations, ...settingsMigrations, ...blobMigrations,
      ...product.modules.flatMap(({ migrations }) => migrations),
    ])
    await product.settings.load()
    await product.devices.sealSecrets()
    return product
  } catch (error) {
    await database.close()
    throw error
  }
}

/** What modules stand on. */
async function openGround(config: Config, { log }: LogBook, { db, url, close }: Database) {
  const clock = systemClock
  const register = new SegmentRegister(db, url, clock)
  const reserveBytes = config.secrets.databaseUrl === null ? DATABASE_RESERVE_BYTES : 0
  const store = config.store && (await openStore(config.store, config.secrets.storeSecret))
  const blobs = await openBlobs({ folder: path.join(config.dataFolder, 'blobs'), reserveBytes, register, clock, store })
  const ingestDb = openIngestDb(url, log)
  const post = openPostOffice({ url: config.secrets.smtpUrl, from: config.mailFrom ?? '' })
  return {
    db, ingestDb, clock, log, blobs, register, post, hasMail: post.open, live: new Live(url, log), settings: createSettings({ db, clock, log }),
    secrets: secretBox(secretIn(config.dataFolder, 'seal-key', 32)), publicUrl: publicUrlOf(config),
    async close() {
      await blobs.close()
      await ingestDb.destroy()
      await register.close()
      await close()
    },
  }
}

async function assemble(config: Config, book: LogBook, database: Database): Promise<Product> {
  const ground = await openGround(config, book, database)
  const { db, ingestDb, clock, log, blobs, register, post, hasMail, live, settings, secrets, publicUrl } = ground
  const own = { aeTitle: config.aeTitle, port: config.dicomPort, tlsPort: config.dicomTls?.port ?? null }
  const accounts = createAccounts({
    db, clock, log, settings, secrets, hasMail, publicUrl, oidcSecret: config.secrets.oidcSecret,
  })
  const archive = createArchive({
    db, ingestDb, blobs, clock, log, peers: peersOf(() => devices), aeTitle: () => own.aeTitle, settings,
  })
  const { module: devicesModule, devices, remote, standing } = createDevices({
    db, clock, log, archive, blobs, live, people: accounts.people, own: () => own, hasMail, publicUrl, secrets,
  })
  const orders = createOrdersModule({ db, clock, archive, devices, settings, live, aeTitle: () => own.aeTitle })
  const { module: grantsModule, grants } = createGrants({
    db, clock, archive, settings, people: accounts.people, visitors: accounts.visitors,
    codeKey: secretIn(config.dataFolder, 'access-codes', 32), publicUrl,
  })
  const looks = createLooks(db, clock)
  const { module: packagingModule, packages } = createPackaging({ db, archive, clock, blobs, settings, version: VERSION, disc: discOf(builtDisc()) })
  settings.fix(LOCATION, path.join(config.dataFolder, 'blobs'))
  const portalModule = createPortal({
    db, clock, archive, grants, packages, looks, people: accounts.people, remote, live, settings, publicUrl,
    ordered: (accessionNumbers) => orders.orders.ordered(accessionNumbers),
  })
  const settingsModule = createSettingsPages({ settings, people: accounts.people, declared: () => declaredBy(modules) })

  const rights = imageRights(grants, live)
  const { labels, storage, modules: archiveModules } = aroundArchive({
    db, blobs, clock, log, live, settings, rights, archive, people: accounts.people, hasMail,
    disk: () => diskOf(path.join(config.dataFolder, 'blobs')), publicUrl: () => publicUrl,
    fetchAgain: (studyUid, instanceUids, signal) => remote.retrieveAgain(studyUid, instanceUids, { signal }),
  })
  const viewerModule = createViewer({
    db, clock, archive, labels, rights, settings, looks, grants, visitors: accounts.visitors, publicUrl,
  })
  const { module: operationModule, measures } = createOperation({
    db, clock, version: VERSION, storage, quarantine: archive.quarantine, devices: standing, hasMail, book,
  })
  const routingModule = createRouting({ db, clock, archive, devices, remote, orders: orders.orders, settings })

  const modules = [
    accounts.module, archive.module, devicesModule, orders.module, routingModule, grantsModule, packagingModule, settingsModule, portalModule,
    viewerModule, ...archiveModules, operationModule, createAuditPages({ db, clock, people: accounts.people, archive }),
  ]
  return {
    config, clock, log, database, blobs, register, live, post, settings, accounts, archive, devices, remote, orders, grants, packages, measures, modules, own,
    async close() {
      archive.close()
      await ground.close()
    },
  }
}

/** The viewer for media, beside the bundled program; nothing where that is not built. */
function builtDisc(): readonly BuiltFile[] {
  return builtFilesIn(fileURLToPath(new URL('../disc', import.meta.url)))
}

export function declaredBy(modules: readonly Module[]): Declared {
  return { settings: modules.flatMap(({ settings }) => settings), paragraphs: modules.flatMap(({ paragraphs }) => paragraphs) }
}

/** Its commits do not wait for the database's log: the blob on disk is the durable record, `Archive.recover` the proof. */
function openIngestDb(databaseUrl: string, log: Log): Kysely<ArchiveTables> {
  const url = new URL(databaseUrl)
  url.searchParams.set('options', '-c synchronous_commit=off')
  return new Kysely({ dialect: new PostgresDialect({ pool: openPool(url.href, log, INGEST_CONNECTIONS) }) })
}

export function publicUrlOf({ publicUrl, httpPort }: Config): string {
  return publicUrl ?? `http://localhost:${httpPort}`
}
