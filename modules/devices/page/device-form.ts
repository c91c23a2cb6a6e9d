/** What an administrator types about a device, beside what the contract wants of it. Pure. */
import type { CallerProof, CharacterSet, DeviceChange, DeviceRole, DeviceView, NewDevice, TlsChange, TlsMode } from '../contract.ts'
import { isAeTitle } from './ae-title.ts'
import { holdsCertificate, holdsKey } from './pem.ts'

/** Whose name a device's certificate must bear. */
export type NameRule = 'host' | 'other' | 'any'

/** As fields of a form: text where the contract has null for nothing. */
export interface DeviceValues {
  readonly description: string
  readonly aeTitle: string
  readonly host: string
  readonly port: string
  readonly roles: DeviceRole[]
  readonly isDefault: boolean
  readonly characterSet: CharacterSet
  readonly decompress: boolean
  readonly queryModel: DeviceView['queryModel']
  readonly retrieveBy: DeviceView['retrieveBy']
  readonly worklistModality: string
  readonly worklistAeTitle: string
  readonly worklistModel: DeviceView['worklistModel']
  readonly worklistLevel: DeviceView['worklistLevel']
  readonly dicomwebUrl: string
  /** Empty: what is there stays. */
  readonly dicomwebAuthorization: string
  readonly forgetsAuthorization: boolean
  readonly patientsMayDownload: boolean
  readonly givesPriors: boolean
  readonly mayCall: boolean
  readonly callerProof: CallerProof
  readonly callerName: string
  readonly mayQuery: boolean
  readonly worklistAccess: DeviceView['worklistAccess']
  readonly hearsAvailability: boolean
  readonly asksCommitment: boolean
  readonly isWatched: boolean
  readonly quietHours: string
  readonly slowMinutes: string
  readonly tlsMode: TlsMode
  readonly tlsAuthority: string
  readonly tlsNameRule: NameRule
  readonly tlsName: string
  readonly tlsCertificate: string
  /** Empty: the one that is there stays. */
  readonly tlsKey: string
}

/** What is told to the server and never comes back. */
export const NO_SECRETS = { tlsKey: '', dicomwebAuthorization: '', forgetsAuthorization: false } as const

const NEW: DeviceValues = {
  ...NO_SECRETS,
  description: '', aeTitle: '', host: '', port: '', roles: [], isDefault: false, characterSet: '', decompress: false,
  queryModel: 'study-root', retrieveBy: 'move', worklistModality: '', worklistAeTitle: '', worklistModel: 'worklist', worklistLevel: 'study',
  dicomwebUrl: '', patientsMayDownload: false, givesPriors: false, mayCall: true, callerProof: 'none', callerName: '', mayQuery: false,
  worklistAccess: 'none', hearsAvailability: false, asksCommitment: false,
  isWatched: false, quietHours: '', slowMinutes: '',
  tlsMode: 'off', tlsAuthority: '', tlsNameRule: 'host', tlsName: '', tlsCertificate: '',
}

export function valuesOf(device: DeviceView | null): DeviceValues {
  if (device === null) return { ...NEW, roles: [] }
  const { description, aeTitle, isDefault, characterSet, decompress, queryModel, retrieveBy, tls } = device
  const { worklistModel, worklistLevel, patientsMayDownload, givesPriors, mayCall, callerProof, mayQuery, isWatched, worklistAccess, hearsAvailability, asksCommitment } = device
  return {
    description, aeTitle, isDefault, characterSet, decompress, queryModel, retrieveBy, worklistModel, worklistLevel,
    patientsMayDownload, givesPriors, mayCall, callerProof, callerName: device.callerName ?? '', mayQuery, worklistAccess, hearsAvailability, asksCommitment,
    isWatched, quietHours: wordOf(device.quietHours), slowMinutes: wordOf(device.slowMinutes),
    host: device.host ?? '', port: wordOf(device.port), roles: [...device.roles],
    worklistModality: device.worklistModality ?? '', worklistAeTitle: device.worklistAeTitle ?? '', dicomwebUrl: device.dicomwebUrl ?? '',
    tlsMode: tls.mode, tlsAuthority: tls.authority ?? '', tlsCertificate: tls.certificate ?? '', ...NO_SECRETS,
    tlsNameRule: tls.expectedName === null ? 'host' : tls.expectedName === '' ? 'any' : 'other', tlsName: tls.expectedName ?? '',
  }
}

