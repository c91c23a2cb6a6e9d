/**
 * Files go in by C-STORE and come out on media, all of them: what shares a SOP Instance UID with another, or
 * contradicts another about its Study, gets a later round of its own in an archive that was emptied.
 *
 * @module
 */
import assert from 'node:assert/strict'
import { open } from '@filmjacket/bytes'
import { sql, type Kysely } from 'kysely'
import { createPackaging } from '../../modules/packaging/index.ts'
import { madeBy } from '../../modules/packaging/testing.ts'
import { instancesOn, unpack, type Format, type Found } from './media.ts'
import { download, type RunningProduct } from './running-product.ts'
import { withFolder } from './scratch.ts'

export interface Sent {
  readonly path: string
  /** Of C-STORE; null where the sender did not send it. */
  readonly status: number | null
  /** The sender's, where it did not send. */
  readonly reason: string
}

export type Send = (paths: readonly string[]) => Promise<readonly Sent[]>

export type Look = (folder: string, format: Format) => Promise<void>

export interface Outcome {
  /** As the archive answered in the last round in which it was sent. */
  readonly sent: ReadonlyMap<string, Sent>
  /** What was found on media, by format. */
  readonly found: Readonly<Record<Format, readonly Found[]>>
}

const FORMATS: readonly Format[] = ['zip', 'iso']

/** @param look - called with each unpacked medium. */
export async function roundTrip(
  product: RunningProduct, paths: readonly string[], send: Send, look: Look = () => Promise.resolve(),
): Promise<Outcome> {
  const sent = new Map<string, Sent>()
  const found = { zip: [] as Found[], iso: [] as Found[] }
  for (let waiting = paths; ; ) {
    await emptyArchive(product.db)
    const round = await send(waiting)
    await letPatientsIn(product)
    for (const each of round) sent.set(each.path, each)
    for (const format of FORMATS) found[format].push(...(await media(product, format, look)))
    const refused = round.filter(({ status }) => status !== null && status !== 0).map(({ path }) => path)
    if (refused.length === 0 || refused.length === waiting.length) return { sent, found }
    waiting = refused
  }
}

async function emptyArchive(db: Kysely<unknown>): Promise<void> {
  await sql`truncate patient, blob cascade`.execute(db)
}

async function letPatientsIn(product: RunningProduct): Promise<void> {
  const { rows } = await sql<{ patient_id: string }>`select patient_id from patient where patient_id <> ''
    and patient_id not in (select patient_id from account where patient_id is not null)`.execute(product.db)
  const known = await product.count('account')
  for (const [n, { patient_id }] of rows.entries()) await product.person('patient', `patient.${known + n}`, patient_id)
}

interface StudyRow {
  readonly id: string
  readonly patient_id: string
  readonly instances: number
}

/** Every Study as a medium, unpacked. */
async function media(product: RunningProduct, format: Format, look: Look): Promise<readonly Found[]> {
  const { rows } = await sql<StudyRow>`select study.id, patient.patient_id, study.instances from study
    join patient on patient.id = study.patient_id order by study.id`.execute(product.db)
  const all: Found[] = []
  const take = async ({ id, patient_id, instances }: StudyRow) => {
    const medium = patient_id === '' ? await laidOut(product, id, format) : await downloaded(product, patient_id, id, format)
    const found = await withFolder(async (scratch) => {
      const folder = await unpack(medium, format, scratch)
      await look(folder, format)
      return instancesOn(folder)
    })
    assert.equal(found.length, instances)
    all.push(...found)
  }
  await sideBySide(rows, take)
  return all
}

/** As many at a time as one patient may have in the queue. */
const SIDE_BY_SIDE = 3

async function sideBySide<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const waiting = [...all]
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next)
  }
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker))
}

/** By the patient, over HTTP. */
async function downloaded(product: RunningProduct, patientId: string, studyId: string, format: Format): Promise<Buffer> {
  const { rows: [account] } = await sql<{ id: string }>`select id from account where patient_id = ${patientId}`.execute(product.db)
  return download(await product.session(account?.id ?? assert.fail('no account')), studyId, format)
}

/** A Study without Patient ID is nobody's: no account can ask for it. */
async function laidOut({ server, db }: RunningProduct, studyId: string, format: Format): Promise<Buffer> {
  const { archive, clock, blobs, settings } = server.product
  const { packages } = createPackaging({ db: db, archive, clock, blobs, settings })
  const made = await madeBy(packages.prepare(studyId, format))
  const served = (await packages.serve(made.id)) ?? assert.fail('no package')
  const parts: Uint8Array[] = []
  for await (const part of open(served.list, served.blobs)) parts.push(part.slice())
  return Buffer.concat(parts)
}
