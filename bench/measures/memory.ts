import { join } from 'node:path'
import { CT_STUDY, makeStudy } from '../instances.ts'
import { canReadMemory, peakOf, watchChildren } from '../memory.ts'
import type { Measure, Measured, Row } from '../measure.ts'
import { startFilmjacket } from '../peers/filmjacket.ts'
import { startOrthanc } from '../peers/orthanc.ts'
import { startStorescp } from '../peers/storescp.ts'
import type { Receiver, Sender } from '../peers/receiver.ts'
import { canSend, sendStudy } from '../sending.ts'

const MEGABYTE = 1_000_000

/** Peaks in bytes, for the process itself and for those that it started. */
interface Peaks {
  readonly own: number
  readonly children: number
}

export const measure: Measure = {
  about: 'The most memory each server held: one study of 600 CT images received, then fetched whole as ZIP. Once, from a new start.',
  async run({ folder, say }): Promise<Measured> {
    if (!canReadMemory) return { rows: [], notes: ['skipped: this system has no /proc that tells'] }
    if (!canSend) return { rows: [], notes: ['skipped: storescu (DCMTK), the sender, is not installed'] }
    const study = await makeStudy(join(folder, 'study'), CT_STUDY)
    const receive = (receiver: Receiver) => sendStudy(study, receiver)
    const fetch = (sender: Sender) => sender.download(study, 'zip')
    say('receiving')
    const [ours, orthanc, storescp] = [await startFilmjacket(folder), await startOrthanc(folder), await startStorescp(folder)]
    const received = [await peaks(ours, receive), orthanc && await peaks(orthanc, receive), storescp && await peaks(storescp, receive)] as const
    say('fetching')
    const fetched = [await peaks(ours, fetch), orthanc && await peaks(orthanc, fetch)] as const
    const rows = [
      ...rowsOf('received', received[0], 'Orthanc', received[1]),
      ...rowsOf('received', received[0], 'storescp', received[2]).slice(0, 1),
      ...rowsOf('received and fetched', fetched[0], 'Orthanc', fetched[1]),
    ]
    return { rows, notes: ['own process: the kernel\'s peak of resident memory; PostgreSQL: sum of proportional shares, sampled'] }
  },
}

async function peaks<R extends Receiver>(receiver: R, work: (receiver: R) => Promise<unknown>): Promise<Peaks> {
  const pid = receiver.pid ?? process.pid
  const watch = watchChildren(pid)
  await work(receiver)
  return { children: watch.stop(), own: peakOf(pid) }
}

function rowsOf(when: string, ours: Peaks, peer: string, theirs: Peaks | null): readonly Row[] {
  const row = (name: string, unit: string, own: number, others: readonly number[]): Row =>
    ({ name: `${when}: ${name}`, unit, better: 'less', ours: [own / MEGABYTE], peer, theirs: others.map((bytes) => bytes / MEGABYTE) })
  const other = theirs === null ? [] : [theirs.own]
  return [
    row('own process', 'MB', ours.own, other),
    { ...row('PostgreSQL', 'MB', ours.children, []), peer: null },
    row('together', 'MB', ours.own + ours.children, theirs === null ? [] : [theirs.own + theirs.children]),
  ]
}
