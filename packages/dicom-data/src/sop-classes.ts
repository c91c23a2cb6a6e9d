/**
 * SOP Classes by name. PS3.6 Table A-1, PS3.4 Table B.5-1 and GG.3-1, retired ones included: old discs hold them.
 *
 * A name is the standard's in camel case, acronyms as words, without a last "Storage" unless "Image Storage".
 *
 * @module
 */
import { parseUid, type Uid } from './uid.ts'

const table = {
  // Services.
  verification: ['1.2.840.10008.1.1', 'Verification'],
  storageCommitmentPushModel: ['1.2.840.10008.1.20.1', 'Storage Commitment Push Model'],
  patientRootFind: ['1.2.840.10008.5.1.4.1.2.1.1', 'Patient Root Query/Retrieve Information Model - FIND'],
  patientRootMove: ['1.2.840.10008.5.1.4.1.2.1.2', 'Patient Root Query/Retrieve Information Model - MOVE'],
  patientRootGet: ['1.2.840.10008.5.1.4.1.2.1.3', 'Patient Root Query/Retrieve Information Model - GET'],
  studyRootFind: ['1.2.840.10008.5.1.4.1.2.2.1', 'Study Root Query/Retrieve Information Model - FIND'],
  studyRootMove: ['1.2.840.10008.5.1.4.1.2.2.2', 'Study Root Query/Retrieve Information Model - MOVE'],
  studyRootGet: ['1.2.840.10008.5.1.4.1.2.2.3', 'Study Root Query/Retrieve Information Model - GET'],
  modalityWorklistFind: ['1.2.840.10008.5.1.4.31', 'Modality Worklist Information Model - FIND'],
  modalityPerformedProcedureStep: ['1.2.840.10008.3.1.2.3.3', 'Modality Performed Procedure Step'],
  modalityPerformedProcedureStepRetrieve: ['1.2.840.10008.3.1.2.3.4', 'Modality Performed Procedure Step Retrieve'],
  instanceAvailabilityNotification: ['1.2.840.10008.5.1.4.33', 'Instance Availability Notification'],
  unifiedProcedureStepPush: ['1.2.840.10008.5.1.4.34.6.1', 'Unified Procedure Step - Push'],
  unifiedProcedureStepWatch: ['1.2.840.10008.5.1.4.34.6.2', 'Unified Procedure Step - Watch'],
  unifiedProcedureStepPull: ['1.2.840.10008.5.1.4.34.6.3', 'Unified Procedure Step - Pull'],
  unifiedProcedureStepEvent: ['1.2.840.10008.5.1.4.34.6.4', 'Unified Procedure Step - Event'],
  unifiedProcedureStepQuery: ['1.2.840.10008.5.1.4.34.6.5', 'Unified Procedure Step - Query'],
  basicGrayscalePrintManagementMeta: ['1.2.840.10008.5.1.1.9', 'Basic Grayscale Print Management Meta'],
  // Storage, by UID.
  mediaStorageDirectory: ['1.2.840.10008.1.3.10', 'Media Storage Directory Storage'],
  computedRadiographyImageStorage: ['1.2.840.10008.5.1.4.1.1.1', 'Computed Radiography Image Storage'],
  digitalXRayImageStorageForPresentation: [
    '1.2.840.10008.5.1.4.1.1.1.1', 'Digital X-Ray Image Storage - For Presentation',
  ],
  digitalXRayImageStorageForProcessing: [
    '1.2.840.10008.5.1.4.1.1.1.1.1', 'Digital X-Ray Image Storage - For Processing',
  ],
  digitalMammographyXRayImageStorageForPresentation: [
    '1.2.840.10008.5.1.4.1.1.1.2', 'Digital Mammography X-Ray Image Storage - For Presentation',
  ],
  digitalMammographyXRayImageStorageForProcessing: [
    '1.2.840.10008.5.1.4.1.1.1.2.1', 'Digital Mammography X-Ray Image Storage - For Processing',
  ],
  digitalIntraOralXRayImageStorageForPresentation: [
    '1.2.840.10008.5.1.4.1.1.1.3', 'Digital Intra-Oral X-Ray Image Storage - For Presentation',
  ],
  digitalIntraOralXRayImageStorageForProcessing: [
    '1.2.840.10008.5.1.4.1.1.1.3.1', 'Digital Intra-Oral X-Ray Image Storage - For Processing',
  ],
  ctImageStorage: ['1.2.840.10008.5.1.4.1.1.2', 'CT Image Storage'],
  enhancedCtImageStorage: ['1.2.840.10008.5.1.4.1.1.2.1', 'Enhanced CT Image Storage'],
  legacyConvertedEnhancedCtImageStorage: [
    '1.2.840.10008.5.1.4.1.1.2.2', 'Legacy Converted Enhanced CT Image Storage',
  ],
  ultrasoundMultiFrameImageStorageRetired: [
    '1.2.840.10008.5.1.4.1.1.3', 'Ultrasound Multi-frame Image Storage (Retired)',
  ],
  ultrasoundMultiFrameImageStorage: ['1.2.840.10008.5.1.4.1.1.3.1', 'Ultrasound Multi-frame Image Storage'],
  mrImageStorage: ['1.2.840.10008.5.1.4.1.1.4', 'MR Image Storage'],
  enhancedMrImageStorage: ['1.2.840.10008.5.1.4.1.1.4.1', 'Enhanced MR Image Storage'],
  mrSpectroscopy: ['1.2.840.10008.5.1.4.1.1.4.2', 'MR Spectroscopy Storage'],
  enhancedMrColorImageStorage: ['1.2.840.10008.5.1.4.1.1.4.3', 'Enhanced MR Color Image Storage'],
  legacyConvertedEnhancedMrImageStorage: [
    '1.2.840.10008.5.1.4.1.1.4.4', 'Legacy Converted Enhanced MR Image Storage',
  ],
  nuclearMedicineImageStorageRetired: ['1.2.840.10008.5.1.4.1.1.5', 'Nuclear Medicine Image Storage (Retired)'],
  ultrasoundImageStorageRetired: ['1.2.840.10008.5.1.4.1.1.6', 'Ultrasound Image Storage (Retired)'],
  ultrasoundImageStorage: ['1.2.840.10008.5.1.4.1.1.6.1', 'Ultrasound Image Storage'],
  enhancedUsVolume: ['1.2.840.10008.5.1.4.1.1.6.2', 'Enhanced US Volume Storage'],
  photoacousticImageStorage: ['1.2.840.10008.5.1.4.1.1.6.3', 'Photoacoustic Image Storage'],
  secondaryCaptureImageStorage: ['1.2.840.10008.5.1.4.1.1.7', 'Secondary Capture Image Storage'],
  multiFrameSingleBitSecondaryCaptureImageStorage: [
    '1.2.840.10008.5.1.4.1.1.7.1', 'Multi-frame Single Bit Secondary Capture Image Storage',
  ],
  multiFrameGrayscaleByteSecondaryCaptureImageStorage: [
    '1.2.840.10008.5.1.4.1.1.7.2', 'Multi-frame Grayscale Byte Secondary Capture Image Storage',
  ],
  multiFrameGrayscaleWordSecondaryCaptureImageStorage: [
    '1.2.840.10008.5.1.4.1.1.7.3', 'Multi-frame Grayscale Word Secondary Capture Image Storage',
  ],
  multiFrameTrueColorSecondaryCaptureImageStorage: [
    '1.2.840.10008.5.1.4.1.1.7.4', 'Multi-frame True Color Secondary Capture Image Storage',
  ],
  standaloneOverlayStorageRetired: ['1.2.840.10008.5.1.4.1.1.8', 'Standalone Overlay Storage (Retired)'],
  standaloneCurveStorageRetired: ['1.2.840.10008.5.1.4.1.1.9', 'Standalone Curve Storage (Retired)'],
  waveformStorageTrialRetired: ['1.2.840.10008.5.1.4.1.1.9.1', 'Waveform Storage - Trial (Retired)'],
  twelveLeadEcgWaveform: ['1.2.840.10008.5.1.4.1.1.9.1.1', '12-lead ECG Waveform Storage'],
  generalEcgWaveform: ['1.2.840.10008.5.1.4.1.1.9.1.2', 'General ECG Waveform Storage'],
  ambulatoryEcgWaveform: ['1.2.840.10008.5.1.4.1.1.9.1.3', 'Ambulatory ECG Waveform Storage'],
  general32BitEcgWaveform: ['1.2.840.10008.5.1.4.1.1.9.1.4', 'General 32-bit ECG Waveform Storage'],
  hemodynamicWaveform: ['1.2.840.10008.5.1.4.1.1.9.2.1', 'Hemodynamic Waveform Storage'],
  cardiacElectrophysiologyWaveform: [
    '1.2.840.10008.5.1.4.1.1.9.3.1', 'Cardiac Electrophysiology Waveform Storage',
  ],
  basicVoiceAudioWaveform: ['1.2.840.10008.5.1.4.1.1.9.4.1', 'Basic Voice Audio Waveform Storage'],
  generalAudioWaveform: ['1.2.840.10008.5.1.4.1.1.9.4.2', 'General Audio Waveform Storage'],
  arterialPulseWaveform: ['1.2.840.10008.5.1.4.1.1.9.5.1', 'Arterial Pulse Waveform Storage'],
  respiratoryWaveform: ['1.2.840.10008.5.1.4.1.1.9.6.1', 'Respiratory Waveform Storage'],
  multiChannelRespiratoryWaveform: [
    '1.2.840.10008.5.1.4.1.1.9.6.2', 'Multi-channel Respiratory Waveform Storage',
  ],
  routineScalpElectroencephalogramWaveform: [
    '1.2.840.10008.5.1.4.1.1.9.7.1', 'Routine Scalp Electroencephalogram Waveform Storage',
  ],
  electromyogramWaveform: ['1.2.840.10008.5.1.4.1.1.9.7.2', 'Electromyogram Waveform Storage'],
  electrooculogramWaveform: ['1.2.840.10008.5.1.4.1.1.9.7.3', 'Electrooculogram Waveform Storage'],
  sleepElectroencephalogramWaveform: [
    '1.2.840.10008.5.1.4.1.1.9.7.4', 'Sleep Electroencephalogram Waveform Storage',
  ],
  bodyPositionWaveform: ['1.2.840.10008.5.1.4.1.1.9.8.1', 'Body Position Waveform Storage'],
  standaloneModalityLutStorageRetired: [
    '1.2.840.10008.5.1.4.1.1.10', 'Standalone Modality LUT Storage (Retired)',
  ],
  standaloneVoiLutStorageRetired: ['1.2.840.10008.5.1.4.1.1.11', 'Standalone VOI LUT Storage (Retired)'],
  grayscaleSoftcopyPresentationState: [
    '1.2.840.10008.5.1.4.1.1.11.1', 'Grayscale Softcopy Presentation State Storage',
  ],
  colorSoftcopyPresentationState: ['1.2.840.10008.5.1.4.1.1.11.2', 'Color Softcopy Presentation State Storage'],
  pseudoColorSoftcopyPresentationState: [
    '1.2.840.10008.5.1.4.1.1.11.3', 'Pseudo-Color Softcopy Presentation State Storage',
  ],
  blendingSoftcopyPresentationState: [
    '1.2.840.10008.5.1.4.1.1.11.4', 'Blending Softcopy Presentation State Storage',
  ],
  xaXrfGrayscaleSoftcopyPresentationState: [
    '1.2.840.10008.5.1.4.1.1.11.5', 'XA/XRF Grayscale Softcopy Presentation State Storage',
  ],
  grayscalePlanarMprVolumetricPresentationState: [
    '1.2.840.10008.5.1.4.1.1.11.6', 'Grayscale Planar MPR Volumetric Presentation State Storage',
  ],
  compositingPlanarMprVolumetricPresentationState: [
    '1.2.840.10008.5.1.4.1.1.11.7', 'Compositing Planar MPR Volumetric Presentation State Storage',
  ],
  advancedBlendingPresentationState: [
    '1.2.840.10008.5.1.4.1.1.11.8', 'Advanced Blending Presentation State Storage',
  ],
  volumeRenderingVolumetricPresentationState: [
    '1.2.840.10008.5.1.4.1.1.11.9', 'Volume Rendering Volumetric Presentation State Storage',
  ],
  segmentedVolumeRenderingVolumetricPresentationState: [
    '1.2.840.10008.5.1.4.1.1.11.10', 'Segmented Volume Rendering Volumetric Presentation State Storage',
  ],
  multipleVolumeRenderingVolumetricPresentationState: [
    '1.2.840.10008.5.1.4.1.1.11.11', 'Multiple Volume Rendering Volumetric Presentation State Storage',
  ],
  variableModalityLutSoftcopyPresentationState: [
    '1.2.840.10008.5.1.4.1.1.11.12', 'Variable Modality LUT Softcopy Presentation State Storage',
  ],
  xRayAngiographicImageStorage: ['1.2.840.10008.5.1.4.1.1.12.1', 'X-Ray Angiographic Image Storage'],
  enhancedXaImageStorage: ['1.2.840.10008.5.1.4.1.1.12.1.1', 'Enhanced XA Image Storage'],
  xRayRadiofluoroscopicImageStorage: ['1.2.840.10008.5.1.4.1.1.12.2', 'X-Ray Radiofluoroscopic Image Storage'],
  enhancedXrfImageStorage: ['1.2.840.10008.5.1.4.1.1.12.2.1', 'Enhanced XRF Image Storage'],
  xRayAngiographicBiPlaneImageStorageRetired: [
    '1.2.840.10008.5.1.4.1.1.12.3', 'X-Ray Angiographic Bi-Plane Image Storage (Retired)',
  ],
  xRay3dAngiographicImageStorage: ['1.2.840.10008.5.1.4.1.1.13.1.1', 'X-Ray 3D Angiographic Image Storage'],
  xRay3dCraniofacialImageStorage: ['1.2.840.10008.5.1.4.1.1.13.1.2', 'X-Ray 3D Craniofacial Image Storage'],
  breastTomosynthesisImageStorage: ['1.2.840.10008.5.1.4.1.1.13.1.3', 'Breast Tomosynthesis Image Storage'],
  breastProjectionXRayImageStorageForPresentation: [
    '1.2.840.10008.5.1.4.1.1.13.1.4', 'Breast Projection X-Ray Image Storage - For Presentation',
  ],
  breastProjectionXRayImageStorageForProcessing: [
    '1.2.840.10008.5.1.4.1.1.13.1.5', 'Breast Projection X-Ray Image Storage - For Processing',
  ],
  intravascularOpticalCoherenceTomographyImageStorageForPresentation: [
    '1.2.840.10008.5.1.4.1.1.14.1', 'Intravascular Optical Coherence Tomography Image Storage - For Presentation',
  ],
  intravascularOpticalCoherenceTomographyImageStorageForProcessing: [
    '1.2.840.10008.5.1.4.1.1.14.2', 'Intravascular Optical Coherence Tomography Image Storage - For Processing',
  ],
  nuclearMedicineImageStorage: ['1.2.840.10008.5.1.4.1.1.20', 'Nuclear Medicine Image Storage'],
  parametricMap: ['1.2.840.10008.5.1.4.1.1.30', 'Parametric Map Storage'],
  rawData: ['1.2.840.10008.5.1.4.1.1.66', 'Raw Data Storage'],
  spatialRegistration: ['1.2.840.10008.5.1.4.1.1.66.1', 'Spatial Registration Storage'],
  spatialFiducials: ['1.2.840.10008.5.1.4.1.1.66.2', 'Spatial Fiducials Storage'],
  deformableSpatialRegistration: ['1.2.840.10008.5.1.4.1.1.66.3', 'Deformable Spatial Registration Storage'],
  segmentation: ['1.2.840.10008.5.1.4.1.1.66.4', 'Segmentation Storage'],
  surfaceSegmentation: ['1.2.840.10008.5.1.4.1.1.66.5', 'Surface Segmentation Storage'],
  tractographyResults: ['1.2.840.10008.5.1.4.1.1.66.6', 'Tractography Results Storage'],
  realWorldValueMapping: ['1.2.840.10008.5.1.4.1.1.67', 'Real World Value Mapping Storage'],
  surfaceScanMesh: ['1.2.840.10008.5.1.4.1.1.68.1', 'Surface Scan Mesh Storage'],
  surfaceScanPointCloud: ['1.2.840.10008.5.1.4.1.1.68.2', 'Surface Scan Point Cloud Storage'],
  vlImageStorageTrialRetired: ['1.2.840.10008.5.1.4.1.1.77.1', 'VL Image Storage - Trial (Retired)'],
  vlEndoscopicImageStorage: ['1.2.840.10008.5.1.4.1.1.77.1.1', 'VL Endoscopic Image Storage'],
  videoEndoscopicImageStorage: ['1.2.840.10008.5.1.4.1.1.77.1.1.1', 'Video Endoscopic Image Storage'],
  vlMicroscopicImageStorage: ['1.2.840.10008.5.1.4.1.1.77.1.2', 'VL Microscopic Image Storage'],
  videoMicroscopicImageStorage: ['1.2.840.10008.5.1.4.1.1.77.1.2.1', 'Video Microscopic Image Storage'],
  vlSlideCoordinatesMicroscopicImageStorage: [
    '1.2.840.10008.5.1.4.1.1.77.1.3', 'VL Slide-Coordinates Microscopic Image Storage',
  ],
  vlPhotographicImageStorage: ['1.2.840.10008.5.1.4.1.1.77.1.4', 'VL Photographic Image Storage'],
  videoPhotographicImageStorage: ['1.2.840.10008.5.1.4.1.1.77.1.4.1', 'Video Photographic Image Storage'],
  ophthalmicPhotography8BitImageStorage: [
    '1.2.840.10008.5.1.4.1.1.77.1.5.1', 'Ophthalmic Photography 8 Bit Image Storage',
  ],
  ophthalmicPhotography16BitImageStorage: [
    '1.2.840.10008.5.1.4.1.1.77.1.5.2', 'Ophthalmic Photography 16 Bit Image Storage',
  ],
  stereometricRelationship: ['1.2.840.10008.5.1.4.1.1.77.1.5.3', 'Stereometric Relationship Storage'],
  ophthalmicTomographyImageStorage: ['1.2.840.10008.5.1.4.1.1.77.1.5.4', 'Ophthalmic Tomography Image Storage'],
  wideFieldOphthalmicPhotographyStereographicProjectionImageStorage: [
    '1.2.840.10008.5.1.4.1.1.77.1.5.5', 'Wide Field Ophthalmic Photography Stereographic Projection Image Storage',
  ],
  wideFieldOphthalmicPhotography3dCoordinatesImageStorage: [
    '1.2.840.10008.5.1.4.1.1.77.1.5.6', 'Wide Field Ophthalmic Photography 3D Coordinates Image Storage',
  ],
  ophthalmicOpticalCoherenceTomographyEnFaceImageStorage: [
    '1.2.840.10008.5.1.4.1.1.77.1.5.7', 'Ophthalmic Optical Coherence Tomography En Face Image Storage',
  ],
  ophthalmicOpticalCoherenceTomographyBScanVolumeAnalysis: [
    '1.2.840.10008.5.1.4.1.1.77.1.5.8', 'Ophthalmic Optical Coherence Tomography B-scan Volume Analysis Storage',
  ],
  vlWholeSlideMicroscopyImageStorage: [
    '1.2.840.10008.5.1.4.1.1.77.1.6', 'VL Whole Slide Microscopy Image Storage',
  ],
  dermoscopicPhotographyImageStorage: [
    '1.2.840.10008.5.1.4.1.1.77.1.7', 'Dermoscopic Photography Image Storage',
  ],
  confocalMicroscopyImageStorage: ['1.2.840.10008.5.1.4.1.1.77.1.8', 'Confocal Microscopy Image Storage'],
  confocalMicroscopyTiledPyramidalImageStorage: [
    '1.2.840.10008.5.1.4.1.1.77.1.9', 'Confocal Microscopy Tiled Pyramidal Image Storage',
  ],
  vlMultiFrameImageStorageTrialRetired: [
    '1.2.840.10008.5.1.4.1.1.77.2', 'VL Multi-frame Image Storage - Trial (Retired)',
  ],
  lensometryMeasurements: ['1.2.840.10008.5.1.4.1.1.78.1', 'Lensometry Measurements Storage'],
  autorefractionMeasurements: ['1.2.840.10008.5.1.4.1.1.78.2', 'Autorefraction Measurements Storage'],
  keratometryMeasurements: ['1.2.840.10008.5.1.4.1.1.78.3', 'Keratometry Measurements Storage'],
  subjectiveRefractionMeasurements: [
    '1.2.840.10008.5.1.4.1.1.78.4', 'Subjective Refraction Measurements Storage',
  ],
  visualAcuityMeasurements: ['1.2.840.10008.5.1.4.1.1.78.5', 'Visual Acuity Measurements Storage'],
  spectaclePrescriptionReport: ['1.2.840.10008.5.1.4.1.1.78.6', 'Spectacle Prescription Report Storage'],
  ophthalmicAxialMeasurements: ['1.2.840.10008.5.1.4.1.1.78.7', 'Ophthalmic Axial Measurements Storage'],
  intraocularLensCalculations: ['1.2.840.10008.5.1.4.1.1.78.8', 'Intraocular Lens Calculations Storage'],
  macularGridThicknessAndVolumeReport: [
    '1.2.840.10008.5.1.4.1.1.79.1', 'Macular Grid Thickness and Volume Report',
  ],
  ophthalmicVisualFieldStaticPerimetryMeasurements: [
    '1.2.840.10008.5.1.4.1.1.80.1', 'Ophthalmic Visual Field Static Perimetry Measurements Storage',
  ],
  ophthalmicThicknessMap: ['1.2.840.10008.5.1.4.1.1.81.1', 'Ophthalmic Thickness Map Storage'],
  cornealTopographyMap: ['1.2.840.10008.5.1.4.1.1.82.1', 'Corneal Topography Map Storage'],
  textSrStorageTrialRetired: ['1.2.840.10008.5.1.4.1.1.88.1', 'Text SR Storage - Trial (Retired)'],
  audioSrStorageTrialRetired: ['1.2.840.10008.5.1.4.1.1.88.2', 'Audio SR Storage - Trial (Retired)'],
  detailSrStorageTrialRetired: ['1.2.840.10008.5.1.4.1.1.88.3', 'Detail SR Storage - Trial (Retired)'],
  comprehensiveSrStorageTrialRetired: [
    '1.2.840.10008.5.1.4.1.1.88.4', 'Comprehensive SR Storage - Trial (Retired)',
  ],
  basicTextSr: ['1.2.840.10008.5.1.4.1.1.88.11', 'Basic Text SR Storage'],
  enhancedSr: ['1.2.840.10008.5.1.4.1.1.88.22', 'Enhanced SR Storage'],
  comprehensiveSr: ['1.2.840.10008.5.1.4.1.1.88.33', 'Comprehensive SR Storage'],
  comprehensive3dSr: ['1.2.840.10008.5.1.4.1.1.88.34', 'Comprehensive 3D SR Storage'],
  extensibleSr: ['1.2.840.10008.5.1.4.1.1.88.35', 'Extensible SR Storage'],
  procedureLog: ['1.2.840.10008.5.1.4.1.1.88.40', 'Procedure Log Storage'],
  mammographyCadSr: ['1.2.840.10008.5.1.4.1.1.88.50', 'Mammography CAD SR Storage'],
  keyObjectSelectionDocument: ['1.2.840.10008.5.1.4.1.1.88.59', 'Key Object Selection Document Storage'],
  chestCadSr: ['1.2.840.10008.5.1.4.1.1.88.65', 'Chest CAD SR Storage'],
  xRayRadiationDoseSr: ['1.2.840.10008.5.1.4.1.1.88.67', 'X-Ray Radiation Dose SR Storage'],
  radiopharmaceuticalRadiationDoseSr: [
    '1.2.840.10008.5.1.4.1.1.88.68', 'Radiopharmaceutical Radiation Dose SR Storage',
  ],
  colonCadSr: ['1.2.840.10008.5.1.4.1.1.88.69', 'Colon CAD SR Storage'],
  implantationPlanSr: ['1.2.840.10008.5.1.4.1.1.88.70', 'Implantation Plan SR Storage'],
  acquisitionContextSr: ['1.2.840.10008.5.1.4.1.1.88.71', 'Acquisition Context SR Storage'],
  simplifiedAdultEchoSr: ['1.2.840.10008.5.1.4.1.1.88.72', 'Simplified Adult Echo SR Storage'],
  patientRadiationDoseSr: ['1.2.840.10008.5.1.4.1.1.88.73', 'Patient Radiation Dose SR Storage'],
  plannedImagingAgentAdministrationSr: [
    '1.2.840.10008.5.1.4.1.1.88.74', 'Planned Imaging Agent Administration SR Storage',
  ],
  performedImagingAgentAdministrationSr: [
    '1.2.840.10008.5.1.4.1.1.88.75', 'Performed Imaging Agent Administration SR Storage',
  ],
  enhancedXRayRadiationDoseSr: ['1.2.840.10008.5.1.4.1.1.88.76', 'Enhanced X-Ray Radiation Dose SR Storage'],
  contentAssessmentResults: ['1.2.840.10008.5.1.4.1.1.90.1', 'Content Assessment Results Storage'],
  microscopyBulkSimpleAnnotations: [
    '1.2.840.10008.5.1.4.1.1.91.1', 'Microscopy Bulk Simple Annotations Storage',
  ],
  encapsulatedPdf: ['1.2.840.10008.5.1.4.1.1.104.1', 'Encapsulated PDF Storage'],
  encapsulatedCda: ['1.2.840.10008.5.1.4.1.1.104.2', 'Encapsulated CDA Storage'],
  encapsulatedStl: ['1.2.840.10008.5.1.4.1.1.104.3', 'Encapsulated STL Storage'],
  encapsulatedObj: ['1.2.840.10008.5.1.4.1.1.104.4', 'Encapsulated OBJ Storage'],
  encapsulatedMtl: ['1.2.840.10008.5.1.4.1.1.104.5', 'Encapsulated MTL Storage'],
  positronEmissionTomographyImageStorage: [
    '1.2.840.10008.5.1.4.1.1.128', 'Positron Emission Tomography Image Storage',
  ],
  legacyConvertedEnhancedPetImageStorage: [
    '1.2.840.10008.5.1.4.1.1.128.1', 'Legacy Converted Enhanced PET Image Storage',
  ],
  standalonePetCurveStorageRetired: ['1.2.840.10008.5.1.4.1.1.129', 'Standalone PET Curve Storage (Retired)'],
  enhancedPetImageStorage: ['1.2.840.10008.5.1.4.1.1.130', 'Enhanced PET Image Storage'],
  basicStructuredDisplay: ['1.2.840.10008.5.1.4.1.1.131', 'Basic Structured Display Storage'],
  ctDefinedProcedureProtocol: ['1.2.840.10008.5.1.4.1.1.200.1', 'CT Defined Procedure Protocol Storage'],
  ctPerformedProcedureProtocol: ['1.2.840.10008.5.1.4.1.1.200.2', 'CT Performed Procedure Protocol Storage'],
  protocolApproval: ['1.2.840.10008.5.1.4.1.1.200.3', 'Protocol Approval Storage'],
  xaDefinedProcedureProtocol: ['1.2.840.10008.5.1.4.1.1.200.7', 'XA Defined Procedure Protocol Storage'],
  xaPerformedProcedureProtocol: ['1.2.840.10008.5.1.4.1.1.200.8', 'XA Performed Procedure Protocol Storage'],
  inventory: ['1.2.840.10008.5.1.4.1.1.201.1', 'Inventory Storage'],
  rtImageStorage: ['1.2.840.10008.5.1.4.1.1.481.1', 'RT Image Storage'],
  rtDose: ['1.2.840.10008.5.1.4.1.1.481.2', 'RT Dose Storage'],
  rtStructureSet: ['1.2.840.10008.5.1.4.1.1.481.3', 'RT Structure Set Storage'],
  rtBeamsTreatmentRecord: ['1.2.840.10008.5.1.4.1.1.481.4', 'RT Beams Treatment Record Storage'],
  rtPlan: ['1.2.840.10008.5.1.4.1.1.481.5', 'RT Plan Storage'],
  rtBrachyTreatmentRecord: ['1.2.840.10008.5.1.4.1.1.481.6', 'RT Brachy Treatment Record Storage'],
  rtTreatmentSummaryRecord: ['1.2.840.10008.5.1.4.1.1.481.7', 'RT Treatment Summary Record Storage'],
  rtIonPlan: ['1.2.840.10008.5.1.4.1.1.481.8', 'RT Ion Plan Storage'],
  rtIonBeamsTreatmentRecord: ['1.2.840.10008.5.1.4.1.1.481.9', 'RT Ion Beams Treatment Record Storage'],
  rtPhysicianIntent: ['1.2.840.10008.5.1.4.1.1.481.10', 'RT Physician Intent Storage'],
  rtSegmentAnnotation: ['1.2.840.10008.5.1.4.1.1.481.11', 'RT Segment Annotation Storage'],
  rtRadiationSet: ['1.2.840.10008.5.1.4.1.1.481.12', 'RT Radiation Set Storage'],
  cArmPhotonElectronRadiation: ['1.2.840.10008.5.1.4.1.1.481.13', 'C-Arm Photon-Electron Radiation Storage'],
  tomotherapeuticRadiation: ['1.2.840.10008.5.1.4.1.1.481.14', 'Tomotherapeutic Radiation Storage'],
  roboticArmRadiation: ['1.2.840.10008.5.1.4.1.1.481.15', 'Robotic-Arm Radiation Storage'],
  rtRadiationRecordSet: ['1.2.840.10008.5.1.4.1.1.481.16', 'RT Radiation Record Set Storage'],
  rtRadiationSalvageRecord: ['1.2.840.10008.5.1.4.1.1.481.17', 'RT Radiation Salvage Record Storage'],
  tomotherapeuticRadiationRecord: [
    '1.2.840.10008.5.1.4.1.1.481.18', 'Tomotherapeutic Radiation Record Storage',
  ],
  cArmPhotonElectronRadiationRecord: [
    '1.2.840.10008.5.1.4.1.1.481.19', 'C-Arm Photon-Electron Radiation Record Storage',
  ],
  roboticRadiationRecord: ['1.2.840.10008.5.1.4.1.1.481.20', 'Robotic Radiation Record Storage'],
  rtRadiationSetDeliveryInstruction: [
    '1.2.840.10008.5.1.4.1.1.481.21', 'RT Radiation Set Delivery Instruction Storage',
  ],
  rtTreatmentPreparation: ['1.2.840.10008.5.1.4.1.1.481.22', 'RT Treatment Preparation Storage'],
  enhancedRtImageStorage: ['1.2.840.10008.5.1.4.1.1.481.23', 'Enhanced RT Image Storage'],
  enhancedContinuousRtImageStorage: ['1.2.840.10008.5.1.4.1.1.481.24', 'Enhanced Continuous RT Image Storage'],
  rtPatientPositionAcquisitionInstruction: [
    '1.2.840.10008.5.1.4.1.1.481.25', 'RT Patient Position Acquisition Instruction Storage',
  ],
  dicosCtImageStorage: ['1.2.840.10008.5.1.4.1.1.501.1', 'DICOS CT Image Storage'],
  dicosDigitalXRayImageStorageForPresentation: [
    '1.2.840.10008.5.1.4.1.1.501.2.1', 'DICOS Digital X-Ray Image Storage - For Presentation',
  ],
  dicosDigitalXRayImageStorageForProcessing: [
    '1.2.840.10008.5.1.4.1.1.501.2.2', 'DICOS Digital X-Ray Image Storage - For Processing',
  ],
  dicosThreatDetectionReport: ['1.2.840.10008.5.1.4.1.1.501.3', 'DICOS Threat Detection Report Storage'],
  dicos2dAit: ['1.2.840.10008.5.1.4.1.1.501.4', 'DICOS 2D AIT Storage'],
  dicos3dAit: ['1.2.840.10008.5.1.4.1.1.501.5', 'DICOS 3D AIT Storage'],
  dicosQuadrupoleResonanceQr: ['1.2.840.10008.5.1.4.1.1.501.6', 'DICOS Quadrupole Resonance (QR) Storage'],
  eddyCurrentImageStorage: ['1.2.840.10008.5.1.4.1.1.601.1', 'Eddy Current Image Storage'],
  eddyCurrentMultiFrameImageStorage: [
    '1.2.840.10008.5.1.4.1.1.601.2', 'Eddy Current Multi-frame Image Storage',
  ],
  rtBeamsDeliveryInstruction: ['1.2.840.10008.5.1.4.34.7', 'RT Beams Delivery Instruction Storage'],
  rtBrachyApplicationSetupDeliveryInstruction: [
    '1.2.840.10008.5.1.4.34.10', 'RT Brachy Application Setup Delivery Instruction Storage',
  ],
  hangingProtocol: ['1.2.840.10008.5.1.4.38.1', 'Hanging Protocol Storage'],
  colorPalette: ['1.2.840.10008.5.1.4.39.1', 'Color Palette Storage'],
  genericImplantTemplate: ['1.2.840.10008.5.1.4.43.1', 'Generic Implant Template Storage'],
  implantAssemblyTemplate: ['1.2.840.10008.5.1.4.44.1', 'Implant Assembly Template Storage'],
  implantTemplateGroup: ['1.2.840.10008.5.1.4.45.1', 'Implant Template Group Storage'],
} as const satisfies { readonly [key: string]: readonly [uid: string, name: string] }

export const SopClasses = Object.fromEntries(
  Object.entries(table).map(([key, [uid]]) => [key, parseUid(uid)]),
) as { readonly [K in keyof typeof table]: Uid }

/** The standard's name of a SOP Class. */
export const sopClassNames: ReadonlyMap<string, string> = new Map(Object.values(table))
