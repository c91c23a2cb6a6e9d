/**
 * PACS as sources of exams: those whose device lets patients download (`DICOM_Download`, POR-22).
 *
 * @module
 */
import { SECOND_MS } from '../../platform/server/clock.ts'
import type { Settings } from '../../platform/server/settings/index.ts'
import type { Archive } from '../archive/index.ts'
import type { Device, Remote, RetrieveProgress } from '../devices/index.ts'
import { ANSWER_SECONDS } from './settings.ts'
import type { ExamSources, FetchContext } from './sources.ts'

interface Knowing {
  readonly archive: Pick<Archive, 'find'>
  readonly remote: Pick<Remote, 'compare' | 'retrieve' | 'retrieveAgain'>
  readonly settings: Settings
}

export function pacsSources({ archive, remote, settings }: Knowing): ExamSources {
  return {
    async compare(studyId, signal) {
      const studyUid = await uidOf(archive, studyId)
      if (studyUid === null) return { sources: [], unanswered: 0 }
      const { there } = await remote.compare(studyUid, { choose: mayDownload, signal, withinMs: settings.value(ANSWER_SECONDS) * SECOND_MS })
      const answered = there.filter(({ error }) => error === null)
      return {
        sources: answered.map(({ device, instances }) => ({ id: device.id, instances })),
        unanswered: there.length - answered.length,
      }
    },
    /** Where the one with most images fails, the next is asked. */
    async fetch(studyId, _source, { signal, progress }) {
      const studyUid = await uidOf(archive, studyId)
      if (studyUid === null) return 'incomplete'
      const { kind } = await remote.retrieve(studyUid, { choose: mayDownload, signal, progress: told(progress) })
      return kind === 'complete' ? 'all' : 'incomplete'
    },
    async fetchAgain(studyId, instanceUids, { signal, progress }) {
      const studyUid = await uidOf(archive, studyId)
      if (studyUid === null) return 'absent'
      return remote.retrieveAgain(studyUid, instanceUids, { choose: mayDownload, signal, progress: told(progress) })
    },
  }
}

function told(progress: FetchContext['progress']) {
  return ({ already, moved }: Pick<RetrieveProgress, 'already' | 'moved'>) => progress(already + moved)
}

export function mayDownload({ patientsMayDownload }: Device): boolean {
  return patientsMayDownload
}

async function uidOf(archive: Pick<Archive, 'find'>, studyId: string): Promise<string | null> {
  const page = await archive.find({ level: 'study', filter: {}, within: [studyId], limit: 1 })
  return page.kind === 'page' ? (page.entries[0]?.study.uid ?? null) : null
}
