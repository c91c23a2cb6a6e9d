/**
 * Heart, vessels, airways and the upper abdomen of the chest phantom; positions as in `thorax.ts`.
 *
 * @module
 */
import {
  everyPixel, over, overAbove, paintDisc, paintEllipse, paintStroke, type Ellipse, type Field,
} from './field.ts'
import type { Noise } from './noise.ts'

/** Hounsfield units. */
export const HU = {
  air: -1000, fat: -105, muscle: 55, blood: 165, aorta: 280, heart: 115, liver: 112, spleen: 122, fluid: 12,
}

/** An ellipsoid's cut at height z: null above and below it. */
function cut(z: number, middle: number, half: number, ellipse: Ellipse): Ellipse | null {
  const share = 1 - ((z - middle) / half) ** 2
  if (share <= 0) return null
  const scale = Math.sqrt(share)
  return { ...ellipse, rx: ellipse.rx * scale, ry: ellipse.ry * scale }
}

export function paintHeart(field: Field, z: number): void {
  const parts: readonly (readonly [Ellipse | null, number])[] = [
    [cut(z, 172, 62, { x: 20, y: -20, rx: 66, ry: 49, angle: 0.5 }), HU.fat],
    [cut(z, 172, 56, { x: 20, y: -20, rx: 60, ry: 43, angle: 0.5 }), HU.heart],
    [cut(z, 138, 28, { x: 0, y: 7, rx: 34, ry: 14 }), HU.aorta - 30],
    [cut(z, 168, 44, { x: -29, y: -12, rx: 20, ry: 27, angle: 0.2 }), HU.blood],
    [cut(z, 172, 46, { x: 6, y: -42, rx: 34, ry: 14, angle: 0.62 }), HU.blood + 25],
    [cut(z, 182, 42, { x: 42, y: -10, rx: 29, ry: 15, angle: 0.66 }), HU.aorta - 20],
  ]
  for (const [ellipse, value] of parts) if (ellipse !== null) paintEllipse(field, ellipse, over(value), 2)
}

/** Round vessels: x, y, radius, from z, to z, how far they drift over their length, HU. */
const ROUND: readonly (readonly [number, number, number, number, number, number, number, number])[] = [
  [-16, -22, 15, 78, 142, 6, 4, HU.aorta], // ascending aorta
  [25, 30, 12.5, 78, 300, -8, 2, HU.aorta], // descending aorta
  [-31, -10, 9, 58, 158, 2, 2, HU.blood + 40], // superior vena cava
  [-22, 6, 12, 205, 300, 2, 10, HU.blood - 30], // inferior vena cava
  [16, -28, 14, 98, 140, -4, -10, HU.aorta - 20], // pulmonary trunk
  [-17, -12, 6, -5, 70, 4, -6, HU.aorta], // brachiocephalic trunk
  [4, -14, 4.5, -5, 70, 4, -8, HU.aorta], // left common carotid artery
  [19, 2, 5, -5, 70, 4, 2, HU.aorta], // left subclavian artery
  [-26, -22, 7, -5, 58, 2, 8, HU.blood + 40], // right brachiocephalic vein
  [14, -30, 6, -5, 46, -6, -4, HU.blood + 20], // left brachiocephalic vein
  [7, 27, 6.5, -5, 300, 2, 1, 45], // oesophagus
  [-12, 45, 3.5, 90, 300, 2, 2, HU.blood - 20], // azygos vein
]

export function paintGreatVessels(field: Field, z: number): void {
  for (const [x, y, radius, from, to, driftX, driftY, value] of ROUND) {
    if (z < from || z > to) continue
    const along = (z - from) / (to - from)
    paintEllipse(field, { x: x + driftX * along, y: y + driftY * along, rx: radius, ry: radius }, over(value), 1.6)
  }
  if (Math.abs(z - 77) < 12) {
    const half = Math.sqrt(144 - (z - 77) ** 2)
    paintStroke(field, [[-14, -24, half], [0, -12, half], [14, 8, half], [25, 29, half]], over(HU.aorta))
  }
  if (z > 40 && z < 54) paintStroke(field, [[12, -32, 6], [-8, -36, 6], [-26, -24, 6]], over(HU.blood + 30))
  if (Math.abs(z - 112) < 10) paintStroke(field, [[14, -30, 9], [-8, -4, 9], [-46, 2, 8]], over(HU.aorta - 20))
  if (Math.abs(z - 104) < 10) paintStroke(field, [[16, -30, 9], [30, -8, 9], [48, 10, 8]], over(HU.aorta - 20))
  if (z > 60) paintDisc(field, 7.5 + z / 150, 27, 1.8, over(-600))
}

/** Trachea, carina at 95 mm, main and lower bronchi. */
export function paintAirways(field: Field, z: number): void {
  const airway = (x: number, y: number, rx: number, ry = rx) => {
    paintEllipse(field, { x, y, rx: rx + 1.6, ry: ry + 1.6 }, over(HU.muscle - 10))
    paintEllipse(field, { x, y, rx, ry }, over(-990))
  }
  if (z < 90) airway(0, 4, 9, 8.5)
  else if (z < 98) airway(0, 6, 14, 7)
  else if (z < 165) {
    const down = z - 98
    airway(-11 - down * 0.85, 8 + down * 0.16, Math.max(7.5 - down * 0.07, 2.6))
    airway(11 + down * 0.95, 9 + down * 0.2, Math.max(6.8 - down * 0.06, 2.4))
  }
}

/** Liver, spleen and stomach, where there is no lung. */
export function paintAbdomen(field: Field, noise: Noise, z: number): void {
  if (z < 190) return
  const organ = (ellipse: Ellipse | null, value: number) => {
    if (ellipse !== null) paintEllipse(field, ellipse, overAbove(-140, value), 2)
  }
  organ(cut(z, 268, 92, { x: -62, y: 0, rx: 100, ry: 82 }), HU.liver)
  organ(cut(z, 262, 46, { x: 18, y: -34, rx: 62, ry: 42, angle: -0.2 }), HU.liver)
  organ(cut(z, 268, 54, { x: 92, y: 36, rx: 26, ry: 44, angle: -0.35 }), HU.spleen)
  organ(cut(z, 272, 52, { x: 68, y: -28, rx: 42, ry: 36, angle: 0.3 }), 70)
  organ(cut(z, 272, 47, { x: 68, y: -28, rx: 38, ry: 32, angle: 0.3 }), HU.fluid)
  organ(cut(z, 300, 30, { x: -4, y: 40, rx: 58, ry: 20 }), HU.fat)
  const liver = Math.fround(HU.liver)
  everyPixel(field, (x, y, n) => {
    if (y < -44 && Math.abs((field.values[n] ?? 0) - HU.fluid) < 1) field.values[n] = -960
    if (field.values[n] !== liver) return
    const branch = Math.abs(noise(x / 26, y / 26, z / 22 + 2)) + Math.abs(noise(x / 26 + 9, y / 26, z / 22)) * 0.9
    if (branch < 0.13) field.values[n] = 165
  })
}
