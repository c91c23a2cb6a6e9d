/**
 * What of FHIR R4 resources is looked at, and what it is in our words. An answer may lack anything, and hold anything.
 *
 * @module
 */
import type { WorklistEntry } from '../contract.ts'

export type Bundle = object
type Json = Readonly<Record<string, unknown>>

/** Codes of modalities are those of DICOM. PS3.16 CID 29. */
const DCM = /^(http:\/\/dicom\.nema\.org\/resources\/ontology\/DCM|urn:oid:1\.2\.840\.10008\.2\.16\.4)$/
const UID_SYSTEM = 'urn:dicom:uid'
const SEXES: Readonly<Record<string, string>> = { male: 'M', female: 'F', other: 'O' }

/** Of each ServiceRequest in a Bundle, with its Patient where that is in there too. */
export function requestsIn(bundle: Bundle): readonly WorklistEntry[] {
  const entries = list(json(bundle)['entry']).map(json)
  const resources = entries.map((entry) => json(entry['resource']))
  const patients = new Map<string, Json>()
  for (const [at, resource] of resources.entries()) {
    if (resource['resourceType'] !== 'Patient') continue
    patients.set(`Patient/${text(resource['id'])}`, resource)
    patients.set(text(entries[at]?.['fullUrl']), resource)
  }
  return resources.filter(({ resourceType }) => resourceType === 'ServiceRequest').map((request) => entryOf(request, patientOf(request, patients)))
}

/** Where the next page is; null: this was the last. */
export function nextOf(bundle: Bundle): string | null {
  const next = list(json(bundle)['link']).map(json).find(({ relation }) => relation === 'next')
  return next === undefined ? null : text(next['url']) || null
}

function patientOf(request: Json, patients: ReadonlyMap<string, Json>): Json {
  const reference = text(json(request['subject'])['reference'])
  if (reference.startsWith('#')) return list(request['contained']).map(json).find(({ id }) => `#${text(id)}` === reference) ?? {}
  const [, relative] = /(Patient\/[^/]+)(?:\/_history\/.*)?$/.exec(reference) ?? []
  return patients.get(reference) ?? patients.get(relative ?? '') ?? {}
}

function entryOf(request: Json, patient: Json): WorklistEntry {
  const identifier = identifierOf(patient)
  const occurs = text(request['occurrenceDateTime']) || text(json(request['occurrencePeriod'])['start'])
  const procedure = wordsOf(json(request['code']))
  return {
    patientId: text(identifier['value']), issuer: text(json(identifier['assigner'])['display']),
    patientName: nameOf(patient) || pnOf(text(json(request['subject'])['display'])), birthDate: dateOf(text(patient['birthDate'])),
    sex: SEXES[text(patient['gender'])] ?? '', accessionNumber: accessionOf(request), referringPhysician: pnOf(text(json(request['requester'])['display'])),
    studyUid: studyUidOf(request), requestedProcedureId: text(request['id']), requestedProcedureDescription: procedure,
    stepId: '', stepDescription: '', date: dateOf(occurs), time: timeOf(occurs), modality: modalityOf(request), stationAeTitle: '',
  }
}

/** The medical record number, where one is named so; else the first. */
function identifierOf(patient: Json): Json {
  const identifiers = list(patient['identifier']).map(json)
  return identifiers.find((each) => hasType(each, 'MR')) ?? identifiers[0] ?? {}
}

function accessionOf(request: Json): string {
  const identifiers = list(request['identifier']).map(json)
  return text(identifiers.find((each) => hasType(each, 'ACSN'))?.['value']) || text(json(request['requisition'])['value'])
}

function studyUidOf(request: Json): string {
  const uid = list(request['identifier']).map(json).find(({ system }) => system === UID_SYSTEM)
  return text(uid?.['value']).replace(/^urn:oid:/, '')
}

function hasType(identifier: Json, code: string): boolean {
  return list(json(identifier['type'])['coding']).some((each) => json(each)['code'] === code)
}

/** A modality stands with the category, the details or the procedure itself. */
function modalityOf(request: Json): string {
  const concepts = [...list(request['category']), ...list(request['orderDetail']), request['code']].map(json)
  const codings = concepts.flatMap((concept) => list(concept['coding'])).map(json)
  return text(codings.find(({ system, code }) => DCM.test(text(system)) && /^[A-Z0-9]{1,16}$/.test(text(code)))?.['code'])
}

function wordsOf(concept: Json): string {
  const coding = json(list(concept['coding'])[0])
  return text(concept['text']) || text(coding['display']) || text(coding['code'])
}

/** The official one, where there is one. */
function nameOf(patient: Json): string {
  const names = list(patient['name']).map(json)
  const name = names.find(({ use }) => use === 'official') ?? names[0] ?? {}
  const [given = '', ...middle] = list(name['given']).map(text)
  const parts = [text(name['family']), given, middle.join(' ')].map((part) => part.replace(/[\^=\\]/g, ' '))
  return parts.join('^').replace(/\^+$/, '') || pnOf(text(name['text']))
}

/** Of a name in one piece nobody knows which part is the family's. */
function pnOf(name: string): string {
  return name.replace(/[\^=\\]/g, ' ')
}

/** As the clock on the wall has it, whatever the zone. */
function dateOf(iso: string): string {
  return /^\d{4}-\d\d-\d\d/.test(iso) ? iso.slice(0, 10).replaceAll('-', '') : ''
}

function timeOf(iso: string): string {
  const [, hour, minute] = /T(\d\d):(\d\d)/.exec(iso) ?? []
  return hour === undefined || minute === undefined ? '' : `${hour}${minute}`
}

const LONGEST = 400

/** PostgreSQL and browsers take any text but control characters and halves of surrogate pairs. */
function text(value: unknown): string {
  return typeof value === 'string' ? value.replace(/\p{Cc}+/gu, ' ').toWellFormed().trim().slice(0, LONGEST) : ''
}

function json(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {}
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
