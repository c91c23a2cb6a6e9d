/**
 * A hospital for demonstrations and tests: patients, exams, images and reports that are all made up.
 *
 * @module
 */
import { literal } from '@filmjacket/bytes'
import { Tags } from '@filmjacket/dicom-data'
import { bytesOf, wrapPdf } from '@filmjacket/dicom-make'
import { EXAMS, type Exam } from './exams.ts'
import { brainImages, chestImage, echoImages, handImage, thoraxImages } from './images.ts'
import type { Patient } from './patients.ts'
import { fileName, instanceUid, seriesAttributes, studyUid, type DemoInstance } from './record.ts'
import { reportPdf } from './report.ts'

export type { Patient } from './patients.ts'
export type { DemoInstance } from './record.ts'

export interface DemoStudy {
  readonly patient: Patient
  readonly studyInstanceUid: string
  readonly accessionNumber: string
  readonly description: string
  /** Made while it is read; each reading makes the same bytes again. */
  readonly instances: AsyncIterable<DemoInstance>
}

/** All studies, by patient and date. Same seed, same bytes; nothing is drawn before its instances are read. */
export function demoStudies(seed = 'filmjacket'): readonly DemoStudy[] {
  return EXAMS.map((exam) => ({
    patient: exam.patient,
    studyInstanceUid: studyUid(seed, exam),
    accessionNumber: exam.accessionNumber,
    description: exam.description,
    instances: { [Symbol.asyncIterator]: () => instancesOf(seed, exam) },
  }))
}

async function* instancesOf(seed: string, exam: Exam): AsyncGenerator<DemoInstance, void, undefined> {
  switch (exam.examination.kind) {
    case 'ct-thorax': yield* thoraxImages(seed, exam); break
    case 'mr-brain': yield* brainImages(seed, exam); break
    case 'echo': yield* echoImages(seed, exam); break
    case 'chest': yield chestImage(seed, exam); break
    case 'hand': yield handImage(seed, exam); break
  }
  if (exam.report !== undefined) yield reportOf(seed, exam, await reportPdf(exam, exam.report))
}

function reportOf(seed: string, exam: Exam, pdf: Uint8Array): DemoInstance {
  const series = { number: 90, description: 'Report', modality: 'DOC', bodyPart: '', station: 'RIS' }
  const document = wrapPdf({
    sopInstanceUid: instanceUid(seed, exam, series, 1),
    pdf: [literal(pdf)],
    attributes: {
      ...seriesAttributes(seed, exam, series),
      [Tags.AcquisitionDateTime]: exam.date + exam.time,
      [Tags.DocumentTitle]: 'Radiology report',
      [Tags.ConceptNameCodeSequence]: [{
        [Tags.CodeValue]: '18748-4',
        [Tags.CodingSchemeDesignator]: 'LN',
        [Tags.CodeMeaning]: 'Diagnostic imaging report',
      }],
    },
  })
  return { fileName: fileName(exam, series, 1), bytes: bytesOf(document) }
}
