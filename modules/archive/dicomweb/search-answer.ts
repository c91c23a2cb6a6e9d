/**
 * One result of a search in the DICOM JSON Model. PS3.18 Tables 10.6.3-3 to 10.6.3-5.
 *
 * @module
 */
import {
  formatTag, Tags, toDicomJson, vrOf, type DataSet, type DicomJson, type JsonName, type Tag,
} from '@filmjacket/dicom-data'
import { addressOf } from '@filmjacket/dicom-web'
import type { Found, FoundInstance, FoundSeries } from '../find.ts'
import type { Searching } from './searching.ts'

/** Of an Instance, read from its header. */
const INSTANCE_TAGS: readonly Tag[] = [
  Tags.Rows, Tags.Columns, Tags.BitsAllocated, Tags.NumberOfFrames, Tags.TimezoneOffsetFromUTC,
]

/** What `includefield=all` adds: attributes that are the same within all of the Study, or the Series. */
const STUDY_EXTRAS: readonly Tag[] = [
  Tags.TimezoneOffsetFromUTC, Tags.OtherPatientIDs, Tags.PatientAge, Tags.PatientSize, Tags.PatientWeight, Tags.EthnicGroup,
  Tags.PatientComments, Tags.InstitutionName, Tags.NameOfPhysiciansReadingStudy, Tags.AdmittingDiagnosesDescription,
  Tags.ProcedureCodeSequence, Tags.PhysiciansOfRecord, Tags.RequestingService,
]
const SERIES_EXTRAS: readonly Tag[] = [
  Tags.SeriesDate, Tags.SeriesTime, Tags.BodyPartExamined, Tags.ProtocolName, Tags.Laterality, Tags.PatientPosition,
  Tags.Manufacturer, Tags.ManufacturerModelName, Tags.StationName, Tags.OperatorsName, Tags.PerformingPhysicianName,
  Tags.InstitutionalDepartmentName, Tags.PerformedProcedureStepStartDate, Tags.PerformedProcedureStepStartTime,
  Tags.RequestAttributesSequence, Tags.FrameOfReferenceUID,
]

export function describeFound(found: Found, { search, base, studyUid, seriesUid }: Searching): DicomJson {
  const { study, series, instance } = found
  const place = {
    study: study.uid, ...(series === null ? {} : { series: series.uid }), ...(instance === null ? {} : { instance: instance.uid }),
  }
  const elements: Values = {
    [Tags.InstanceAvailability]: 'ONLINE',
    [Tags.RetrieveURL]: addressOf(base, place),
    // What the address names already is told all the same: clients join answers of several levels.
    ...(search.level === 'study' || studyUid === undefined ? studyElements(found) : { [Tags.StudyInstanceUID]: study.uid }),
    ...(series === null ? {}
      : search.level === 'series' || seriesUid === undefined ? seriesElements(series) : { [Tags.SeriesInstanceUID]: series.uid }),
    ...(instance === null ? {} : instanceElements(instance)),
  }
  return { ...headerJson(found.header, tagsOf(search)), ...jsonOf(elements) }
}

function studyElements({ patient, study, modalities, counts }: Found): Values {
  return {
    [Tags.StudyDate]: study.date, [Tags.StudyTime]: study.time, [Tags.AccessionNumber]: study.accessionNumber,
    [Tags.ModalitiesInStudy]: modalities ?? [], [Tags.ReferringPhysicianName]: study.referringPhysician,
    [Tags.StudyDescription]: study.description, [Tags.PatientName]: patient.name, [Tags.PatientID]: patient.patientId,
    [Tags.IssuerOfPatientID]: patient.issuer, [Tags.PatientBirthDate]: patient.birthDate, [Tags.PatientSex]: patient.sex,
    [Tags.StudyInstanceUID]: study.uid, [Tags.StudyID]: study.studyId,
    ...(counts === null ? {} : { [Tags.NumberOfStudyRelatedSeries]: counts.series }),
    [Tags.NumberOfStudyRelatedInstances]: study.instances,
  }
}

function seriesElements(series: FoundSeries): Values {
  return {
    [Tags.Modality]: series.modality, [Tags.SeriesDescription]: series.description,
    [Tags.SeriesInstanceUID]: series.uid, [Tags.SeriesNumber]: series.number,
    [Tags.NumberOfSeriesRelatedInstances]: series.instances,
  }
}

function instanceElements(instance: FoundInstance): Values {
  return {
    [Tags.SOPClassUID]: instance.sopClassUid, [Tags.SOPInstanceUID]: instance.uid, [Tags.InstanceNumber]: instance.number,
    [Tags.AvailableTransferSyntaxUID]: instance.transferSyntaxUid,
  }
}

function tagsOf({ level, include }: Searching['search']): readonly Tag[] {
  const own = level === 'instance' ? INSTANCE_TAGS : []
  if (include !== 'all') return [...own, ...include.map(([tag]) => tag)]
  return [...own, ...STUDY_EXTRAS, ...(level === 'study' ? [] : SERIES_EXTRAS)]
}

function headerJson(header: DataSet | null, tags: readonly Tag[]): DicomJson {
  if (header === null || tags.length === 0) return {}
  return toDicomJson(onlyOf(header, new Set(tags)), { bulkDataUri: () => null })
}

function onlyOf(dataSet: DataSet, wanted: ReadonlySet<Tag>): DataSet {
  return new Proxy(dataSet, {
    get: (target, name) => {
      if (name === 'tags') return () => [...target.tags()].filter((tag) => wanted.has(tag))
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? (value.bind(target) as unknown) : value
    },
  })
}

type Values = Readonly<Record<number, string | number | null | readonly string[]>>

function jsonOf(elements: Values): DicomJson {
  return Object.fromEntries(Object.entries(elements).map(([digits, given]) => {
    const [tag, values] = [Number(digits), Array.isArray(given) ? (given as readonly string[]) : [given as string | number | null]]
    const vr = vrOf(tag)
    const there = values.filter((value) => value !== null && value !== '').map((value) => (vr === 'PN' ? nameOf(String(value)) : value))
    return [formatTag(tag).replace(/[(),]/g, ''), there.length === 0 ? { vr } : { vr, Value: there }]
  }))
}

/** PS3.18 §F.2.2: the groups of a name by themselves. */
function nameOf(text: string): JsonName {
  const [alphabetic = '', ideographic = '', phonetic = ''] = text.split('=')
  return {
    ...(alphabetic === '' ? {} : { Alphabetic: alphabetic }),
    ...(ideographic === '' ? {} : { Ideographic: ideographic }),
    ...(phonetic === '' ? {} : { Phonetic: phonetic }),
  }
}
