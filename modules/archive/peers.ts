/**
 * What the archive asks about those who call it, and about those it is to send to. The register of devices answers.
 *
 * @module
 */
import type { RequestorOptions } from '@filmjacket/dicom-net'

export interface Peers {
  /** What this caller may find and fetch; null: nothing. */
  rightsOf(callingAe: string): Promise<PeerRights | null>
  /** Where an AE title is to be reached; null where nobody has said. */
  destination(aeTitle: string): Promise<Destination | null>
}

export interface PeerRights {
  /** Ids of the only Studies that it may see; without it, all. */
  readonly within?: readonly string[]
  /** Specific Character Set of answers to queries that name none; null: UTF-8, where it is needed. */
  readonly characterSet: string | null
}

export interface Destination {
  readonly address: Pick<RequestorOptions, 'host' | 'port' | 'calledAe' | 'tls'>
  /** Nothing compressed is sent there. */
  readonly decompress: boolean
}

/** Until somebody says otherwise. */
export const nobody: Peers = {
  rightsOf: () => Promise.resolve(null),
  destination: () => Promise.resolve(null),
}
