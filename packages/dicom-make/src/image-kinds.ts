/**
 * What each kind of image needs beside its pixels: Type 2 attributes empty, the few constants, and what only
 * the caller can know (Type 1). PS3.3 Annex A.
 *
 * @module
 */
import { SopClasses, Tags, type Tag } from '@filmjacket/dicom-data'
import type { Elements } from './elements.ts'

export type ImageKind = 'ct' | 'mr' | 'cr' | 'dx' | 'us' | 'us-multiframe' | 'secondary-capture'

export interface KindOfImage {
  readonly sopClassUid: string
  readonly defaults: Elements
  readonly required: readonly Tag[]
  readonly multiFrame: boolean
}

const ORIGINAL: Elements = {
  [Tags.ImageType]: ['ORIGINAL', 'PRIMARY'],
  [Tags.SeriesNumber]: 1,
  [Tags.InstanceNumber]: 1,
  [Tags.PatientOrientation]: null,
}

/** PS3.3 §C.7.6.2 (Image Plane), §C.7.4.1 (Frame of Reference). */
const PLANE: Elements = { [Tags.SliceThickness]: null, [Tags.PositionReferenceIndicator]: null }
const PLANE_REQUIRED: readonly Tag[] = [
  Tags.FrameOfReferenceUID, Tags.PixelSpacing, Tags.ImageOrientationPatient, Tags.ImagePositionPatient,
]

/** PS3.3 §C.8.11.3 (DX Image), §C.8.11.4 (DX Detector): processed, displayed as it is; large values met much. */
const DX: Elements = {
  ...ORIGINAL,
  [Tags.Modality]: 'DX',
  [Tags.ImageType]: ['ORIGINAL', 'PRIMARY', ''],
  [Tags.PresentationIntentType]: 'FOR PRESENTATION',
  [Tags.AcquisitionContextSequence]: null,
  [Tags.PixelIntensityRelationship]: 'LOG',
  [Tags.PixelIntensityRelationshipSign]: -1,
  [Tags.RescaleIntercept]: 0,
  [Tags.RescaleSlope]: 1,
  [Tags.RescaleType]: 'US',
  [Tags.AnatomicRegionSequence]: null,
  [Tags.LossyImageCompression]: '00',
  [Tags.BurnedInAnnotation]: 'NO',
  [Tags.DetectorType]: 'DIRECT',
  [Tags.ImageLaterality]: 'U',
}

export const IMAGE_KINDS: Readonly<Record<ImageKind, KindOfImage>> = {
  ct: {
    sopClassUid: SopClasses.ctImageStorage,
    defaults: {
      ...ORIGINAL, ...PLANE,
      [Tags.Modality]: 'CT',
      [Tags.ImageType]: ['ORIGINAL', 'PRIMARY', 'AXIAL'],
      [Tags.KVP]: null,
      [Tags.AcquisitionNumber]: null,
      [Tags.RescaleIntercept]: 0,
      [Tags.RescaleSlope]: 1,
    },
    required: PLANE_REQUIRED,
    multiFrame: false,
  },
  mr: {
    sopClassUid: SopClasses.mrImageStorage,
    defaults: {
      ...ORIGINAL, ...PLANE,
      [Tags.Modality]: 'MR',
      [Tags.ImageType]: ['ORIGINAL', 'PRIMARY', 'OTHER'],
      [Tags.ScanOptions]: null,
      [Tags.MRAcquisitionType]: null,
      [Tags.EchoTime]: null,
      [Tags.EchoTrainLength]: null,
      [Tags.RepetitionTime]: null,
    },
    required: [...PLANE_REQUIRED, Tags.ScanningSequence, Tags.SequenceVariant],
    multiFrame: false,
  },
  cr: {
    sopClassUid: SopClasses.computedRadiographyImageStorage,
    defaults: {
      ...ORIGINAL,
      [Tags.Modality]: 'CR',
      [Tags.BodyPartExamined]: null,
      [Tags.ViewPosition]: null,
      [Tags.KVP]: null,
      [Tags.AcquisitionNumber]: null,
    },
    required: [],
    multiFrame: false,
  },
  dx: {
    sopClassUid: SopClasses.digitalXRayImageStorageForPresentation,
    defaults: DX,
    required: [Tags.ImagerPixelSpacing],
    multiFrame: false,
  },
  us: {
    sopClassUid: SopClasses.ultrasoundImageStorage,
    defaults: { ...ORIGINAL, [Tags.Modality]: 'US' },
    required: [],
    multiFrame: false,
  },
  'us-multiframe': {
    sopClassUid: SopClasses.ultrasoundMultiFrameImageStorage,
    defaults: { ...ORIGINAL, [Tags.Modality]: 'US', [Tags.FrameIncrementPointer]: Tags.FrameTime },
    required: [Tags.FrameTime],
    multiFrame: true,
  },
  'secondary-capture': {
    sopClassUid: SopClasses.secondaryCaptureImageStorage,
    defaults: {
      ...ORIGINAL,
      [Tags.Modality]: 'OT',
      [Tags.ImageType]: ['DERIVED', 'SECONDARY'],
      [Tags.ConversionType]: 'WSD',
    },
    required: [],
    multiFrame: false,
  },
}
