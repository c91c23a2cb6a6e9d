/**
 * Where devices reach us: the plain door, and beside it the one with TLS, where the start was given a certificate
 * (NET-24). Both lead to the same services; who may come in by which, the register of devices says.
 *
 * @module
 */
import {
  serveDicom, type Admission, type AssociationOffer, type AssociationSummary, type DicomServer, type Peer, type TlsAcceptorOptions,
} from '@filmjacket/dicom-net'
import { ASSOCIATIONS, IDLE_SECONDS, PDU_BYTES, REQUEST_SECONDS, type CallingPeer } from '../modules/devices/index.ts'
import { SECOND_MS } from '../platform/server/clock.ts'
import type { TlsFiles } from '../platform/server/config/config.ts'
import { followTlsFiles, readTlsFiles, type TlsPems } from '../platform/server/config/dicom-tls.ts'
import { faultOf } from '../platform/server/log.ts'
import type { Product } from './product.ts'
import { cannotListen } from './start-error.ts'

export interface DicomDoors {
  readonly port: number
  /** Null where there is none. */
  readonly tlsPort: number | null
  /** Takes certificates that were changed now, not when the files are next looked at. */
  reloadTls(): Promise<void>
  close(): Promise<void>
}

/** What is offered to devices that ask for it. PS3.4 §C.5. */
export const QUERY_OPTIONS = { relational: true, combinedDateTime: true, fuzzyNames: true }

export async function openDicomDoors(product: Product, host: string): Promise<DicomDoors> {
  const { config: { dicomPort, dicomTls } } = product
  const plain = await listen(product, host, dicomPort, null)
  try {
    const secure = dicomTls === null ? null : await openTlsDoor(product, host, dicomTls)
    return {
      port: plain.port,
      tlsPort: secure?.port ?? null,
      reloadTls: async () => secure?.reload(),
      close: async () => {
        await Promise.all([plain.close(), secure?.close()])
      },
    }
  } catch (error) {
    await plain.close()
    throw error
  }
}

interface TlsDoor {
  readonly port: number
  reload(): Promise<void>
  close(): Promise<void>
}

async function openTlsDoor(product: Product, host: string, { port, files }: { readonly port: number; readonly files: TlsFiles }): Promise<TlsDoor> {
  const { log } = product
  const read = await readTlsFiles(files)
  const door = await listen(product, host, port, tlsOf(read))
  const following = followTlsFiles(files, read, {
    changed(pems) {
      door.reloadTls(tlsOf(pems))
      log.info({ tlsPort: door.port }, 'DICOM certificates reloaded')
    },
    // What was there before goes on: a file that is half written is read again.
    failed: (error) => log.error(faultOf(error), 'DICOM certificates not reloaded'),
  })
  return {
    port: door.port,
    async reload() {
      await following.look()
      log.info({ tlsPort: door.port }, 'DICOM certificates read again, as asked')
    },
    async close() {
      following.stop()
      await door.close()
    },
  }
}

/** A certificate is asked for; whether it must be shown differs by device (PS3.15 §B.12). */
function tlsOf({ certificate, key, authority }: TlsPems): TlsAcceptorOptions {
  return { cert: certificate, key, ...(authority !== null && { ca: authority }), clientCertificate: authority === null ? 'none' : 'wanted' }
}

async function listen(product: Product, host: string, port: number, tls: TlsAcceptorOptions | null): Promise<DicomServer> {
  const { archive, devices, remote, orders, settings, log } = product
  const opening = serveDicom({
    host, port, ...(tls !== null && { tls }), ...archive.services, ...orders.services, queryOptions: QUERY_OPTIONS,
    committed: ({ callingAe }, report) => remote.committed(callingAe, report),
    get artimMs() {
      return settings.value(REQUEST_SECONDS) * SECOND_MS
    },
    get idleMs() {
      return settings.value(IDLE_SECONDS) * SECOND_MS
    },
    get maxPduBytes() {
      return settings.value(PDU_BYTES)
    },
    get maxAssociations() {
      return settings.value(ASSOCIATIONS)
    },
    async admit(peer, offer): Promise<Admission> {
      const known = await devices.mayAssociate(callerOf(peer, offer, tls !== null))
      return known ? { kind: 'accepted' } : { kind: 'rejected', reason: 'calling-ae-not-recognized' }
    },
    closed: (summary) => noteAssociation(product, summary),
    onFault: (fault, peer) => log.error({ ...faultOf(fault), ...namesOf(peer) }, 'association fault'),
  })
  return opening.catch((error: unknown) => cannotListen(error, tls === null ? '--dicom' : 'FILMJACKET_DICOM_TLS', port))
}

function callerOf({ callingAe, address }: Peer, { certificate }: AssociationOffer, isSecure: boolean): CallingPeer {
  if (!isSecure) return { callingAe, address, proof: 'none', name: null }
  if (certificate?.isTrusted !== true) return { callingAe, address, proof: 'tls', name: null }
  return { callingAe, address, proof: 'certificate', name: certificate.commonName }
}

function noteAssociation({ log, measures }: Product, { peer, ...summary }: AssociationSummary): void {
  log.info({ ...namesOf(peer), ...summary }, 'association')
  measures.associated(summary)
}

function namesOf({ callingAe, calledAe, address }: Peer) {
  return { callingAe, calledAe, address }
}
