/** Colours of what is drawn over images. */
export type Rgb = readonly [red: number, green: number, blue: number]

/** Told apart on grey, by most eyes; for what brings no colour of its own. */
const PALETTE: readonly Rgb[] = [
  [255, 176, 0], [64, 176, 255], [220, 90, 160], [120, 210, 90], [255, 110, 60], [160, 130, 255], [0, 200, 180], [240, 228, 66],
]

export function colorOfNumber(number: number): Rgb {
  return PALETTE[Math.abs(Math.trunc(number)) % PALETTE.length] ?? [255, 176, 0]
}

/** D50, as the profile connection space has it. */
const WHITE = [0.9642, 1, 0.8249] as const
const TO_SRGB = [[3.1338561, -1.6168667, -0.4906146], [-0.9787684, 1.9161415, 0.033454], [0.0719453, -0.2289914, 1.4052427]] as const

/** Three numbers of 16 bits to the screen. PS3.3 §C.10.7.1.1 (Encoding of CIELab Values). */
export function colorOfLab([l, a, b]: readonly number[]): Rgb | null {
  if (l === undefined || a === undefined || b === undefined) return null
  const f = ((l / 65_535) * 100 + 16) / 116
  const steps = [f + ((a / 65_535) * 255 - 128) / 500, f, f - ((b / 65_535) * 255 - 128) / 200]
  const xyz = steps.map((step, n) => (WHITE[n] ?? 1) * (step > 6 / 29 ? step ** 3 : 3 * (6 / 29) ** 2 * (step - 4 / 29)))
  const [red = 0, green = 0, blue = 0] = TO_SRGB.map((row) => screened(row.reduce((sum, part, n) => sum + part * (xyz[n] ?? 0), 0)))
  return [red, green, blue]
}

function screened(linear: number): number {
  const within = Math.min(1, Math.max(0, linear))
  return Math.round(255 * (within <= 0.0031308 ? 12.92 * within : 1.055 * within ** (1 / 2.4) - 0.055))
}

/** From little to much. */
const STOPS: Readonly<Record<ColorMap, readonly Rgb[]>> = {
  /** PS3.6 §B.1.1. */
  'hot-iron': [[0, 0, 0], [128, 0, 0], [255, 0, 0], [255, 128, 0], [255, 255, 0], [255, 255, 255]],
  dose: [[0, 0, 160], [0, 120, 255], [0, 220, 220], [0, 200, 80], [220, 230, 0], [255, 140, 0], [230, 0, 0]],
}

export type ColorMap = 'hot-iron' | 'dose'

/** @param share - from 0 to 1. */
export function colorIn(map: ColorMap, share: number): Rgb {
  const stops = STOPS[map]
  const at = Math.min(1, Math.max(0, share)) * (stops.length - 1)
  const [from, to] = [stops[Math.floor(at)], stops[Math.ceil(at)]]
  if (from === undefined || to === undefined) return [0, 0, 0]
  const part = at - Math.floor(at)
  const mixed = (n: 0 | 1 | 2): number => Math.round(from[n] + (to[n] - from[n]) * part)
  return [mixed(0), mixed(1), mixed(2)]
}
