/**
 * The one upload of this tab. It goes on while its person looks at other pages, waits out a broken connection, and may be
 * stopped at any time: the server knows what it has, and whoever goes on later asks it first.
 *
 * @module
 */
import { api, ProblemError } from '../../../../../platform/web/api.ts'
import type { FileAnswer, UploadList, UploadView } from '../../../contract.ts'
import { labelOf } from '../read/chosen.ts'
import type { ChosenFile, FoundFile } from '../read/found-file.ts'
import { lookInto } from '../read/look-into.ts'
import { batchesOf } from './batches.ts'
import { Pacing } from './pace.ts'
import { IDLE, isUnderWay, type PauseReason, type Progress } from './progress.ts'
import { settleBatch } from './settle-batch.ts'

/** Requests at a time. A browser has six for a server: the page needs some, too. */
const LANES = 3
const TELL_MS = 250
const WAITS_MS = [1_000, 2_000, 4_000, 8_000, 15_000] as const
const LABEL_MAX = 200

/** Begun before and not ended. */
export interface Unfinished {
  readonly id: string
  readonly label: string
}

class Stopped extends Error {
  override readonly name = 'Stopped'
}

class Uploader {
  #progress: Progress = IDLE
  readonly #watchers = new Set<() => void>()
  readonly #pacing = new Pacing()
  /** Aborted by a pause and at the end; a new one for each go. */
  #go = new AbortController()
  /** Whoever waits for the end of a pause. */
  #wake: (() => void)[] = []
  readonly #underWay = new Map<number, number>()
  #settledBytes = 0
  #accountId: string | null = null

  readonly watch = (tell: () => void): (() => void) => {
    this.#watchers.add(tell)
    return () => this.#watchers.delete(tell)
  }

  readonly progress = (): Progress => this.#progress