function wordOf(number: number | null): string {
  return number === null ? '' : String(number)
}

/** What is said of a device that has no such role would only be wrong later: it is left at nothing. */
export function deviceOf(values: DeviceValues): NewDevice {
  const { roles, isDefault, characterSet, decompress, queryModel, retrieveBy, worklistLevel } = values
  const worklistModel = values.worklistModel === 'fhir' && !speaksFhir(values) ? 'worklist' : values.worklistModel
  const { mayCall, callerProof, mayQuery, worklistAccess } = values
  return {
    roles, isDefault, characterSet, decompress, queryModel, retrieveBy, worklistModel, worklistLevel, mayCall, callerProof, mayQuery, worklistAccess,
    hearsAvailability: values.hearsAvailability && values.host.trim() !== '',
    asksCommitment: values.asksCommitment && mayBeAsked(values),
    callerName: callerProof === 'certificate' ? orNull(values.callerName) : null,
    quietHours: numberOrNull(values.quietHours), slowMinutes: numberOrNull(values.slowMinutes),
    givesPriors: values.givesPriors && roles.includes('query'),
    description: values.description.trim(), aeTitle: values.aeTitle.trim(),
    host: orNull(values.host), port: numberOrNull(values.port),
    worklistModality: orNull(values.worklistModality.toUpperCase()), worklistAeTitle: orNull(values.worklistAeTitle),
    dicomwebUrl: orNull(values.dicomwebUrl),
    ...authorizationOf(values),
    patientsMayDownload: values.patientsMayDownload && roles.includes('query'),
    isWatched: values.isWatched && isCallable(values),
    tls: tlsOf(values),
  }
}

function authorizationOf({ dicomwebAuthorization, forgetsAuthorization }: DeviceValues): Pick<NewDevice, 'dicomwebAuthorization'> {
  if (forgetsAuthorization) return { dicomwebAuthorization: null }
  return dicomwebAuthorization.trim() === '' ? {} : { dicomwebAuthorization: dicomwebAuthorization.trim() }
}

function tlsOf({ tlsMode: mode, tlsAuthority, tlsNameRule, tlsName, tlsCertificate, tlsKey }: DeviceValues): TlsChange {
  const expectedName = { host: null, any: '', other: tlsName.trim() }[tlsNameRule]
  return {
    mode, authority: orNull(tlsAuthority), expectedName, certificate: orNull(tlsCertificate),
    ...(tlsKey.trim() !== '' && { key: tlsKey.trim() }),
  }
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}

function numberOrNull(text: string): number | null {
  return text.trim() === '' ? null : Number(text)
}

/** Only what differs, so that two administrators do not undo each other's work. Null: nothing does. */
export function changeOf(device: DeviceView, values: DeviceValues): DeviceChange | null {
  const { tls, ...said } = deviceOf(values)
  const before: Readonly<Record<string, unknown>> = device
  const differing = Object.entries(said).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name]))
  const { mode, authority, expectedName, certificate } = device.tls
  const tlsBefore = { mode, authority, expectedName, certificate }
  const isTlsNew = tls !== undefined && (tls.key !== undefined || JSON.stringify(tls) !== JSON.stringify(tlsBefore))
  if (differing.length === 0 && !isTlsNew) return null
  return { ...Object.fromEntries(differing), ...(isTlsNew && { tls }) }
}

export function isCallable({ host, dicomwebUrl }: Pick<DeviceValues, 'host' | 'dicomwebUrl'>): boolean {
  return host.trim() !== '' || dicomwebUrl.trim() !== ''
}

/** DICOMweb has no Storage Commitment by which a device could be asked. */
export function mayBeAsked({ roles, host }: Pick<DeviceValues, 'roles' | 'host'>): boolean {
  return roles.includes('store') && !roles.includes('dicomweb') && host.trim() !== ''
}

/** What is wrong with a field; the page has a sentence for each. */
export type Flaw =
  | 'descriptionMissing' | 'aeTitleBad' | 'hostMissing' | 'hostBad' | 'portMissing' | 'portBad' | 'modalityBad' | 'urlMissing' | 'urlBad'
  | 'authorizationBad' | 'hoursBad' | 'minutesBad' | 'nameMissing' | 'certificateMissing' | 'certificateBad' | 'keyMissing' | 'keyBad'

export type Flaws = { readonly [Field in keyof DeviceValues]?: Flaw }

