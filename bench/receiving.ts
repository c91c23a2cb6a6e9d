/** Receiving a study: ours, the peers and a sink take turns, each on the same files. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { makeStudy, SMALL_STUDY, type MadeStudy, type StudyRecipe } from './instances.ts'
import type { Bench, Measured, Row } from './measure.ts'
import { startFilmjacket } from './peers/filmjacket.ts'
import { startOrthanc } from './peers/orthanc.ts'
import type { Receiver } from './peers/receiver.ts'
import { startSink } from './peers/sink.ts'
import { startStorescp } from './peers/storescp.ts'
import { canSend, sendStudy } from './sending.ts'

/** Sent to each before the first round and not counted: a server is rarely just started when a scanner sends. */
const WARM_UP: StudyRecipe = { ...SMALL_STUDY, instances: 300 }
const MEGABYTE = 1_000_000

interface Turn {
  readonly receiver: string
  readonly instancesPerSecond: number
  readonly megabytesPerSecond: number
}

export async function compareReceiving(bench: Bench, recipe: StudyRecipe): Promise<Measured> {
  if (!canSend) return { rows: [], notes: ['skipped: storescu (DCMTK), the sender, is not installed'] }
  const notes: string[] = []
  const receivers = await startAll(bench, notes)
  await round(bench, receivers, WARM_UP, notes)
  const turns: Turn[] = []
  for (let number = 1; number <= bench.rounds; number++) {
    bench.say(`round ${number} of ${bench.rounds}`)
    turns.push(...(await round(bench, receivers, recipe, notes)))
  }
  const [ours, ...peers] = receivers.map(({ name }) => name)
  return { rows: peers.flatMap((peer) => rowsOf(turns, ours ?? '', peer)), notes }
}

async function startAll({ folder, say }: Bench, notes: string[]): Promise<readonly Receiver[]> {
  say('starting the servers')
  const ours = await startFilmjacket(folder)
  const peers = { Orthanc: await startOrthanc(folder), storescp: await startStorescp(folder), sink: await startSink() }
  for (const [name, peer] of Object.entries(peers)) if (peer === null) notes.push(`${name} skipped: not installed`)
  return [ours, ...Object.values(peers).filter((peer) => peer !== null)]
}

async function round(
  { folder }: Bench, receivers: readonly Receiver[], recipe: StudyRecipe, notes: string[],
): Promise<readonly Turn[]> {
  const study = await makeStudy(join(folder, 'study'), recipe)
  const turns: Turn[] = []
  for (const receiver of receivers) turns.push(await turn(study, receiver, notes))
  await rm(study.folder, { recursive: true })
  return turns
}

async function turn(study: MadeStudy, receiver: Receiver, notes: string[]): Promise<Turn> {
  const { seconds, arrived } = await sendStudy(study, receiver)
  if (arrived !== study.instances) notes.push(`${receiver.name} tells of ${arrived} instances where ${study.instances} were sent`)
  return {
    receiver: receiver.name,
    instancesPerSecond: study.instances / seconds,
    megabytesPerSecond: study.bytes / seconds / MEGABYTE,
  }
}

function rowsOf(turns: readonly Turn[], ours: string, peer: string): readonly Row[] {
  const of = (name: string, what: 'instancesPerSecond' | 'megabytesPerSecond') =>
    turns.filter(({ receiver }) => receiver === name).map((one) => one[what])
  const row = (unit: string, what: 'instancesPerSecond' | 'megabytesPerSecond'): Row =>
    ({ name: 'received', unit, better: 'more', ours: of(ours, what), peer, theirs: of(peer, what) })
  return [row('instances/s', 'instancesPerSecond'), row('MB/s', 'megabytesPerSecond')]
}
