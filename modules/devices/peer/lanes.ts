/**
 * Work on each item, on so many at the same time. After the first that throws no other is begun; what is under way ends.
 *
 * @throws what was thrown first.
 */
export async function inLanes<T>(lanes: number, items: Iterable<T>, work: (item: T) => Promise<void>): Promise<void> {
  const left = items[Symbol.iterator]()
  const failures: { readonly error: unknown }[] = []
  const lane = async (): Promise<void> => {
    while (failures.length === 0) {
      const next = left.next()
      if (next.done === true) return
      await work(next.value).catch((error: unknown) => failures.push({ error }))
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  const [first] = failures
  if (first !== undefined) throw first.error
}
