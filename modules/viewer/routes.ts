/** The viewer over HTTP. Translates, decides nothing; images themselves come by DICOMweb. */
import { etagOf, literal } from '@filmjacket/bytes'
import Type from 'typebox'
import { asRole } from '../../platform/server/auth/caller.ts'
import { Problem } from '../../platform/server/http/problem.ts'
import { accountOf, bytesRoute, route } from '../../platform/server/http/route.ts'
import { StudyToView } from './contract.ts'
import type { Studies, ViewedStudy } from './studies.ts'

export interface ViewerService {
  readonly studies: Studies
  readonly notForDiagnosis: () => boolean
}

const Id = Type.String({ maxLength: 64 })
const everyRole = asRole('admin', 'clerk', 'doctor', 'patient', 'visitor')

const showStudy = route({
  method: 'GET', url: '/api/viewer/studies/:id', summary: 'An exam to look at: its Series, and other exams of the patient',
  allow: everyRole, params: Type.Object({ id: Id }), answer: StudyToView,
  async handle({ studies, notForDiagnosis }: ViewerService, { caller, params }) {
    const study = (await studies.one(accountOf(caller), params.id)) ?? noExam()
    return { ...viewOf(study), notForDiagnosis: notForDiagnosis() }
  },
})

const seriesThumbnail = bytesRoute({
  method: 'GET', url: '/api/viewer/studies/:id/series/:seriesId/thumbnail', summary: 'A small picture of a Series',
  allow: everyRole, params: Type.Object({ id: Id, seriesId: Id }),
  async handle({ studies }: ViewerService, { caller, params }) {
    const picture = await studies.thumbnail(accountOf(caller), params.id, params.seriesId)
    if (picture === undefined) throw new Problem('picture-not-found', 404, 'There is no picture of this.')
    const list = [literal(picture.bytes)]
    return { list, etag: etagOf(list), mediaType: picture.mediaType }
  },
})

function viewOf({ found: { study, patient }, series, others, mayTakeHome }: ViewedStudy): Omit<StudyToView, 'notForDiagnosis'> {
  return {
    id: study.id, uid: study.uid, description: study.description, date: study.date, accessionNumber: study.accessionNumber,
    patient: { name: patient.name, id: patient.patientId, birthDate: patient.birthDate, sex: patient.sex },
    series: series.map(({ hasPreview, ...each }) => ({ ...each, hasThumbnail: hasPreview })),
    mayTakeHome,
    others: others.map(({ id, description, date, modalities }) => ({ id, description, date, modalities: [...modalities] })),
  }
}

function noExam(): never {
  throw new Problem('exam-not-found', 404, 'There is no such exam.')
}

export const routes = [showStudy, seriesThumbnail]
