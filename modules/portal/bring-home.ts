/**
 * An exam of which a PACS has more than we, or of which files here are gone or damaged: what is missing comes home. POR-05, POR-20.
 *
 * @module
 */
import type { Archive } from '../archive/index.ts'
import type { Failure } from './contract.ts'
import type { ExamSource, ExamSources, FetchContext } from './sources.ts'

/** A PACS did not give all that it has. Another try goes on where this one ended. */
export class IncompleteError extends Error {
  override readonly name = 'IncompleteError'
  readonly failure: Failure

  constructor(message: string, failure: Failure) {
    super(message)
    this.failure = failure
  }
}

export interface Holdings {
  /** Images of the exam that were stored here. */
  readonly known: number
  /** Those of which the file is gone, or damaged. POR-20. */
  readonly lost: readonly string[]
}

export async function holdingsOf(archive: Archive, studyId: string): Promise<Holdings> {
  const lost = await archive.lackingOfStudy(studyId)
  return { known: (await archive.study(studyId))?.instances ?? 0, lost }
}

interface Bringing {
  readonly archive: Archive
  readonly sources: ExamSources
}

/** A PACS that says it gave all is believed only as far as the images are here. @throws IncompleteError */
export async function bringHome({ archive, sources }: Bringing, studyId: string, source: ExamSource, context: FetchContext): Promise<void> {
  await bringLost({ archive, sources }, studyId, context)
  if (!(await holdsLess(archive, studyId, source))) return
  const fetched = await sources.fetch(studyId, source, context)
  await archive.ingest.indexed()
  if (fetched === 'incomplete' || (await holdsLess(archive, studyId, source)))
    throw new IncompleteError(`less than the ${source.instances} images of a PACS`, 'incomplete')
}

/** What no PACS has is not asked for again: that it is missing, is found when the exam is packed. */
async function bringLost({ archive, sources }: Bringing, studyId: string, context: FetchContext): Promise<void> {
  const { lost } = await holdingsOf(archive, studyId)
  if (lost.length === 0) return
  const fetched = await sources.fetchAgain(studyId, lost, context)
  await archive.ingest.indexed()
  const { lost: left } = await holdingsOf(archive, studyId)
  if (left.length > 0 && fetched !== 'absent') throw new IncompleteError(`${left.length} lost images did not come`, 'missing')
}

async function holdsLess(archive: Archive, studyId: string, { instances }: ExamSource): Promise<boolean> {
  const { known, lost } = await holdingsOf(archive, studyId)
  return known - lost.length < instances
}
