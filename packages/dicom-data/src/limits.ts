/** What hostile or broken bytes may cost at most. Every limit ends in a `LimitError` that names it. */
export interface Limits {
  /** Sequences within sequences. */
  readonly depth: number
  /** Bytes kept in memory: the data set without its large values. */
  readonly headerBytes: number
  /** A longer value is not kept, but noted with its place. From 64 KiB on, also what would fill half of the header. */
  readonly valueBytes: number
  /** Elements and items, at all depths. */
  readonly elements: number
  /** Fragments of an encapsulated bulk value, the offset table included. */
  readonly fragments: number
  /** Size of a deflated data set after inflation. */
  readonly inflatedBytes: number
  /** Inflated bytes per deflated byte, asked of what goes beyond `inflateGraceBytes`. */
  readonly inflateRatio: number
  /** Inflated bytes below which the ratio is not asked: a small all-black mask deflates a thousandfold. */
  readonly inflateGraceBytes: number
}

const MiB = 1024 * 1024

export const defaultLimits: Limits = {
  depth: 64,
  headerBytes: 32 * MiB,
  valueBytes: 2 * MiB,
  elements: 2_000_000,
  fragments: 1_000_000,
  inflatedBytes: 2048 * MiB,
  inflateRatio: 500,
  inflateGraceBytes: 32 * MiB,
}

export function withDefaults(limits: Partial<Limits> | undefined): Limits {
  return limits === undefined ? defaultLimits : { ...defaultLimits, ...limits }
}
