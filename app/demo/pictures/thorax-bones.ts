/**
 * Ribs, spine, sternum and shoulder girdle of the chest phantom.
 *
 * @module
 */
import { over, overAbove, paintDisc, paintEllipse, paintStroke, type Axes, type Field } from './field.ts'

const CORTEX = 620
const MARROW = 165
const CARTILAGE = 105

/** From the middle of one vertebra to the next. */
const LEVEL_MM = 25

/** How much lower a rib ends in front than it begins at the back. */
const SLOPE_MM = 88

/** Twelve pairs, each along the wall from the spine to the front; the last five stay short. */
export function paintRibs(field: Field, z: number, wallAt: (z: number) => Axes): void {
  const marrow: (readonly [number, number, number])[] = []
  for (let rib = 0; rib < 12; rib++) {
    const end = rib < 7 ? 2.85 : 2.45 - (rib - 7) * 0.22
    for (let angle = 0.22; angle < end; angle += 0.018) {
      const height = rib * LEVEL_MM - 14 + (SLOPE_MM * (1 - Math.cos(angle))) / 2
      const share = 1 - ((height - z) / 7.5) ** 2
      if (share <= 0) continue
      const soft = rib < 10 && angle > 2.3
      const wall = wallAt(height)
      const x = (wall.x + 4) * Math.sin(angle) ** 0.8
      const y = (wall.y + 4) * Math.abs(Math.cos(angle)) ** 0.8 * Math.sign(Math.cos(angle))
      const radius = 4.4 * Math.sqrt(share)
      for (const side of [-x, x]) {
        paintDisc(field, side, y, radius, soft ? overAbove(-900, CARTILAGE) : over(CORTEX))
        if (!soft) marrow.push([side, y, radius - 1.7])
      }
    }
  }
  for (const [x, y, radius] of marrow) if (radius > 0.4) paintDisc(field, x, y, radius, over(MARROW))
}

/** Vertebrae with discs between, the canal with its cord, arches and processes. */
export function paintSpine(field: Field, z: number, back: number): void {
  const y = back - 31
  const phase = (z + 3) % LEVEL_MM
  const disc = phase > 20
  const size = 14 + z / 60
  paintEllipse(field, { x: 0, y: y + 36, rx: 42, ry: 17 }, over(58), 3)
  paintEllipse(field, { x: 0, y: y + 44, rx: 1.6, ry: 11 }, over(-80))
  paintEllipse(field, { x: 0, y, rx: size * 1.22, ry: size }, over(disc ? 95 : CORTEX))
  if (!disc) paintEllipse(field, { x: 0, y, rx: size * 1.22 - 1.6, ry: size - 1.6 }, over(phase < 4 ? 260 : MARROW))
  paintArch(field, y, size, phase)
  paintEllipse(field, { x: 0, y: y + size + 8, rx: 9.5, ry: 8 }, over(-5))
  paintEllipse(field, { x: 0, y: y + size + 8, rx: 5.4, ry: 4.2 }, over(42))
}

function paintArch(field: Field, y: number, size: number, phase: number): void {
  const behind = y + size
  const bone = (parts: readonly (readonly [number, number, number])[]) => {
    paintStroke(field, parts, over(CORTEX - 90))
    paintStroke(field, parts.map(([px, py, half]) => [px, py, Math.max(half - 1.4, 0.3)]), over(MARROW + 60))
  }
  if (phase < 12) for (const side of [-1, 1]) bone([[side * 12, behind - 2, 4], [side * 13, behind + 10, 4.5]])
  if (phase < 9) for (const side of [-1, 1]) bone([[side * 13, behind + 10, 4.5], [side * 32, behind + 19, 4.5]])
  for (const side of [-1, 1]) bone([[side * 13, behind + 9, 3.2], [0, behind + 20, 3.4]])
  bone([[0, behind + 19, 3.4], [0, behind + (phase > 12 ? 32 : 26), 2.6]])
}

/** Manubrium and body. */
export function paintSternum(field: Field, z: number, front: number): void {
  if (z < 34 || z > 198) return
  const wide = z < 78 ? 27 - (z - 34) * 0.22 : 15 + (z - 78) * 0.04
  const y = -front - 2 - (z - 34) * 0.03
  paintEllipse(field, { x: 0, y, rx: wide, ry: 6.5 }, over(CORTEX - 160))
  paintEllipse(field, { x: 0, y, rx: wide - 1.6, ry: 4.9 }, over(MARROW - 40))
}

/** Clavicles, blades, and the heads of the raised arms' bones at the top. */
export function paintShoulders(field: Field, z: number): void {
  for (const side of [-1, 1]) {
    const bone = (parts: readonly (readonly [number, number, number])[]) => {
      const mirrored = parts.map(([x, y, half]) => [side * x, y, half] as const)
      paintStroke(field, mirrored, overAbove(-300, CORTEX - 60))
      paintStroke(field, mirrored.map(([x, y, half]) => [x, y, Math.max(half - 1.5, 0.2)] as const), overAbove(-300, MARROW))
    }
    const clavicle = 1 - Math.abs(z - 27) / 12
    if (clavicle > 0) bone([[24, -70 + clavicle * 4, 5.5 * Math.sqrt(clavicle)], [75, -48, 5 * Math.sqrt(clavicle)], [118, -22, 5 * Math.sqrt(clavicle)]])
    const blade = 1 - Math.abs(z - 78) / 84
    if (blade > 0) bone([[150 - blade * 12, 8 + z * 0.2, 5 * Math.min(blade * 3, 1)], [128, 52, 2.6], [100 - blade * 14, 84, 3.4]])
    if (z < 40) bone([[139, 0, 19 * Math.sqrt(Math.max(1 - ((z - 8) / 34) ** 2, 0.02))], [141, 2, 19 * Math.sqrt(Math.max(1 - ((z - 8) / 34) ** 2, 0.02))]])
  }
}
