/**
 * Studies as one file: a DICOM file-set (PS3.10 §8) in a ZIP or on an ISO 9660 volume. MED-01, MED-02.
 *
 * @module
 */
import type { ExtentList } from '@filmjacket/bytes'
import { layOutFileSet, layOutIso, layOutZip, type MediaTime } from '@filmjacket/dicom-media'
import { fileOf, headerOf, type StoredInstance } from '../archive/index.ts'
import type { Instant } from '../../platform/server/clock.ts'
import type { Format } from './contract.ts'

/** File-set ID and volume label: a disc must not tell whose it is from the outside. */
const LABEL = 'FILMJACKET'

/** Pure: the same instances and time give the same bytes. No blob is opened. */
export function layOut(instances: readonly StoredInstance[], format: Format, madeAt: Instant): ExtentList {
  const files = layOutFileSet(instances.map((instance) => ({
    dataSet: headerOf(instance),
    sopClassUid: instance.sopClassUid,
    sopInstanceUid: instance.instanceUid,
    transferSyntaxUid: instance.transferSyntaxUid,
    content: fileOf(instance),
  })), { fileSetId: LABEL })
  const modified = mediaTime(madeAt)
  switch (format) {
    case 'zip': return layOutZip(files, modified)
    case 'iso': return layOutIso(files, { volumeId: LABEL, modified })
  }
}

/** UTC: a medium has no zone to say. */
function mediaTime(instant: Instant): MediaTime {
  const [date = '', time = ''] = new Date(instant).toISOString().split('T')
  return { date: date.replaceAll('-', ''), time: time.slice(0, 8).replaceAll(':', '') }
}
