/**
 * What crosses the border of the archive, besides DICOM and DICOMweb.
 *
 * @module
 */
export * from './upload/contract.ts'
export * from './quarantine/contract.ts'
export * from './correction/contract.ts'
export * from './retention/contract.ts'
export * from './scrub/contract.ts'
export * from './changes/contract.ts'
export * from './labels/contract.ts'
