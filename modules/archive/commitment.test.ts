import { SopClasses, Tags } from '@filmjacket/dicom-data'
import { serveDicom, type CommitmentReport, type DicomServer } from '@filmjacket/dicom-net'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '../../platform/server/clock.ts'
import { addJobTables } from '../../platform/server/database/testing.ts'
import { createCommitments, type Commitments } from './commitment.ts'
import type { Destination } from './peers.ts'
import { imageFile, inChunks, testArchive } from './testing.ts'

const KEPT = { sopClassUid: SopClasses.ctImageStorage, sopInstanceUid: '1.2.3.1.1.1' }
const never = new AbortController().signal

let commitments: Commitments
let destination: Destination | null = null
let asker: DicomServer | null = null
let heard: CommitmentReport[] = []

beforeAll(async () => {
  const { archive, db, url } = await testArchive()
  await addJobTables(url)
  const file = imageFile({ [Tags.SOPInstanceUID]: KEPT.sopInstanceUid })
  expect((await archive.ingest.file({ kind: 'import' }, inChunks(file))).kind).toBe('stored')
  const peers = { rightsOf: () => Promise.resolve(null), destination: () => Promise.resolve(destination) }
  commitments = createCommitments({ db, clock: systemClock, peers, aeTitle: () => 'FILMJACKET', indexed: () => archive.ingest.indexed() })
})
afterEach(async () => {
  await asker?.close()
  heard = []
})

/** The asker, listening for what it was promised. */
async function listen(status = 0): Promise<void> {
  asker = await serveDicom({
    host: '127.0.0.1', port: 0, admit: () => ({ kind: 'accepted' }),
    committed: (_peer, report) => {
      heard.push(report)
      return Promise.resolve({ status })
    },
  })
  destination = { address: { host: '127.0.0.1', port: asker.port, calledAe: 'MODALITY' }, decompress: false }
}

let transactions = 0
async function asked() {
  const transactionUid = `1.2.3.${++transactions}`
  const report = await commitments.promise('MODALITY', { transactionUid, references: [KEPT] })
  return { transaction: { aeTitle: 'MODALITY', transactionUid }, report }
}

describe('a promised report', () => {
  it('is told once on an association of ours, however often that is tried', async () => {
    await listen()
    const { report, transaction } = await asked()
    await commitments.tell(transaction, never)
    await commitments.tell(transaction, never)
    expect(heard).toEqual([report])
    expect(heard[0]?.stored).toEqual([KEPT])
  })

  it('is not told again by a call where the asker has heard it', async () => {
    await listen()
    const { transaction } = await asked()
    await commitments.told(transaction)
    await commitments.tell(transaction, never)
    expect(heard).toEqual([])
  })

  it('is made once for a transaction, as long as it was not told', async () => {
    const { transaction } = await asked()
    expect(await commitments.promise('MODALITY', { transactionUid: transaction.transactionUid, references: [KEPT] })).toBeNull()
    expect(await commitments.promise('OTHER', { transactionUid: transaction.transactionUid, references: [KEPT] })).not.toBeNull()
    await commitments.told(transaction)
    expect(await commitments.promise('MODALITY', { transactionUid: transaction.transactionUid, references: [KEPT] })).not.toBeNull()
  })

  it('waits for an asker that is not there, does not want it, or whose place nobody knows', async () => {
    const { report, transaction } = await asked()
    await listen()
    await asker?.close()
    await expect(commitments.tell(transaction, never)).rejects.toThrow()
    await listen(0x0110)
    await expect(commitments.tell(transaction, never)).rejects.toThrow('110')
    destination = null
    await expect(commitments.tell(transaction, never)).rejects.toThrow('nobody')
    heard = []
    await listen()
    await commitments.tell(transaction, never)
    expect(heard).toEqual([report])
  })
})
