/**
 * A PDF document as a DICOM object. PS3.3 §A.45.1 (Encapsulated PDF IOD), §C.24.2. ING-04.
 *
 * @module
 */
import { sizeOf, type ExtentList } from '@filmjacket/bytes'
import { SopClasses, Tags, TransferSyntaxes } from '@filmjacket/dicom-data'
import { complete, type Elements } from './elements.ts'
import { layOutFile } from './part10.ts'
import { PATIENT_STUDY_EQUIPMENT, STUDY_SERIES_REQUIRED } from './patient-study.ts'

export interface PdfDocument {
  readonly sopInstanceUid: string
  /** The file as it is: a blob range, or a literal. Not looked into. */
  readonly pdf: ExtentList
  /** Patient, study and series; whatever is here wins over the defaults. */
  readonly attributes: Elements
}

/** A document that was made by software (WSD), shows whom it is about, and is not further classified. */
const DEFAULTS: Elements = {
  ...PATIENT_STUDY_EQUIPMENT,
  [Tags.Modality]: 'DOC',
  [Tags.ConversionType]: 'WSD',
  [Tags.SeriesNumber]: 1,
  [Tags.InstanceNumber]: 1,
  [Tags.ContentDate]: null,
  [Tags.ContentTime]: null,
  [Tags.AcquisitionDateTime]: null,
  [Tags.BurnedInAnnotation]: 'YES',
  [Tags.DocumentTitle]: null,
  [Tags.ConceptNameCodeSequence]: null,
}

/**
 * Wrap a PDF: a header before, its media type and length behind.
 *
 * The document is stored as it came but for a zero byte if its length is odd; Encapsulated
 * Document Length tells the true one (PS3.3 §C.24.2).
 *
 * @throws RangeError if Study or Series Instance UID is missing, or the document is 4 GiB or longer.
 */
export function wrapPdf({ sopInstanceUid, pdf, attributes }: PdfDocument): ExtentList {
  return layOutFile({
    sopClassUid: SopClasses.encapsulatedPdf,
    sopInstanceUid,
    transferSyntax: TransferSyntaxes.explicitVrLittleEndian,
    elements: {
      ...complete(DEFAULTS, attributes, STUDY_SERIES_REQUIRED),
      [Tags.MIMETypeOfEncapsulatedDocument]: 'application/pdf',
      [Tags.EncapsulatedDocumentLength]: sizeOf(pdf),
    },
    bulk: { tag: Tags.EncapsulatedDocument, vr: 'OB', content: pdf, encapsulated: false },
  })
}
