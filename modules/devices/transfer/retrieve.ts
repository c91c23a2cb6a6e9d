/**
 * Bringing a Study home from a device: only what is missing, as often as that helps, until nothing has come for ten
 * minutes (NET-10).
 *
 * @module
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { MINUTE_MS, SECOND_MS } from '../../../platform/server/clock.ts'
import type { Archive } from '../../archive/index.ts'
import { speaksDicomweb, type Device } from '../device.ts'
import { fetchByWado } from '../peer/dicomweb-retrieve.ts'
import { fetchByDimse, type Fetched, type Fetching } from '../peer/dimse-retrieve.ts'
import { DeviceError, deviceErrorOf } from '../peer/failure.ts'
import { openArchive } from '../peer/open-archive.ts'
import type { FoundStudy, RemoteInstance } from '../peer/remote-archive.ts'
import { stepsFor } from './retrieve-plan.ts'
import { inRounds, ProgressWatch, WAITS_MS, type Round } from './rounds.ts'

export interface RetrieveOptions {
  readonly archive: Pick<Archive, 'countsOfStudies' | 'heldInstances' | 'store' | 'ingest'>
  readonly own: () => { readonly aeTitle: string }
  /** Shorter in tests. */
  readonly stalledMs?: number
  readonly waitsMs?: readonly number[]
}

export interface RetrieveWish {
  readonly device: Device
  readonly studyUid: string
  /** These Instances alone; else all that the device has. */
  readonly only?: ReadonlySet<string>
  readonly signal: AbortSignal
  /** Told once it is known what there is, and when something has come. */
  readonly progress?: (progress: RetrieveProgress) => void
}

export interface RetrieveProgress {
  readonly study: FoundStudy
  readonly total: number
  /** Here before it began. */
  readonly already: number
  readonly moved: number
}

/** What is not here in the end. */
export interface Missing {
  readonly instanceUid: string
  readonly reason: string
}

export interface Retrieved {
  /** `incomplete`: some are missing, though others are here. */
  readonly kind: 'complete' | 'incomplete' | 'failed'
  readonly progress: RetrieveProgress | null
  readonly missing: readonly Missing[]
  readonly error: DeviceError | null
}

const STALLED_MS = 10 * MINUTE_MS
const POLL_MS = SECOND_MS
const LIST_MAX = 50

/** @throws the signal's reason; a fault of ours. What goes wrong with the device is an outcome. */
export async function retrieve(options: RetrieveOptions, wish: RetrieveWish): Promise<Retrieved> {
  const run = new Run(options, wish)
  const last = await inRounds((fruitless) => run.round(fruitless), { signal: wish.signal, waitsMs: options.waitsMs ?? WAITS_MS })
  return run.outcome(last)
}

/** Of several rounds: what was found first counts as what there was. */
class Run {
  readonly #options: RetrieveOptions
  readonly #wish: RetrieveWish
  #study: FoundStudy | null = null
  #all: readonly RemoteInstance[] = []
  #missing: readonly RemoteInstance[] = []
  #already: number | null = null
  /** Not here, and not asked for. */
  #aside = 0
  readonly #failedUids = new Set<string>()
  /** The device has told of sub-operations: it is none of those that send later. */
  #tells = false

  constructor(options: RetrieveOptions, wish: RetrieveWish) {
    this.#options = options
    this.#wish = wish
  }

