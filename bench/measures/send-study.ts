import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { SinkProcess } from '../../tests/setup/sink-process.ts'
import { CT_STUDY, makeStudy } from '../instances.ts'
import type { Bench, Measure, Measured, Row } from '../measure.ts'
import type { Api } from '../peers/api.ts'
import { startServer } from '../peers/own-server.ts'
import { workOf, workOfEnded } from '../processor.ts'
import { later } from '../scratch.ts'
import { canSend, runStorescu } from '../sending.ts'

/** What storescu calls itself. */
const CALLING_AE = 'STORESCU'
/** As often as it does no harm. */
const ASK_AGAIN_MS = 20

interface Round {
  readonly seconds: number
  readonly workSeconds: number
}

async function run({ rounds, folder, say }: Bench): Promise<Measured> {
  if (!canSend) return { rows: [], notes: ['skipped: storescu (DCMTK), the other sender, is not installed'] }
  const sink = await SinkProcess.start()
  later(() => sink.stop())
  const { admin, pid, port } = await startServer(join(folder, 'filmjacket'))
  await admin.call('POST', '/api/devices', { description: 'Scanner', aeTitle: CALLING_AE })
  const device = { description: 'Sink', aeTitle: 'SINK', host: '127.0.0.1', port: sink.port, roles: ['store'] }
  const { id: deviceId } = (await admin.call('POST', '/api/devices', device)) as { id: string }
  const study = await makeStudy(join(folder, 'study'), CT_STUDY)
  await runStorescu(study, { name: 'Filmjacket', aeTitle: 'FILMJACKET', port })
  // It waits for the rows of what was acknowledged.
  await admin.call('GET', `/dicom-web/studies?StudyInstanceUID=${study.studyUid}`)
  const wish = { direction: 'send', deviceId, studyUid: study.studyUid }
  await transfer(admin, wish) // The compiler's turn.
  const [ours, theirs]: [Round[], Round[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    ours.push(await measured(() => workOf(pid), () => transfer(admin, wish)))
    theirs.push(await measured(workOfEnded, () => runStorescu(study, { name: 'sink', aeTitle: 'SINK', port: sink.port })))
    say(`round ${round + 1}`)
  }
  const row = (name: string, unit: string, better: Row['better'], of: (round: Round) => number): Row =>
    ({ name, unit, better, ours: ours.map(of), peer: 'storescu', theirs: theirs.map(of) })
  return {
    rows: [
      row('sent', 'instances/s', 'more', ({ seconds }) => study.instances / seconds),
      row('work for one', 'ms', 'less', ({ workSeconds }) => (workSeconds * 1_000) / study.instances),
    ],
    notes: ['ours from the wish over HTTP to its end in the history, over three associations, work of the database included; storescu over one'],
  }
}

async function measured(work: () => number, send: () => Promise<unknown>): Promise<Round> {
  const [since, before] = [performance.now(), work()]
  await send()
  return { seconds: (performance.now() - since) / 1_000, workSeconds: work() - before }
}

async function transfer(admin: Api, wish: object): Promise<void> {
  const { id } = (await admin.call('POST', '/api/transfers', wish)) as { id: string }
  for (;;) {
    const { transfer: { state } } = (await admin.call('GET', `/api/transfers/${id}`)) as { transfer: { state: string } }
    if (state === 'done') return
    if (state !== 'queued' && state !== 'running') throw new Error(`the study is not sent: ${state}`)
    await sleep(ASK_AGAIN_MS)
  }
}

export const measure: Measure = { about: 'A study of 600 CT images that the product holds, sent to a device; storescu sends the same from files.', run }
