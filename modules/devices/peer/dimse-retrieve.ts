/**
 * Having a device send: by C-MOVE to ourselves, where it comes in by our usual door, or by C-GET. PS3.4 §C.4.2, §C.4.3.
 *
 * @module
 */
import { TransferSyntaxes } from '@filmjacket/dicom-data'
import {
  associate, getContexts, moveContexts, ServiceFailedError, type Association, type QueryModel, type RequestorOptions,
  type RetrieveProgress, type RetrieveQuery, type WantedContext,
} from '@filmjacket/dicom-net'
import { HOUR_MS, SECOND_MS } from '../../../platform/server/clock.ts'
import type { Archive } from '../../archive/index.ts'
import { addressOf } from '../device.ts'
import type { Dial } from './dimse-dial.ts'
import { DeviceError, withDeviceErrors } from './failure.ts'
import type { RetrieveStep } from '../transfer/retrieve-plan.ts'

export interface Fetching {
  readonly dial: Dial
  readonly steps: readonly RetrieveStep[]
  /** Which come, as far as the device tells. */
  readonly sopClasses: readonly string[]
  readonly store: Archive['store']
  /** Something moved. */
  readonly moved: () => void
}

export interface Fetched {
  /** Sub-operations that the device has told of. */
  readonly told: number
  /** It says that all is well, and has told of none: it may send later. */
  readonly mayFollow: boolean
  readonly failedUids: readonly string[]
}

const CONNECT_MS = 10 * SECOND_MS
/** Whether it goes on is judged by what arrives, and not by what a busy device says. */
const SILENCE_MS = 24 * HOUR_MS

/** Asks for one step after the other. @throws DeviceError */
export async function fetchByDimse(fetching: Fetching): Promise<Fetched> {
  const { dial: { device } } = fetching
  const isGet = device.retrieveBy === 'get'
  const association = await open(fetching, isGet ? contextsForGet(device.queryModel, fetching.sopClasses) : moveContexts(device.queryModel))
  try {
    let told = 0
    let mayFollow = false
    const failedUids: string[] = []
    for (const step of fetching.steps) {
      const last = await withDeviceErrors(() => ask(association, fetching, step))
      told += ended(last)
      mayFollow ||= !isGet && last.kind === 'success' && ended(last) === 0
      failedUids.push(...last.failedUids)
    }
    return { told, mayFollow, failedUids }
  } finally {
    await association.release().catch(() => association.abort())
  }
}

async function open({ dial, store, moved }: Fetching, contexts: readonly WantedContext[]): Promise<Association> {
  const { device, callingAe, signal } = dial
  const address = addressOf(device)
  if (address === null) throw new DeviceError('unknown-host', { detail: 'no host is set' })
  const options: RequestorOptions = {
    ...address, callingAe, contexts, timeoutMs: CONNECT_MS, answerTimeoutMs: SILENCE_MS,
    ...(signal !== undefined && { signal }),
    ...(device.retrieveBy === 'get' && {
      // The device is the sender, though we opened the association.
      store: async (peer, request) => {
        const answer = await store({ ...peer, callingAe: device.aeTitle, calledAe: callingAe }, request)
        moved()
        return answer
      },
    }),
  }
  return withDeviceErrors(() => associate(options))
}

type Told = Pick<RetrieveProgress, 'kind' | 'completed' | 'failed' | 'warning' | 'failedUids'>

async function ask(association: Association, { dial, moved }: Fetching, { level, keys }: RetrieveStep): Promise<Told> {
  const { device: { queryModel: model, retrieveBy }, callingAe } = dial
  const query: RetrieveQuery = { model, level, keys }
  const responses = retrieveBy === 'get' ? association.get(query) : association.move({ ...query, destination: callingAe })
  let told: Told = { kind: 'pending', completed: 0, failed: 0, warning: 0, failedUids: [] }
  for await (const response of responses) {
    // Some leave the counts out of the last response.
    if (ended(response) > ended(told)) moved()
    told = ended(response) >= ended(told) ? response : { ...told, kind: response.kind, failedUids: response.failedUids }
    // What failed one by one is told by what is missing; that nothing could be begun is told by its status.
    if (response.kind === 'failure' && ended(told) === 0)
      throw new ServiceFailedError(retrieveBy === 'get' ? 'C-GET' : 'C-MOVE', response.status, null)
  }
  return told
}

function ended({ completed, failed, warning }: Told): number {
  return completed + failed + warning
}

const MAX_CONTEXTS = 127
/** In which Instances may come as they are stored there; what is native first. */
const syntaxes: readonly string[] = Object.values(TransferSyntaxes).map(({ uid }) => uid)
  .filter((uid) => /^1\.2\.840\.10008\.1\.2(\.[15]|\.1\.99|\.2|\.4\.(5[017]|70|8[01]|9[01]|1\d\d|20[123]))?$/.test(uid))
  .sort((a, b) => rank(a) - rank(b))

function rank(uid: string): number {
  const first = [TransferSyntaxes.explicitVrLittleEndian.uid, TransferSyntaxes.implicitVrLittleEndian.uid].indexOf(uid as never)
  return first < 0 ? 2 : first
}

/** One for each pair, where they fit into a request: then each Instance comes as it is stored. */
function contextsForGet(model: QueryModel, sopClasses: readonly string[]): readonly WantedContext[] {
  const classes = [...new Set(sopClasses)].filter((uid) => uid !== '')
  if (classes.length === 0) return getContexts(model)
  const [retrieving, ...grouped] = getContexts(model, classes, syntaxes)
  if (retrieving === undefined || grouped.length * syntaxes.length > MAX_CONTEXTS) return getContexts(model, classes, syntaxes)
  return [retrieving, ...grouped.flatMap((context) => syntaxes.map((uid) => ({ ...context, transferSyntaxes: [uid] })))]
}
