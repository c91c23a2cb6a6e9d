/**
 * Opens the doors: HTTP, DICOM, and the worker behind them.
 *
 * @module
 */
import { fileURLToPath } from 'node:url'
import type { Runner } from 'graphile-worker'
import { DICOM_WEB_ORIGINS, DICOM_WEB_ROOT, isTrustedOrigin } from '../modules/archive/index.ts'
import type { Config } from '../platform/server/config/config.ts'
import { deliverTo } from '../platform/server/events.ts'
import { serveWeb, type WebServer } from '../platform/server/http/server.ts'
import { runJobs } from '../platform/server/jobs.ts'
import type { LogBook } from '../platform/server/log-book.ts'
import { mailJobs } from '../platform/server/notify/mail.ts'
import { openSmsGateway, smsJobs } from '../platform/server/notify/sms.ts'
import { openDicomDoors } from './dicom-doors.ts'
import { openProduct, publicUrlOf, type Product } from './product.ts'
import { recoverAfterLoss } from './recovering.ts'
import { isDemoSite, markSite, mountSite } from './site.ts'
import { cannotListen, StartError } from './start-error.ts'
import { VERSION } from './version.ts'

const LOOPBACK = '127.0.0.1'

export interface RunningServer {
  readonly product: Product
  readonly httpPort: number
  readonly dicomPort: number
  /** Null where there is no DICOM door with TLS. */
  readonly dicomTlsPort: number | null
  /** Where people reach it. */
  readonly url: string
  /** Made-up data: only this machine is served. */
  readonly demo: boolean
  /** New DICOM certificates are taken at once. */
  reloadTls(): Promise<void>
  close(): Promise<void>
}

/**
 * @param fillDemo - puts the demo's people and images in place, before anybody can ask for them.
 * @throws StartError, or what `openProduct` throws.
 */
export async function startServer(
  config: Config, book: LogBook, fillDemo: (product: Product) => Promise<void>,
): Promise<RunningServer> {
  const product = await openProduct(config, book)
  const closers: (() => Promise<unknown>)[] = [() => product.close()]
  const close = async () => {
    product.log.info('stopping')
    for (const closer of closers.splice(0).reverse()) await closer()
  }
  try {
    const demo = await settleWhatSite(product)
    const recovered = await product.archive.recover()
    if (recovered > 0) product.log.info({ recovered }, 'instances found that the last run did not finish noting')
    closers.push(recoverAfterLoss(product))
    if (demo) await fillDemo(product)
    await product.live.start()
    closers.push(() => product.live.close())
    closers.push(followSettings(product))
    const runner = await startJobs(product)
    closers.push(() => runner.stop())
    const host = demo ? LOOPBACK : config.host
    const web = await openWeb(product, host, demo)
    closers.push(() => web.close())
    const dicom = await openDicomDoors(product, host)
    closers.push(() => dicom.close())
    product.own.port = dicom.port
    product.own.tlsPort = dicom.tlsPort
    await product.orders.restarted()
    const url = publicUrlOf({ ...config, httpPort: web.port })
    product.log.info({ version: VERSION, httpPort: web.port, dicomPort: dicom.port, dicomTlsPort: dicom.tlsPort }, 'started')
    return {
      product, httpPort: web.port, dicomPort: dicom.port, dicomTlsPort: dicom.tlsPort, url, demo, reloadTls: () => dicom.reloadTls(), close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** A folder with the demo's people stays a demo, and one with real people never becomes one. */
async function settleWhatSite({ config, database }: Product): Promise<boolean> {
  const known = await isDemoSite(database.db)
  if (known === false && config.demo)
    throw new StartError(`The data folder ${config.dataFolder} holds a real installation; give the demo its own with --data.`)
  if (known === null) await markSite(database.db, config.demo)
  return known ?? config.demo
}

/** What an administrator sets in another process holds here too. */
function followSettings({ settings, live }: Product): () => Promise<void> {
  const over = new AbortController()
  const following = settings.follow(live, over.signal)
  return () => {
    over.abort()
    return following
  }
}

function startJobs({ database, log, modules, post, settings, config }: Product): Promise<Runner> {
  const watches = modules.flatMap((module) => module.watches)
  const mounted = [...modules.flatMap((module) => module.jobs), deliverTo(watches), mailJobs(post), smsJobs(openSmsGateway(settings, config.secrets.smsSecret))]
  return runJobs({ pool: database.pool, log, mounted })
}

async function openWeb(product: Product, host: string, demo: boolean): Promise<WebServer> {
  const { config, log, blobs, accounts, modules, database, post, settings, measures } = product
  const site = mountSite({ db: database.db, people: accounts.people, settings: product.settings, demo, mail: post.open })
  const opening = serveWeb({
    host, port: config.httpPort, version: VERSION, log, blobs, secure: config.publicUrl?.startsWith('https:') ?? false,
    pageFolder: fileURLToPath(new URL('../web', import.meta.url)),
    mounted: [site, ...modules.flatMap((module) => module.routes)],
    recognize: (token) => accounts.recognize(token),
    recognizeProgram: (token) => accounts.recognizeProgram(token),
    answered: (request) => measures.answered(request),
    crossOrigin: { path: DICOM_WEB_ROOT, isTrusted: (origin) => isTrustedOrigin(settings.value(DICOM_WEB_ORIGINS), origin) },
  })
  return opening.catch((error: unknown) => cannotListen(error, '--http', config.httpPort))
}
