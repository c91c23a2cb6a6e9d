import type { RequestState, RequestView } from '../contract.ts'

/** Requests whose state is another than before; one that was not there counts as changed. */
export function changed(before: ReadonlyMap<string, RequestState>, now: readonly RequestView[]): readonly RequestView[] {
  return now.filter(({ id, state }) => before.get(id) !== state)
}
