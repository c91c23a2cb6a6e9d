export type { BulkDataUri, BulkPlace } from './bulk-reference.ts'
export type { Changes } from './changes.ts'
export { CharacterSetError, characterSetOf, type CharacterSet } from './character-set.ts'
export type { DataSet } from './data-set.ts'
export {
  dateRange, dateTimeRange, isDate, isDateTime, isTime, parseDate, parseDateTime, parseOffset, parseTime, timeRange,
  type Interval,
} from './date-time.ts'
export { DicomError, LimitError } from './dicom-error.ts'
export {
  fromDicomJson, toDicomJson, type DicomJson, type FromJsonOptions, type JsonElement, type JsonName, type JsonOptions, type JsonValue,
} from './dicom-json.ts'
export { entryOf, keywordOf, Tags, vrOf, type DictionaryEntry } from './dictionary.ts'
export type { Element, ElementMap, Value } from './element-map.ts'
export { UNDEFINED_LENGTH } from './element-header.ts'
export { encodeDataSet, encodeElementHeader, encodeItemHeader, type EncodeOptions } from './encode.ts'
export {
  encodeFileMeta, IMPLEMENTATION_CLASS_UID, IMPLEMENTATION_VERSION_NAME, type FileMeta,
} from './file-meta.ts'
export type { Fragment } from './fragments.ts'
export { readPart10Head, type BulkStart, type Part10Head } from './head.ts'
export { defaultLimits, type Limits } from './limits.ts'
export { matches, type MatchOptions } from './match.ts'
export { folded } from './name-match.ts'
export { toNativeXml, type XmlOptions } from './native-xml.ts'
export { readPart10, scanPart10, type Part10File } from './part10.ts'
export { parsePersonName, type NameGroup, type PersonName } from './person-name.ts'
export { readDataSet } from './read-data-set.ts'
export { scanDataSet } from './scan-data-set.ts'
export type { Omission } from './omission.ts'
export type { Bulk, Scan, Scanner } from './scan.ts'
export { SopClasses } from './sop-classes.ts'
export type { Span, Spans } from './span.ts'
export { formatTag, groupOf, isPrivate, type Tag } from './tag.ts'
export { TransferSyntaxes, transferSyntaxOf, type TransferSyntax } from './transfer-syntax.ts'
export { nameOfUid } from './uid-names.ts'
export { isUid, newUid, parseUid, UidError, type Uid } from './uid.ts'
export { deriveFile, viewOf, type StoredObject, type Viewed } from './view.ts'
export { isVr, type Vr } from './vr.ts'