/** @param hasKey - a private key of ours is kept for this device already. */
export function flawsOf(values: DeviceValues, hasKey: boolean): Flaws {
  const found: Record<string, Flaw | null> = {
    description: values.description.trim() === '' ? 'descriptionMissing' : null,
    aeTitle: isAeTitle(values.aeTitle.trim()) ? null : 'aeTitleBad',
    quietHours: isUpTo(values.quietHours, 8_760) ? null : 'hoursBad',
    slowMinutes: isUpTo(values.slowMinutes, 1_440) ? null : 'minutesBad',
    ...flawsOfAddress(values), ...flawsOfRoles(values), ...flawsOfTls(values, hasKey),
  }
  return Object.fromEntries(Object.entries(found).filter(([, flaw]) => flaw !== null))
}

function isUpTo(text: string, most: number): boolean {
  const typed = text.trim()
  return typed === '' || (/^\d{1,4}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= most)
}

/** Its worklist is asked for over HTTP; one address cannot be that of DICOMweb too. */
export function speaksFhir({ roles, worklistModel }: Pick<DeviceValues, 'roles' | 'worklistModel'>): boolean {
  return roles.includes('worklist') && worklistModel === 'fhir' && !roles.includes('dicomweb')
}

/** By DIMSE a device is called at its host and port; by DICOMweb and by FHIR alone at its address. */
export function needsAddress(values: Pick<DeviceValues, 'roles' | 'worklistModel'>): boolean {
  const { roles } = values
  return roles.some((role) => (role === 'worklist' ? !speaksFhir(values) : !roles.includes('dicomweb')))
}

const HOST = /^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$|^[0-9A-Fa-f:.]+$/

function flawsOfAddress(values: DeviceValues): Record<string, Flaw | null> {
  const [host, port] = [values.host.trim(), values.port.trim()]
  const isWanted = needsAddress(values)
  const isPort = /^\d{1,5}$/.test(port) && Number(port) >= 1 && Number(port) <= 65_535
  return {
    host: host === '' ? (isWanted || port !== '' ? 'hostMissing' : null) : HOST.test(host) ? null : 'hostBad',
    port: port === '' ? (isWanted || host !== '' ? 'portMissing' : null) : isPort ? null : 'portBad',
  }
}

const URL_SHAPE = /^https?:\/\/[^\s/?#@]+(\/[^\s?#]*)?$/

function flawsOfRoles(values: DeviceValues): Record<string, Flaw | null> {
  const { roles, dicomwebUrl, dicomwebAuthorization, worklistModality, worklistAeTitle } = values
  const url = dicomwebUrl.trim()
  const isUrl = URL_SHAPE.test(url) && URL.canParse(url)
  return {
    dicomwebUrl: url === '' ? (roles.includes('dicomweb') || speaksFhir(values) ? 'urlMissing' : null) : isUrl ? null : 'urlBad',
    dicomwebAuthorization: /^([!-~]+( [!-~]+)*)?$/.test(dicomwebAuthorization.trim()) ? null : 'authorizationBad',
    worklistModality: /^[A-Z0-9_ ]*$/.test(worklistModality.toUpperCase().trim()) ? null : 'modalityBad',
    worklistAeTitle: worklistAeTitle.trim() === '' || isAeTitle(worklistAeTitle.trim()) ? null : 'aeTitleBad',
  }
}

function flawsOfTls(values: DeviceValues, hasKey: boolean): Record<string, Flaw | null> {
  const { tlsMode, tlsAuthority, tlsNameRule, tlsName, tlsCertificate, tlsKey } = values
  const isMutual = tlsMode === 'mutual'
  const flaw = (text: string, isGood: (text: string) => boolean, bad: Flaw) => (text.trim() === '' || isGood(text) ? null : bad)
  return {
    tlsAuthority: flaw(tlsAuthority, holdsCertificate, 'certificateBad'),
    tlsName: tlsMode !== 'off' && tlsNameRule === 'other' && tlsName.trim() === '' ? 'nameMissing' : null,
    tlsCertificate: isMutual && tlsCertificate.trim() === '' ? 'certificateMissing' : flaw(tlsCertificate, holdsCertificate, 'certificateBad'),
    tlsKey: isMutual && tlsKey.trim() === '' && !hasKey ? 'keyMissing' : flaw(tlsKey, holdsKey, 'keyBad'),
  }
}
