/**
 * What this process knows of the Series that it is receiving, so that the next Instance of one can be told from a
 * repeated or contradicting one without asking the database.
 *
 * @module
 */
import { LRUCache } from 'lru-cache'
import { SECOND_MS } from '../../platform/server/clock.ts'
import type { Description } from './describe.ts'

const SERIES_KEPT = 500
/** Other processes receive too, and people delete: what is known is asked for again after this time. */
const KNOWN_MS = 60 * SECOND_MS

interface KnownOne {
  readonly studyId: string
  readonly studyUid: string
  readonly patientId: string
  readonly issuer: string
  readonly instanceUids: Set<string>
}

export class KnownSeries {
  readonly #instanceUidsOf: (seriesUid: string) => Promise<readonly string[]>
  readonly #arriving = new Map<string, Promise<unknown>>()
  readonly #series = new LRUCache<string, KnownOne>({ max: SERIES_KEPT, ttl: KNOWN_MS })

  /** @param instanceUidsOf - all that the database has of a Series. */
  constructor(instanceUidsOf: (seriesUid: string) => Promise<readonly string[]>) {
    this.#instanceUidsOf = instanceUidsOf
  }

  /** Its Series is of the same Study and Patient, and it is none of the Series' Instances. @returns the Study's id. */
  studyOfNew({ seriesUid, studyUid, patientId, issuer, instanceUid }: Description): string | null {
    const known = this.#series.get(seriesUid)
    if (known === undefined || known.instanceUids.has(instanceUid) || this.#arriving.has(instanceUid)) return null
    const agrees = known.studyUid === studyUid && known.patientId === patientId && known.issuer === issuer
    return agrees ? known.studyId : null
  }

  /** Its rows are being written: until they are, nobody knows whether another of this UID repeats or contradicts it. */
  async whileArriving<T>({ instanceUid, seriesUid }: Description, arrival: () => Promise<T>): Promise<T> {
    const arriving = arrival()
    this.#arriving.set(instanceUid, arriving)
    try {
      return await arriving
    } finally {
      this.#series.get(seriesUid)?.instanceUids.add(instanceUid)
      this.#arriving.delete(instanceUid)
    }
  }

  /** Resolves when all that is arriving now has arrived, or failed. */
  async arrived(): Promise<void> {
    await Promise.allSettled(this.#arriving.values())
  }

  /** An Instance of this Series was stored. */
  async learn({ seriesUid, studyUid, patientId, issuer }: Description, studyId: string): Promise<void> {
    if (this.#series.has(seriesUid)) return
    const instanceUids = new Set(await this.#instanceUidsOf(seriesUid))
    this.#series.set(seriesUid, { studyId, studyUid, patientId, issuer, instanceUids })
  }

  forget({ seriesUid }: Description): void {
    this.#series.delete(seriesUid)
  }
}
