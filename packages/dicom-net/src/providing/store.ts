/** C-STORE as provider. PS3.4 Annex B. */
import { DataSetInterruptedError } from '../errors.ts'
import { VERIFICATION_SOP_CLASS } from '../messages/echo.ts'
import { readStoreRequest, storeResponse, type StoreAnswer } from '../messages/store.ts'
import { Status } from '../status.ts'
import { isWireUid } from '../storage-classes.ts'
import type { Response, Work } from './work.ts'

export async function provideStore(work: Work): Promise<Response> {
  return { command: storeResponse(work.message.command, await store(work)) }
}

async function store({ message, peer, services: { store }, gone, onFault }: Work): Promise<StoreAnswer> {
  const { context, command } = message
  const request = readStoreRequest(command)
  if (store === undefined || context.abstractSyntax === VERIFICATION_SOP_CLASS) {
    return { status: Status.sopClassNotSupported }
  }
  if (request.sopClassUid !== context.abstractSyntax) {
    return { status: Status.sopClassNotSupported, comment: 'SOP Class is not that of the Presentation Context' }
  }
  if (!isWireUid(request.sopInstanceUid)) return { status: Status.invalidObjectInstance }
  try {
    const dataSet = message.dataSet ?? nothing()
    return await store(peer, { ...request, transferSyntaxUid: context.transferSyntax, dataSet, signal: gone })
  } catch (fault) {
    if (!(fault instanceof DataSetInterruptedError)) onFault(fault)
    return { status: Status.processingFailure }
  }
}

/** What a request has that announces no Data Set where its service wants one. */
// eslint-disable-next-line @typescript-eslint/require-await -- an empty one awaits nothing
async function* nothing(): AsyncGenerator<Uint8Array, void, undefined> {
  yield* []
}
