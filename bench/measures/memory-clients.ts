import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { CT_STUDY, makeStudy } from '../instances.ts'
import { canReadMemory, residentOf, watchResident } from '../memory.ts'
import type { Measure, Measured, Row } from '../measure.ts'
import { startFilmjacket } from '../peers/filmjacket.ts'
import { startOrthanc } from '../peers/orthanc.ts'
import type { Sender } from '../peers/receiver.ts'
import { canSend, sendStudy } from '../sending.ts'

const MEGABYTE = 1_000_000
const CLIENTS = 20
/** After which what is not given back is held. */
const QUIET_MS = 5_000
const AS_STORED = 'multipart/related; type="application/dicom"; transfer-syntax=*'

interface Memory {
  readonly before: number
  readonly peak: number
  readonly after: number
  readonly seconds: number
  readonly bytes: number
}

export const measure: Measure = {
  about: `The server process while ${CLIENTS} clients at once fetch one study of 600 CT images (0.3 GB) by WADO-RS. Once.`,
  async run({ folder, say }): Promise<Measured> {
    if (!canReadMemory) return { rows: [], notes: ['skipped: this system has no /proc that tells'] }
    if (!canSend) return { rows: [], notes: ['skipped: storescu (DCMTK), which brings the study in, is not installed'] }
    const study = await makeStudy(join(folder, 'study'), CT_STUDY)
    const [ours, orthanc] = [await startFilmjacket(folder), await startOrthanc(folder)]
    const peer = orthanc?.dicomWeb == null ? null : orthanc
    for (const sender of [ours, ...(peer === null ? [] : [peer])]) await sendStudy(study, sender)
    await rm(study.folder, { recursive: true })
    say('fetching')
    const own = await whileFetching(ours, `/studies/${study.studyUid}`)
    const other = peer && await whileFetching(peer, `/studies/${study.studyUid}`)
    return { rows: rowsOf(own, other), notes: ['own process: resident memory, sampled; growth is the peak above what it held before'] }
  },
}

async function whileFetching({ pid: own, dicomWeb }: Sender, path: string): Promise<Memory> {
  const pid = own ?? process.pid
  const before = residentOf(pid)
  const watch = watchResident(pid)
  const since = performance.now()
  const fetched = dicomWeb === null ? [] : await Promise.all(Array.from({ length: CLIENTS }, () => dicomWeb(path, AS_STORED)))
  const seconds = (performance.now() - since) / 1_000
  const peak = watch.stop()
  await sleep(QUIET_MS)
  return { before, peak, after: residentOf(pid), seconds, bytes: fetched.reduce((sum, one) => sum + one.bytes, 0) }
}

function rowsOf(ours: Memory, theirs: Memory | null): readonly Row[] {
  const row = (name: string, unit: string, better: Row['better'], of: (memory: Memory) => number): Row => ({
    name, unit, better, ours: [of(ours)], peer: theirs === null ? null : 'Orthanc', theirs: theirs === null ? [] : [of(theirs)],
  })
  return [
    row('before', 'MB', 'less', ({ before }) => before / MEGABYTE),
    row('peak', 'MB', 'less', ({ peak }) => peak / MEGABYTE),
    row('growth', 'MB', 'less', ({ before, peak }) => (peak - before) / MEGABYTE),
    row('five seconds after', 'MB', 'less', ({ after }) => after / MEGABYTE),
    row('all clients together', 'MB/s', 'more', ({ bytes, seconds }) => bytes / seconds / MEGABYTE),
  ]
}
