/** Storage Commitment as user, with providers that answer on the same association, on one of their own, late, or not. */
import { associate, reportContexts, serveDicom, type CommitmentQuestion, type CommitmentReport, type DicomServer, type DicomServerOptions } from '@filmjacket/dicom-net'
import { sql } from 'kysely'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ADMIN, keep, LOOPBACK, OWN_AE, studyOf, testDevices, type TestDevices } from '../testing.ts'

let ours: TestDevices
let made = 0
const open: DicomServer[] = []
const running = () => new AbortController().signal

beforeAll(async () => {
  ours = await testDevices()
})
afterEach(async () => {
  for (const server of open.splice(0)) await server.close()
})

/** Takes what it is sent, and does this when it is asked whether it keeps it. */
async function archive(commit?: NonNullable<DicomServerOptions['commit']>): Promise<{ readonly id: string; readonly aeTitle: string }> {
  const aeTitle = `KEEPER${++made}`
  const server = await serveDicom({
    host: LOOPBACK, port: 0, admit: () => ({ kind: 'accepted' }), store: () => Promise.resolve({ status: 0 }), ...(commit !== undefined && { commit }),
  })
  open.push(server)
  return { aeTitle, id: await ours.add({ aeTitle, host: LOOPBACK, port: server.port, roles: ['store'], asksCommitment: true }) }
}

/** Sends a study of three and asks, as the jobs do. @returns the transfer. */
async function sent(deviceId: string): Promise<string> {
  const studyUid = `1.8.${++made}`
  await keep(ours, studyOf(studyUid, 3))
  const started = await ours.transfers.start(ADMIN, { direction: 'send', deviceId, studyUid })
  const id = started.kind === 'started' ? started.transfer.id : ''
  await ours.transfers.runNext(running())
  return id
}

const standing = async (id: string) => {
  const transfer = await ours.transfers.one(id)
  return [transfer?.state, transfer?.commitment, transfer?.not_kept]
}
const all = ({ transactionUid, references }: CommitmentQuestion): CommitmentReport => ({ transactionUid, stored: references, failed: [] })

/** On an association of the device's own. @returns the status of the answer. */
async function calls(callingAe: string, report: CommitmentReport): Promise<number> {
  const association = await associate({ host: LOOPBACK, port: ours.port, callingAe, calledAe: OWN_AE, contexts: reportContexts() })
  const { status } = await association.reportCommitment(report)
  await association.release()
  return status
}

describe('a device that is asked whether it keeps what it got', () => {
  it('is asked by a job once it got it, and told of as one that keeps it', async () => {
    const { id } = await archive((_peer, question) => {
      void question.report(all(question))
      return Promise.resolve({ status: 0 })
    })
    const transfer = await sent(id)
    expect(await standing(transfer)).toEqual(['done', 'due', 0])
    const { rows } = await sql<{ n: number }>`select count(*)::integer as n from graphile_worker.jobs where task_identifier = 'devices.ask-commitment'`.execute(ours.db)
    expect(rows[0]?.n).toBe(1)
    await ours.commitments.ask(transfer, running())
    expect(await standing(transfer)).toEqual(['done', 'kept', 0])
  })

  it('may answer on an association of its own, and is believed only what was asked of itself', async () => {
    const questions: CommitmentQuestion[] = []
    const { id, aeTitle } = await archive((_peer, question) => (questions.push(question), Promise.resolve({ status: 0 })))
    const other = await archive()
    const transfer = await sent(id)
    await ours.commitments.ask(transfer, running())
    expect(await standing(transfer)).toEqual(['done', 'asked', 0])
    const [question] = questions
    if (question === undefined) throw new Error('not asked')
    expect(question.references).toHaveLength(3)
    expect(await calls(other.aeTitle, all(question))).toBe(0x0110)
    expect(await calls(aeTitle, { ...all(question), transactionUid: '2.25.1' })).toBe(0x0110)
    expect(await standing(transfer)).toEqual(['done', 'asked', 0])
    const [first, second, third] = question.references
    if (first === undefined || second === undefined || third === undefined) throw new Error('fewer than three')
    // The third is told of in neither list.
    expect(await calls(aeTitle, { transactionUid: question.transactionUid, stored: [first], failed: [{ ...second, reason: 0x0112 }] })).toBe(0)
    expect(await standing(transfer)).toEqual(['done', 'not-kept', 2])
    expect((await ours.transfers.failuresOf(transfer)).map(({ instanceUid, status }) => [instanceUid, status]))
      .toEqual([[second.sopInstanceUid, 0x0112], [third.sopInstanceUid, null]])
    expect(await calls(aeTitle, all(question))).toBe(0x0110)
  })

  it('that cannot be asked stays due, and is given up after a day', async () => {
    const { id } = await archive()
    const transfer = await sent(id)
    await expect(ours.commitments.ask(transfer, running())).rejects.toThrow('not-offered')
    expect(await standing(transfer)).toEqual(['done', 'due', 0])
    await ours.commitments.sweep()
    expect(await standing(transfer)).toEqual(['done', 'due', 0])
    await sql`update transfer set ended_at = now() - interval '25 hours' where id = ${transfer}`.execute(ours.db)
    await ours.commitments.sweep()
    expect(await standing(transfer)).toEqual(['done', 'unanswered', 0])
  })

  it('is not asked where nobody has said so', async () => {
    const { id } = await archive()
    await ours.devices.change(ADMIN, id, { asksCommitment: false })
    expect(await standing(await sent(id))).toEqual(['done', null, 0])
  })
})
