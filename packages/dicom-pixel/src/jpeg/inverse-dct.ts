/**
 * The inverse DCT of the Independent JPEG Group's `jidctint.c`, as libjpeg computes it for samples of 12 bits:
 * the reference readers use it, and pixels shall be equal to theirs, not only near.
 *
 * C. Loeffler, A. Ligtenberg, G. Moschytz: Practical fast 1-D DCT algorithms with 11 multiplications, ICASSP 1989.
 *
 * @module
 */

/** Fixed-point fraction bits of the constants. */
const CONST_BITS = 13
/** Fraction bits kept between the passes; one fewer than for 8 bits, so that 32 bits hold the sums. */
const PASS1_BITS = 1

const F_0_298 = 2446
const F_0_390 = 3196
const F_0_541 = 4433
const F_0_765 = 6270
const F_0_899 = 7373
const F_1_175 = 9633
const F_1_501 = 12_299
const F_1_847 = 15_137
const F_1_961 = 16_069
const F_2_053 = 16_819
const F_2_562 = 20_995
const F_3_072 = 25_172

/** How one pass over eight values goes. */
interface Pass {
  /** From one value to the next. */
  readonly step: number
  /** Of the results, rounding. */
  readonly shift: number
}

const COLUMNS: Pass = { step: 8, shift: CONST_BITS - PASS1_BITS }
const ROWS: Pass = { step: 1, shift: CONST_BITS + PASS1_BITS + 3 }

const work = new Int32Array(64)

/** Samples of one block from its 64 dequantized coefficients, around zero. `out` may be `block`. */
export function inverseDct(block: Int32Array, out: Int32Array): void {
  for (let column = 0; column < 8; column++) transform(block, column, work, COLUMNS)
  for (let row = 0; row < 8; row++) transform(work, row * 8, out, ROWS)
}

function transform(from: Int32Array, at: number, to: Int32Array, { step, shift }: Pass): void {
  const v0 = from[at] ?? 0
  const v1 = from[at + step] ?? 0
  const v2 = from[at + 2 * step] ?? 0
  const v3 = from[at + 3 * step] ?? 0
  const v4 = from[at + 4 * step] ?? 0
  const v5 = from[at + 5 * step] ?? 0
  const v6 = from[at + 6 * step] ?? 0
  const v7 = from[at + 7 * step] ?? 0
  // Even part.
  const z1 = (v2 + v6) * F_0_541
  const t2 = z1 - v6 * F_1_847
  const t3 = z1 + v2 * F_0_765
  const t0 = (v0 + v4) * 8192
  const t1 = (v0 - v4) * 8192
  const [e0, e3, e1, e2] = [t0 + t3, t0 - t3, t1 + t2, t1 - t2]
  // Odd part.
  const y5 = (v7 + v3 + v5 + v1) * F_1_175
  const y1 = -(v7 + v1) * F_0_899
  const y2 = -(v5 + v3) * F_2_562
  const y3 = -(v7 + v3) * F_1_961 + y5
  const y4 = -(v5 + v1) * F_0_390 + y5
  const o0 = v7 * F_0_298 + y1 + y3
  const o1 = v5 * F_2_053 + y2 + y4
  const o2 = v3 * F_3_072 + y2 + y3
  const o3 = v1 * F_1_501 + y1 + y4
  const half = 2 ** (shift - 1)
  to[at] = (e0 + o3 + half) >> shift
  to[at + 7 * step] = (e0 - o3 + half) >> shift
  to[at + step] = (e1 + o2 + half) >> shift
  to[at + 6 * step] = (e1 - o2 + half) >> shift
  to[at + 2 * step] = (e2 + o1 + half) >> shift
  to[at + 5 * step] = (e2 - o1 + half) >> shift
  to[at + 3 * step] = (e3 + o0 + half) >> shift
  to[at + 4 * step] = (e3 - o0 + half) >> shift
}
