/** C-ECHO and C-STORE as user. PS3.7 §9.1.1, §9.1.5. */
import type { Invoker } from '../invoker.ts'
import { echoRequest, VERIFICATION_SOP_CLASS } from '../messages/echo.ts'
import { readStoreResponse, storeRequest, type StoreAnswer, type StoreInstance } from '../messages/store.ts'
import { Status } from '../status.ts'

/** The status of the answer. */
export async function echoOver(invoker: Invoker): Promise<number> {
  const { command } = await invoker.call(() => invoker.contextFor(VERIFICATION_SOP_CLASS, null, 'scu'), echoRequest)
  return command.Status ?? Status.processingFailure
}

export async function storeOver(invoker: Invoker, instance: StoreInstance): Promise<StoreAnswer> {
  const { sopClassUid, transferSyntaxUid, dataSet } = instance
  const { command } = await invoker.call(
    () => invoker.contextFor(sopClassUid, transferSyntaxUid, 'scu'), (id) => storeRequest(id, instance), () => dataSet)
  return readStoreResponse(command, Status.processingFailure)
}
