/**
 * What a device is, from what was said of it; and what of it does not fit together. Pure.
 *
 * @module
 */
import { createPrivateKey, X509Certificate } from 'node:crypto'
import type { Instant } from '../../platform/server/clock.ts'
import type { DeviceChange, NewDevice } from './contract.ts'
import { isCallable, speaksDicomweb, speaksFhir, type Device, type DeviceTls } from './device.ts'

const NO_TLS: DeviceTls = { mode: 'off', authority: null, expectedName: null, certificate: null, key: null }

/** NET-01, NET-04: whatever is left out asks for the least. */
export function newDevice(id: string, given: NewDevice, now: Instant): Device {
  const bare: Device = {
    id, description: given.description, aeTitle: given.aeTitle, host: null, port: null, roles: [], isDefault: false,
    characterSet: '', decompress: false, queryModel: 'study-root', retrieveBy: 'move', worklistModality: null,
    worklistAeTitle: null, worklistModel: 'worklist', worklistLevel: 'study', dicomwebUrl: null, dicomwebAuthorization: null,
    patientsMayDownload: false, givesPriors: false, mayCall: true, callerProof: 'none', callerName: null,
    mayQuery: given.roles?.includes('query') ?? false, worklistAccess: 'none', hearsAvailability: false, asksCommitment: false, isWatched: false, quietHours: null, slowMinutes: null, isQuiet: false, tls: NO_TLS,
    lastContactAt: null, lastAddress: null, lastRefusal: null, createdAt: now,
  }
  return changed(bare, given)
}

/** What is left out stays. */
export function changed(device: Device, { tls, ...change }: DeviceChange): Device {
  return { ...device, ...change, tls: tls === undefined ? device.tls : { ...device.tls, ...tls } }
}

/** Fields that are missing, or that do not fit the others; `tls.key` is a field of `tls`. */
export function flawsOf(device: Device): readonly string[] {
  const { host, port, roles, dicomwebUrl, isWatched, patientsMayDownload, givesPriors, callerName, callerProof } = device
  const isFhir = speaksFhir(device)
  const isByDimse = roles.some((role) => (role === 'worklist' ? !isFhir : !roles.includes('dicomweb')))
  const found: readonly (string | false)[] = [
    host === null && (port !== null || isByDimse) && 'host',
    port === null && (host !== null || isByDimse) && 'port',
    (isFhir || roles.includes('dicomweb')) && dicomwebUrl === null && 'dicomwebUrl',
    // One address cannot be that of both.
    isFhir && roles.includes('dicomweb') && 'worklistModel',
    isWatched && !isCallable(device) && 'isWatched',
    patientsMayDownload && !roles.includes('query') && 'patientsMayDownload',
    givesPriors && !roles.includes('query') && 'givesPriors',
    device.hearsAvailability && host === null && 'hearsAvailability',
    device.asksCommitment && (host === null || !roles.includes('store') || roles.includes('dicomweb')) && 'asksCommitment',
    callerName !== null && callerProof !== 'certificate' && 'callerName',
    (isFhir || speaksDicomweb(device)) && dicomwebUrl !== null && !URL.canParse(dicomwebUrl) && 'dicomwebUrl',
    ...flawsOfTls(device.tls),
  ]
  return [...new Set(found.filter((field) => field !== false))]
}

function flawsOfTls({ mode, authority, certificate, key }: DeviceTls): readonly (string | false)[] {
  const shown = certificate === null ? null : parsed(() => new X509Certificate(certificate))
  const secret = key === null ? null : parsed(() => createPrivateKey(key))
  const isMutual = mode === 'mutual'
  return [
    authority !== null && parsed(() => new X509Certificate(authority)) === null && 'tls.authority',
    shown === null && (isMutual || certificate !== null) && 'tls.certificate',
    secret === null && (isMutual || key !== null) && 'tls.key',
    shown !== null && secret !== null && !shown.checkPrivateKey(secret) && 'tls.key',
  ]
}

function parsed<T>(parse: () => T): T | null {
  try {
    return parse()
  } catch {
    return null
  }
}

/** Names of the fields in which two differ; what a device does by itself does not count. */
export function differences(before: Device, after: Device): readonly string[] {
  const fields = Object.keys(after) as (keyof Device)[]
  return fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
}
