import { join } from 'node:path'
import { rm } from 'node:fs/promises'
import { CT_STUDY, makeStudy, SMALL_STUDY } from '../instances.ts'
import type { Bench, Measure, Measured, Row } from '../measure.ts'
import { sendByUs } from '../own-sender.ts'
import { startFilmjacket } from '../peers/filmjacket.ts'
import { startOrthanc } from '../peers/orthanc.ts'
import { syncDisks } from '../sync-disks.ts'

const ASSOCIATIONS = 8
const STUDIES = { 'CT of 0.5 MB': CT_STUDY, 'images of 12 kB': SMALL_STUDY } as const

async function run({ rounds, folder, say }: Bench): Promise<Measured> {
  const ours = await startFilmjacket(folder)
  const orthanc = await startOrthanc(folder)
  const receivers = [ours, ...(orthanc === null ? [] : [orthanc])]
  const notes: string[] = orthanc === null ? ['Orthanc skipped: not installed'] : []
  const rows: Row[] = []
  for (const [what, recipe] of Object.entries(STUDIES)) {
    const rates = new Map(receivers.map(({ name }) => [name, [] as number[]]))
    for (let round = 0; round <= rounds; round++) {
      const study = await makeStudy(join(folder, 'study'), recipe)
      for (const receiver of receivers) {
        const seconds = await sendByUs(study.folder, receiver, ASSOCIATIONS)
        const arrived = await receiver.count(study)
        if (arrived !== study.instances) notes.push(`${receiver.name} tells of ${arrived} instances where ${study.instances} were sent`)
        // The first round is to warm up.
        if (round > 0) rates.get(receiver.name)?.push(study.instances / seconds)
        await syncDisks()
      }
      await rm(study.folder, { recursive: true })
      say(`${what}: round ${round}`)
    }
    rows.push({
      name: `received, ${what}`, unit: 'instances/s', better: 'more',
      ours: rates.get(ours.name) ?? [], peer: orthanc?.name ?? null, theirs: orthanc === null ? [] : rates.get(orthanc.name) ?? [],
    })
  }
  return { rows, notes }
}

export const measure: Measure = { about: 'Studies received from our own sender over 8 associations at the same time.', run }
