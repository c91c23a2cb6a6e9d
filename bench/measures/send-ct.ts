import { join } from 'node:path'
import { SinkProcess } from '../../tests/setup/sink-process.ts'
import { CT_STUDY, makeStudy } from '../instances.ts'
import type { Bench, Measure, Measured, Row } from '../measure.ts'
import { sendByUs } from '../own-sender.ts'
import { later } from '../scratch.ts'
import { canSend, runStorescu } from '../sending.ts'

const ASSOCIATIONS = [1, 8] as const

async function run({ rounds, folder, say }: Bench): Promise<Measured> {
  if (!canSend) return { rows: [], notes: ['skipped: storescu (DCMTK), the other sender, is not installed'] }
  const sink = await SinkProcess.start()
  later(() => sink.stop())
  const to = { name: 'sink', aeTitle: 'SINK', port: sink.port }
  const study = await makeStudy(join(folder, 'study'), CT_STUDY)
  const perSecond = (seconds: number) => study.instances / seconds
  const theirs: number[] = []
  const ours = new Map<number, number[]>(ASSOCIATIONS.map((associations) => [associations, []]))
  await sendByUs(study.folder, to, 1) // The compiler's turn.
  for (let round = 0; round < rounds; round++) {
    theirs.push(perSecond(await runStorescu(study, to)))
    for (const associations of ASSOCIATIONS) ours.get(associations)?.push(perSecond(await sendByUs(study.folder, to, associations)))
    say(`round ${round + 1}`)
  }
  const rows = ASSOCIATIONS.map((associations): Row => ({
    name: `sent over ${associations === 1 ? 'one association' : `${associations} associations`}`, unit: 'instances/s', better: 'more',
    ours: ours.get(associations) ?? [], peer: 'storescu', theirs,
  }))
  return { rows, notes: ['the sink is our SCP in a process of its own, with nothing behind it; storescu sends over one association'] }
}

export const measure: Measure = { about: '600 CT images of 0.5 MB sent by our sender and by storescu into a sink that only acknowledges.', run }
