import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { CT_STUDY, makeStudy } from '../instances.ts'
import type { Bench, Measure, Measured, Row } from '../measure.ts'
import { startFilmjacket } from '../peers/filmjacket.ts'
import { startOrthanc } from '../peers/orthanc.ts'
import type { Download, Sender } from '../peers/receiver.ts'
import { canSend, sendStudy } from '../sending.ts'

const MEGABYTE = 1_000_000
/** What the bar was measured with, where the plugin is not installed: Orthanc 1.10.1 and its plugin 1.7 on two cores. */
const ORTHANC = { megabytesASecond: 530, metadataMs: 580 }
const AS_STORED = 'multipart/related; type="application/dicom"; transfer-syntax=*'

export const measure: Measure = {
  about: '600 CT images (0.3 GB) by DICOMweb: the whole study by WADO-RS, and its metadata.',
  async run(bench): Promise<Measured> {
    if (!canSend) return { rows: [], notes: ['skipped: storescu (DCMTK), which brings the study in, is not installed'] }
    const [ours, orthanc] = [await startFilmjacket(bench.folder), await startOrthanc(bench.folder)]
    const peer = orthanc?.dicomWeb == null ? null : orthanc
    const study = await makeStudy(join(bench.folder, 'study'), CT_STUDY)
    for (const sender of [ours, ...(peer === null ? [] : [peer])]) await sendStudy(study, sender)
    await rm(study.folder, { recursive: true })
    return { rows: await rowsOf(bench, `/studies/${study.studyUid}`, ours, peer), notes: peer === null ? [NO_PEER] : [] }
  },
}

const NO_PEER = `Orthanc's DICOMweb plugin is not installed; it was measured before: ${ORTHANC.megabytesASecond} MB/s, metadata ${ORTHANC.metadataMs} ms`

async function rowsOf({ rounds, say }: Bench, path: string, ours: Sender, peer: Sender | null): Promise<readonly Row[]> {
  const taken = { images: [] as Download[], metadata: [] as Download[] }
  const theirs = { images: [] as Download[], metadata: [] as Download[] }
  for (let number = 1; number <= rounds; number++) {
    say(`round ${number} of ${rounds}`)
    for (const [sender, into] of [[ours, taken], [peer, theirs]] as const) {
      if (sender?.dicomWeb == null) continue
      into.images.push(await sender.dicomWeb(path, AS_STORED))
      into.metadata.push(await sender.dicomWeb(`${path}/metadata`, 'application/dicom+json'))
    }
  }
  const row = (name: string, unit: string, better: Row['better'], of: (all: typeof taken) => readonly number[]): Row =>
    ({ name, unit, better, ours: of(taken), peer: peer === null ? null : 'Orthanc', theirs: of(theirs) })
  const milliseconds = ({ seconds }: Download) => seconds * 1_000
  return [
    row('WADO-RS of the study', 'MB/s', 'more', ({ images }) => images.map(({ bytes, seconds }) => bytes / seconds / MEGABYTE)),
    row('metadata of the study', 'ms', 'less', ({ metadata }) => metadata.map(milliseconds)),
  ]
}
