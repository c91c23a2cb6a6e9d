/**
 * A device as the rules see it, and how it is called.
 *
 * @module
 */
import type { RequestorOptions, TlsRequestorOptions } from '@filmjacket/dicom-net'
import type { Instant } from '../../platform/server/clock.ts'
import type { CallerProof, CharacterSet, DeviceRole, Refusal, TlsMode, WorklistAccess, WorklistLevel, WorklistModel } from './contract.ts'

export interface DeviceTls {
  readonly mode: TlsMode
  /** PEM, as the next but one. */
  readonly authority: string | null
  /** Null: the host; empty: any. */
  readonly expectedName: string | null
  readonly certificate: string | null
  /** PEM. Leaves this process only as a proof of itself. */
  readonly key: string | null
}

export interface LastRefusal {
  readonly refusedAt: Instant
  readonly address: string
  readonly why: Refusal
  /** In its certificate, or as it called itself. */
  readonly name: string | null
}

export interface Device {
  readonly id: string
  readonly description: string
  readonly aeTitle: string
  readonly host: string | null
  readonly port: number | null
  readonly roles: readonly DeviceRole[]
  readonly isDefault: boolean
  readonly characterSet: CharacterSet
  readonly decompress: boolean
  readonly queryModel: 'study-root' | 'patient-root'
  readonly retrieveBy: 'move' | 'get'
  readonly worklistModality: string | null
  readonly worklistAeTitle: string | null
  readonly worklistModel: WorklistModel
  readonly worklistLevel: WorklistLevel
  readonly dicomwebUrl: string | null
  /** Authorization header. Told to the device alone. */
  readonly dicomwebAuthorization: string | null
  readonly patientsMayDownload: boolean
  readonly givesPriors: boolean
  readonly mayCall: boolean
  readonly callerProof: CallerProof
  readonly callerName: string | null
  readonly mayQuery: boolean
  readonly worklistAccess: WorklistAccess
  readonly hearsAvailability: boolean
  readonly asksCommitment: boolean
  readonly isWatched: boolean
  readonly quietHours: number | null
  readonly slowMinutes: number | null
  /** It has not called for `quietHours`, as far as was last looked. */
  readonly isQuiet: boolean
  readonly tls: DeviceTls
  readonly lastContactAt: Instant | null
  readonly lastAddress: string | null
  readonly lastRefusal: LastRefusal | null
  readonly createdAt: Instant
}

export type Address = Pick<RequestorOptions, 'host' | 'port' | 'calledAe' | 'tls'>

/** Where and how a device is called by DIMSE; null where nobody has said. */
export function addressOf({ host, port, aeTitle, tls }: Device): Address | null {
  if (host === null || port === null) return null
  return { host, port, calledAe: aeTitle, ...(tls.mode !== 'off' && { tls: tlsOf(tls) }) }
}

function tlsOf({ mode, authority, expectedName, certificate, key }: DeviceTls): TlsRequestorOptions {
  return {
    ...(authority !== null && { ca: authority }),
    ...(expectedName !== null && { expectedName: expectedName === '' ? null : expectedName }),
    ...(mode === 'mutual' && certificate !== null && key !== null && { cert: certificate, key }),
  }
}

/** Whether it does this for us, by DIMSE or by DICOMweb. */
export function has(device: Device, role: DeviceRole): boolean {
  return device.roles.includes(role) && isCallable(device)
}

export function isCallable({ host, dicomwebUrl }: Device): boolean {
  return host !== null || dicomwebUrl !== null
}

/** Its worklist is asked for over HTTP. */
export function speaksFhir({ roles, worklistModel }: Pick<Device, 'roles' | 'worklistModel'>): boolean {
  return roles.includes('worklist') && worklistModel === 'fhir'
}

export function speaksDicomweb({ roles, dicomwebUrl }: Device): boolean {
  return roles.includes('dicomweb') && dicomwebUrl !== null
}
