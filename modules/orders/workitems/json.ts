/** Workitems as they are kept, in the DICOM JSON Model, and as they are read. PS3.18 Annex F. */
import {
  encodeDataSet, formatTag, fromDicomJson, readDataSet, TransferSyntaxes, vrOf, type DataSet, type DicomJson, type ElementMap, type JsonElement,
  type JsonValue, type Tag,
} from '@filmjacket/dicom-data'

const SYNTAX = TransferSyntaxes.explicitVrLittleEndian

/** As the model names a tag. */
export function digitsOf(tag: Tag): string {
  return formatTag(tag).replace(/[(),]/g, '')
}

/** @throws DicomError or RangeError where it cannot be written. */
export function dataSetOf(elements: ElementMap): DataSet {
  return readDataSet(encodeDataSet(elements, SYNTAX), SYNTAX)
}

export function dataSetIn(json: DicomJson): DataSet {
  return dataSetOf(fromDicomJson(json))
}

/** Elements of one value, or items, each by its tag. */
export function jsonOf(values: Readonly<Record<number, JsonValue>>): DicomJson {
  return Object.fromEntries(Object.entries(values).map(([tag, value]): [string, JsonElement] =>
    [digitsOf(Number(tag)), { vr: vrOf(Number(tag)), Value: [value] }]))
}

export function hasValue(dataSet: DataSet, tag: Tag): boolean {
  return dataSet.items(tag).length > 0 || dataSet.texts(tag).some((text) => text !== '')
}
