import { IMPLEMENTATION_CLASS_UID, IMPLEMENTATION_VERSION_NAME } from '@filmjacket/dicom-data'

/** How we name ourselves to peers: as in the files that we write. PS3.7 §D.3.3.2. */
export const implementation = {
  implementationClassUid: IMPLEMENTATION_CLASS_UID,
  implementationVersionName: IMPLEMENTATION_VERSION_NAME,
} as const