  get #stalledMs(): number {
    return this.#options.stalledMs ?? STALLED_MS
  }

  async round(fruitless: number): Promise<Round> {
    const { signal } = this.#wish
    try {
      const study = await this.#list()
      const held = await this.#held()
      if (this.#missing.length === 0) return { left: 0, error: null }
      await this.#fetch(study, held, fruitless === 0 ? LIST_MAX : 1)
      return { left: this.#missing.length, error: null }
    } catch (error) {
      signal.throwIfAborted()
      const failure = deviceErrorOf(error)
      if (failure === null) throw error
      if (this.#study !== null) await this.#held()
      return { left: this.#study === null ? Infinity : this.#missing.length, error: failure }
    }
  }

  outcome({ left, error }: Round): Retrieved {
    const progress = this.#progress()
    const kind = left === 0 ? 'complete' : progress !== null && progress.already + progress.moved > 0 ? 'incomplete' : 'failed'
    const missing = this.#missing.map(({ instanceUid }) => ({
      instanceUid, reason: this.#failedUids.has(instanceUid) ? 'the device could not send it' : 'it did not come',
    }))
    return { kind, progress, missing, error: kind === 'complete' ? null : error }
  }

  /** What the device holds, asked anew in each round: a Study may still be growing there. */
  async #list(): Promise<FoundStudy> {
    const { device, studyUid, signal } = this.#wish
    const remote = await openArchive({ device, callingAe: this.#options.own().aeTitle, signal })
    try {
      const study = await remote.study(studyUid)
      if (study === undefined) throw new DeviceError('study-not-found')
      const instances = await remote.instancesOf(study)
      if (instances.length === 0) throw new DeviceError('not-offered', { detail: 'it does not tell of instances' })
      this.#study = study
      this.#all = [...new Map(instances.map((instance) => [instance.instanceUid, instance])).values()]
      return study
    } finally {
      await remote.close()
    }
  }

  /** @returns what need not be asked for. */
  async #held(): Promise<ReadonlySet<string>> {
    const { only } = this.#wish
    const held = await this.#options.archive.heldInstances(this.#all.map(({ instanceUid }) => instanceUid))
    this.#already ??= held.size
    const isWanted = ({ instanceUid }: RemoteInstance) => !held.has(instanceUid) && only?.has(instanceUid) !== false
    this.#missing = this.#all.filter(isWanted)
    this.#aside = this.#all.length - held.size - this.#missing.length
    this.#tell()
    return this.#aside === 0 ? held : new Set(this.#all.filter((one) => !isWanted(one)).map(({ instanceUid }) => instanceUid))
  }

  async #fetch(study: FoundStudy, held: ReadonlySet<string>, listMax: number): Promise<void> {
    const { device, signal, studyUid } = this.#wish
    const { archive, own } = this.#options
    const watch = new ProgressWatch(this.#stalledMs, signal)
    const counting = this.#count(studyUid, watch)
    try {
      const isPatientRoot = device.queryModel === 'patient-root'
      const steps = stepsFor({ study, isPatientRoot, all: this.#all, held, listMax })
      const fetching: Fetching = {
        dial: { device, callingAe: own().aeTitle, signal: watch.signal }, steps, store: archive.store,
        sopClasses: this.#missing.map(({ sopClassUid }) => sopClassUid), moved: () => watch.touch(),
      }
      const fetched = speaksDicomweb(device)
        ? await fetchByWado(fetching, this.#missing, studyUid, archive.ingest)
        : await fetchByDimse(fetching)
      for (const uid of fetched.failedUids) this.#failedUids.add(uid)
      await this.#arrival(fetched, watch)
    } catch (error) {
      if (watch.isStalled) throw new DeviceError('no-progress', { cause: error })
      throw error
    } finally {
      watch.stop()
      counting.stop()
    }
  }

  /** Some archives answer at once and send later (NET-10). */
  async #arrival({ told, mayFollow }: Fetched, watch: ProgressWatch): Promise<void> {
    this.#tells ||= told > 0
    await this.#held()
    if (!mayFollow || this.#tells) return
    const patience = new ProgressWatch(this.#stalledMs, watch.signal)
    try {
      while (!patience.signal.aborted) {
        const before = this.#missing.length
        if (before === 0) return
        await sleep(POLL_MS, undefined, { signal: patience.signal }).catch(() => undefined)
        await this.#held()
        if (this.#missing.length < before) patience.touch()
      }
    } finally {
      patience.stop()
    }
    throw new DeviceError('no-progress')
  }

  /** What comes by C-MOVE comes by another association: it is seen in the archive. */
  #count(studyUid: string, watch: ProgressWatch): { stop(): void } {
    let before: number | null = null
    const look = async () => {
      const counts = await this.#options.archive.countsOfStudies([studyUid])
      const here = counts.get(studyUid) ?? 0
      if (before !== null && here > before) {
        watch.touch()
        this.#tell(here - before)
      }
      before ??= here
    }
    // A look that fails is made again; whoever needs the database for certain will say what is wrong with it.
    const timer = setInterval(() => void look().catch(() => undefined), POLL_MS)
    return { stop: () => clearInterval(timer) }
  }

  #progress(more = 0): RetrieveProgress | null {
    if (this.#study === null) return null
    const [total, already] = [this.#all.length, this.#already ?? 0]
    const moved = Math.min(total - already, total - this.#missing.length - this.#aside - already + more)
    return { study: this.#study, total, already, moved: Math.max(0, moved) }
  }

  #tell(more = 0): void {
    const progress = this.#progress(more)
    if (progress !== null) this.#wish.progress?.(progress)
  }
}
