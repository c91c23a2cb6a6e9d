/** A whole study as one file: ours and Orthanc take turns, the same client reads and throws away. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { CT_STUDY, makeStudy, type MadeStudy, type StudyRecipe } from './instances.ts'
import type { Bench, Measured, Row } from './measure.ts'
import { startFilmjacket } from './peers/filmjacket.ts'
import { startOrthanc } from './peers/orthanc.ts'
import type { Download, Sender } from './peers/receiver.ts'
import { canSend, sendStudy } from './sending.ts'

const MEGABYTE = 1_000_000

export async function compareDownloads(bench: Bench, format: 'zip' | 'iso', recipe: StudyRecipe = CT_STUDY): Promise<Measured> {
  if (!canSend) return { rows: [], notes: ['skipped: storescu (DCMTK), which brings the study in, is not installed'] }
  bench.say('starting the servers, and sending the study')
  const [ours, orthanc] = [await startFilmjacket(bench.folder), await startOrthanc(bench.folder)]
  const study = await studyAt([ours, ...(orthanc === null ? [] : [orthanc])], bench, recipe)
  const own: Download[] = []
  const theirs: Download[] = []
  for (let number = 1; number <= bench.rounds; number++) {
    bench.say(`round ${number} of ${bench.rounds}`)
    own.push(await ours.download(study, format))
    if (orthanc !== null) theirs.push(await orthanc.download(study, format))
  }
  return { rows: rowsOf(study, own, theirs), notes: notesOf(study, own, theirs) }
}

async function studyAt(senders: readonly Sender[], { folder }: Bench, recipe: StudyRecipe): Promise<MadeStudy> {
  const study = await makeStudy(join(folder, 'study'), recipe)
  for (const sender of senders) await sendStudy(study, sender)
  await rm(study.folder, { recursive: true })
  return study
}

function rowsOf(study: MadeStudy, own: readonly Download[], theirs: readonly Download[]): readonly Row[] {
  const row = (name: string, unit: string, better: Row['better'], of: (download: Download) => number): Row =>
    ({ name, unit, better, ours: own.map(of), peer: 'Orthanc', theirs: theirs.map(of) })
  const ready = own.flatMap(({ readyMs }) => readyMs ?? [])
  return [
    { name: 'wish to ready', unit: 'ms', better: 'less', ours: ready, peer: null, theirs: [] },
    row('wish to first byte', 'ms', 'less', ({ firstByteMs }) => firstByteMs),
    row('file asked for to first byte', 'ms', 'less', ({ answerMs }) => answerMs),
    row('wish to last byte', 's', 'less', ({ seconds }) => seconds),
    row('images', 'MB/s', 'more', ({ seconds }) => study.bytes / seconds / MEGABYTE),
  ]
}

function notesOf(study: MadeStudy, [own]: readonly Download[], [theirs]: readonly Download[]): readonly string[] {
  const size = (download: Download | undefined) => download === undefined ? 'none' : `${(download.bytes / MEGABYTE).toFixed(0)} MB`
  const sizes = `images: ${(study.bytes / MEGABYTE).toFixed(0)} MB; our file: ${size(own)}, stored and resumable`
  return theirs === undefined ? [sizes, 'Orthanc skipped: not installed'] : [`${sizes}; Orthanc's: ${size(theirs)}, deflated`]
}
