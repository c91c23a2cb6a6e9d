/**
 * A rejection note of our own: a Key Object Selection that names images of one Study which nobody should see any more, and says
 * why. PS3.3 §A.35.4, PS3.16 TID 2010, IHE RAD TF-2 4.66 (IOCM).
 *
 * @module
 */
import {
  encodeDataSet, encodeFileMeta, nameOfUid, newUid, Tags, TransferSyntaxes, type ElementMap,
} from '@filmjacket/dicom-data'
import type { Instant } from '../../../platform/server/clock.ts'
import type { StudyRejectionTitle } from '../contract.ts'
import type { Found } from '../find.ts'
import { NOTE_CLASS } from './rejection.ts'

/** PS3.16 CID 7011. */
const TITLES: Readonly<Record<StudyRejectionTitle, readonly [value: string, meaning: string]>> = {
  'quality': ['113001', 'Rejected for Quality Reasons'],
  'patient-safety': ['113037', 'Rejected for Patient Safety Reasons'],
  'worklist-entry': ['113038', 'Incorrect Modality Worklist Entry'],
}

const SYNTAX = TransferSyntaxes.explicitVrLittleEndian

/** A file, and its SOP Instance UID. @param images - of one Study, at least one. */
export function rejectionNote(
  images: readonly [Found, ...Found[]], title: StudyRejectionTitle, now: Instant,
): { readonly sopInstanceUid: string; readonly bytes: Uint8Array } {
  const sopInstanceUid = newUid()
  const elements = { ...aboutStudy(images[0]), ...aboutItself(sopInstanceUid, now), ...selection(images, title) }
  const meta = encodeFileMeta({ sopClassUid: NOTE_CLASS, sopInstanceUid, transferSyntaxUid: SYNTAX.uid })
  return { sopInstanceUid, bytes: Buffer.concat([meta, encodeDataSet(elements, SYNTAX)]) }
}

function aboutStudy({ patient, study }: Found) {
  return {
    [Tags.PatientName]: patient.name, [Tags.PatientID]: patient.patientId, [Tags.PatientBirthDate]: patient.birthDate, [Tags.PatientSex]: patient.sex,
    ...(patient.issuer === '' ? {} : { [Tags.IssuerOfPatientID]: patient.issuer }),
    [Tags.StudyInstanceUID]: study.uid, [Tags.StudyDate]: study.date, [Tags.StudyTime]: study.time, [Tags.AccessionNumber]: study.accessionNumber,
    [Tags.StudyID]: study.studyId, [Tags.StudyDescription]: study.description, [Tags.ReferringPhysicianName]: study.referringPhysician,
  }
}

function aboutItself(sopInstanceUid: string, now: Instant) {
  // As clocks in the house show it, like the times of the Study.
  const digits = new Date(now).toLocaleString('sv-SE').replace(/\D/g, '')
  return {
    [Tags.SOPClassUID]: NOTE_CLASS, [Tags.SOPInstanceUID]: sopInstanceUid, [Tags.InstanceNumber]: 1,
    [Tags.ContentDate]: digits.slice(0, 8), [Tags.ContentTime]: digits.slice(8), [Tags.Manufacturer]: 'Filmjacket', [Tags.Modality]: 'KO', [Tags.SeriesInstanceUID]: newUid(),
    [Tags.SeriesNumber]: 1, [Tags.SeriesDescription]: 'Rejection note', [Tags.ReferencedPerformedProcedureStepSequence]: { vr: 'SQ', value: [] },
  } as const
}

function selection(images: readonly [Found, ...Found[]], title: StudyRejectionTitle) {
  const [value, meaning] = TITLES[title]
  return {
    [Tags.CurrentRequestedProcedureEvidenceSequence]: [{
      [Tags.StudyInstanceUID]: images[0].study.uid,
      [Tags.ReferencedSeriesSequence]: [...new Set(images.map(seriesOf))].map((uid) => ({
        [Tags.SeriesInstanceUID]: uid, [Tags.ReferencedSOPSequence]: images.filter((image) => seriesOf(image) === uid).map(reference),
      })),
    }],
    [Tags.ValueType]: 'CONTAINER', [Tags.ContinuityOfContent]: 'SEPARATE',
    [Tags.ConceptNameCodeSequence]: [{ [Tags.CodeValue]: value, [Tags.CodingSchemeDesignator]: 'DCM', [Tags.CodeMeaning]: meaning }],
    [Tags.ContentTemplateSequence]: [{ [Tags.MappingResource]: 'DCMR', [Tags.TemplateIdentifier]: '2010' }],
    [Tags.ContentSequence]: images.map((image) => ({
      [Tags.RelationshipType]: 'CONTAINS', [Tags.ValueType]: isPicture(image) ? 'IMAGE' : 'COMPOSITE', [Tags.ReferencedSOPSequence]: [reference(image)],
    })),
  }
}

function seriesOf({ series }: Found): string {
  return series?.uid ?? ''
}

function reference({ instance }: Found): ElementMap {
  return { [Tags.ReferencedSOPClassUID]: instance?.sopClassUid ?? '', [Tags.ReferencedSOPInstanceUID]: instance?.uid ?? '' }
}

function isPicture({ instance }: Found): boolean {
  return nameOfUid(instance?.sopClassUid ?? '')?.includes('Image Storage') === true
}
