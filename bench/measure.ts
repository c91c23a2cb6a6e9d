/** What a measure gets and what it gives. Each file in `measures/` exports one as `measure`. */

export interface Bench {
  /** How often each program takes its turn; the medians are compared. */
  readonly rounds: number
  /** Empty, and removed at the end. */
  readonly folder: string
  /** What is being done, for who watches. */
  readonly say: (text: string) => void
}

/** Ours against one peer. One number for each round, as they came. */
export interface Row {
  readonly name: string
  readonly unit: string
  readonly better: 'more' | 'less'
  readonly ours: readonly number[]
  /** Null where nobody else does it. */
  readonly peer: string | null
  readonly theirs: readonly number[]
}

export interface Measured {
  readonly rows: readonly Row[]
  /** What a reader of the rows must know: who was skipped and why, what was lost, what differs. */
  readonly notes: readonly string[]
}

export interface Measure {
  /** One sentence. */
  readonly about: string
  run(bench: Bench): Promise<Measured>
}

export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

/** How many times better ours is: above 1 we are ahead, whether more or less is better. */
export function ahead({ better, ours, theirs }: Row): number | null {
  const [own, other] = [median(ours), median(theirs)]
  if (own === null || other === null) return null
  return better === 'more' ? own / other : other / own
}