  async start(chosen: AsyncIterable<ChosenFile> | Iterable<ChosenFile>, unfinished: Unfinished | null): Promise<void> {
    if (isUnderWay(this.#progress.phase)) return
    this.#go = new AbortController()
    this.#settledBytes = 0
    this.#underWay.clear()
    this.#tell({ ...IDLE, phase: { kind: 'listing' } })
    const clock = setInterval(() => this.#tick(), TELL_MS)
    try {
      await this.#run(chosen, unfinished)
    } catch (error) {
      if (!(error instanceof Stopped)) this.#tell({ phase: { kind: 'failed', error: error instanceof Error ? error : new Error(String(error)) } })
    } finally {
      clearInterval(clock)
      this.#go.abort()
    }
  }

  pause(why: PauseReason = 'asked'): void {
    const { kind } = this.#progress.phase
    if (kind !== 'running' && kind !== 'waiting') return
    this.#go.abort()
    this.#tell({ phase: { kind: 'paused', why }, bytesPerSecond: null, remainingMs: null })
  }

  resume(): void {
    if (this.#progress.phase.kind !== 'paused') return
    this.#restart()
  }

  /** What came until now stays. */
  cancel(): void {
    const { phase, uploadId } = this.#progress
    if (!isUnderWay(phase)) return
    this.#tell({ phase: { kind: 'ended', how: 'cancelled' } })
    this.#go.abort()
    this.#wakeAll()
    if (uploadId !== null) void api.patch(addressOf(uploadId), { state: 'cancelled' }).catch(() => undefined)
  }

  /** Another person at this screen has nothing to do with it, and does not see what it is called. */
  belongTo(accountId: string): void {
    const isOthers = this.#accountId !== null && this.#accountId !== accountId
    this.#accountId = accountId
    if (!isOthers) return
    this.#tell(IDLE)
    this.#go.abort()
    this.#wakeAll()
  }

  /** Its end was seen. */
  dismiss(): void {
    if (!isUnderWay(this.#progress.phase)) this.#tell(IDLE)
  }

  async #run(chosen: AsyncIterable<ChosenFile> | Iterable<ChosenFile>, unfinished: Unfinished | null): Promise<void> {
    const files = await this.#list(chosen)
    if (files.length === 0) {
      this.#tell({ phase: { kind: 'ended', how: 'nothing' } })
      return
    }
    const { fileBytesMax } = await this.#insist(() => api.get<UploadList>('/api/uploads'))
    const { id, label } = await this.#insist(() => this.#begin(files, unfinished))
    this.#mustGoOn()
    this.#restart()
    this.#tell({ uploadId: id, label })
    const batches = batchesOf(files)
    await Promise.all(Array.from({ length: LANES }, async (_, lane) => {
      for (let next = batches.next(); next.done !== true; next = batches.next()) await this.#settle(lane, next.value, { id, fileBytesMax })
    }))
    await this.#insist(() => api.patch(addressOf(id), { state: 'done' }))
    this.#tell({ phase: { kind: 'ended', how: 'done' }, doneBytes: this.#progress.bytes, bytesPerSecond: null, remainingMs: null })
  }

  async #list(chosen: AsyncIterable<ChosenFile> | Iterable<ChosenFile>): Promise<readonly FoundFile[]> {
    const files: FoundFile[] = []
    let bytes = 0
    for await (const found of lookInto(chosen)) {
      this.#mustGoOn()
      files.push(found)
      bytes += found.bytes
      if (files.length % 100 === 0) this.#tell({ files: files.length, bytes })
    }
    this.#tell({ files: files.length, bytes, label: labelOf(files.map(({ path }) => path)).slice(0, LABEL_MAX) })
    return files
  }

  async #begin(files: readonly FoundFile[], unfinished: Unfinished | null): Promise<Unfinished> {
    const size = { files: files.length, bytes: this.#progress.bytes }
    if (unfinished === null) return api.post<UploadView>('/api/uploads', { label: this.#progress.label, ...size })
    return api.patch<UploadView>(addressOf(unfinished.id), size)
  }

  /** Until it is known what became of each file of the batch, however often it takes. */
  async #settle(lane: number, batch: readonly FoundFile[], { id, fileBytesMax }: { readonly id: string, readonly fileBytesMax: number }): Promise<void> {
    const sent = (bytes: number): void => void this.#underWay.set(lane, bytes)
    const answers = await this.#insist(async (signal) => {
      const told = await settleBatch(batch, { uploadId: id, fileBytesMax, signal, sent }).finally(() => this.#underWay.delete(lane))
      if (told.some(({ outcome }) => outcome === 'full')) this.pause('full')
      signal.throwIfAborted()
      return told
    })
    this.#count(batch, answers)
  }

  /** Again and again, over pauses and broken connections. */
  async #insist<T>(action: (signal: AbortSignal) => Promise<T>): Promise<T> {
    for (let failures = 0; ; failures++) {
      await this.#going()
      const { signal } = this.#go
      try {
        return await action(signal)
      } catch (error) {
        await this.#failed(error, signal, failures)
      }
    }
  }

  #count(batch: readonly FoundFile[], answers: readonly FileAnswer[]): void {
    const counts = { ...this.#progress.counts }
    for (const { outcome } of answers) if (outcome !== 'send' && outcome !== 'full') counts[outcome] += 1
    for (const { bytes } of batch) this.#settledBytes += bytes
    this.#progress = { ...this.#progress, counts, doneFiles: this.#progress.doneFiles + batch.length }
    if (this.#progress.phase.kind === 'waiting') this.#restart()
  }

  /** Waits, or pauses, or gives up. */
  async #failed(error: unknown, signal: AbortSignal, failures: number): Promise<void> {
    this.#mustGoOn()
    if (signal.aborted) return
    if (!(error instanceof ProblemError)) throw error
    const { code, status } = error
    if (code === 'sign-in-first') this.pause('signed-out')
    else if (code === 'upload-daily-limit') this.pause('daily-limit')
    else if (status === 0 || status >= 500 || status === 429 || code === 'body-incomplete') await this.#wait(signal, failures)
    else throw error
  }

  async #wait(signal: AbortSignal, failures: number): Promise<void> {
    if (this.#progress.phase.kind !== 'waiting') this.#tell({ phase: { kind: 'waiting' }, bytesPerSecond: null, remainingMs: null })
    await new Promise<void>((resolve) => {
      const go = (): void => {
        clearTimeout(timer)
        removeEventListener('online', go)
        signal.removeEventListener('abort', go)
        resolve()
      }
      const timer = setTimeout(go, WAITS_MS[Math.min(failures, WAITS_MS.length - 1)])
      addEventListener('online', go)
      signal.addEventListener('abort', go)
    })
  }

  async #going(): Promise<void> {
    while (this.#progress.phase.kind === 'paused') await new Promise<void>((resolve) => this.#wake.push(resolve))
    this.#mustGoOn()
  }

  #mustGoOn(): void {
    if (!isUnderWay(this.#progress.phase)) throw new Stopped('cancelled')
  }

  #restart(): void {
    if (this.#go.signal.aborted) this.#go = new AbortController()
    this.#pacing.restart()
    this.#tell({ phase: { kind: 'running' } })
    this.#wakeAll()
  }

  #wakeAll(): void {
    for (const wake of this.#wake.splice(0)) wake()
  }

  #tick(): void {
    if (this.#progress.phase.kind !== 'running') return
    const { bytes, files } = this.#progress
    const onTheWay = [...this.#underWay.values()].reduce((sum, each) => sum + each, 0)
    const doneBytes = Math.min(bytes, this.#settledBytes + onTheWay)
    this.#tell({ doneBytes, files, ...this.#pacing.measure(performance.now(), doneBytes, bytes) })
  }

  #tell(change: Partial<Progress>): void {
    this.#progress = { ...this.#progress, ...change }
    for (const tell of this.#watchers) tell()
  }
}

function addressOf(id: string): string {
  return `/api/uploads/${encodeURIComponent(id)}`
}

export const uploader = new Uploader()
