/**
 * The numbers under which Studies are known, kept for the trail: it outlives them. ADM-12.
 *
 * @module
 */
import type { Clock } from '../../platform/server/clock.ts'
import type { Watch } from '../../platform/server/events.ts'
import { STUDY_CORRECTED, STUDY_SETTLED, type Archive } from '../archive/index.ts'
import { noteExam, type Db } from './store.ts'

interface ExamWatchOptions {
  readonly db: Db
  readonly clock: Clock
  readonly archive: Pick<Archive, 'find'>
}

/** Twice does no harm: the same numbers are one row. */
export function examWatches({ db, clock, archive }: ExamWatchOptions): readonly Watch[] {
  const run = async (studyId: string): Promise<void> => {
    const page = await archive.find({ level: 'study', filter: {}, within: [studyId], limit: 1 })
    const [found] = page.kind === 'page' ? page.entries : []
    if (found === undefined) return
    const { study, patient } = found
    await noteExam(db, { study_id: studyId, patient_id: patient.patientId, accession_number: study.accessionNumber, noted_at: clock.now() })
  }
  return [{ event: STUDY_SETTLED, run }, { event: STUDY_CORRECTED, run }]
}
