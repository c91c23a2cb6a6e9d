/**
 * A device on the line, to be asked.
 *
 * @module
 */
import { associate, type Association, type FindQuery, type RequestorOptions, type WantedContext } from '@filmjacket/dicom-net'
import { SECOND_MS } from '../../../platform/server/clock.ts'
import { addressOf, type Device } from '../device.ts'
import { DeviceError, withDeviceErrors } from './failure.ts'

export interface Dial {
  readonly device: Device
  readonly callingAe: string
  readonly signal?: AbortSignal
}

const CONNECT_MS = 10 * SECOND_MS
/** Archives may think long before the first answer. */
const ANSWER_MS = 60 * SECOND_MS

/** @param services - of ours on this association. @throws DeviceError */
export async function dialled(
  { device, callingAe, signal }: Dial, contexts: readonly WantedContext[], services: Pick<RequestorOptions, 'committed'> = {},
): Promise<Association> {
  const address = addressOf(device)
  if (address === null) throw new DeviceError('unknown-host', { detail: 'no host is set' })
  return withDeviceErrors(() => associate({
    ...address, ...services, callingAe, contexts, timeoutMs: CONNECT_MS, answerTimeoutMs: ANSWER_MS,
    ...(signal !== undefined && { signal }),
  }))
}

export async function letGo(association: Association): Promise<void> {
  await association.release().catch(() => association.abort())
}

/** Leaving the loop cancels. */
export async function* matches(association: Association, query: FindQuery): ReturnType<Association['find']> {
  const found = association.find(query)
  try {
    for (;;) {
      const next = await withDeviceErrors(() => found.next())
      if (next.done === true) return
      yield next.value
    }
  } finally {
    await found.return()
  }
}

export function charactersOf({ characterSet }: Device): { readonly characterSet?: string } {
  return characterSet === '' ? {} : { characterSet }
}
