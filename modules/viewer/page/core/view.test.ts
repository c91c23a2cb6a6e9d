import { describe, expect, it } from 'vitest'
import { actualSize, apply, inverse, matrixOf, mirrored, movedBy, turned, WHOLE, zoomedAt, type View } from './view.ts'

const box = { width: 400, height: 300 }
const image = { columns: 100, rows: 50, aspect: 1 }
const views: readonly View[] = [
  WHOLE, turned(WHOLE), turned(turned(WHOLE)), mirrored(turned(WHOLE)), { ...WHOLE, zoom: 3, center: { x: 0.2, y: 0.9 } },
]
const near = (a: { x: number; y: number }, b: { x: number; y: number }) => expect([a.x, a.y].map((v) => Math.round(v * 1e6) / 1e6)).toEqual([b.x, b.y].map((v) => Math.round(v * 1e6) / 1e6))

describe('a view', () => {
  it('fits the whole image, in the middle', () => {
    const matrix = matrixOf(WHOLE, image, box)
    near(apply(matrix, { x: 0, y: 0 }), { x: 0, y: 50 })
    near(apply(matrix, { x: 100, y: 50 }), { x: 400, y: 250 })
  })
  it('fits a turned image by its other side', () => {
    const matrix = matrixOf(turned(WHOLE), image, box)
    near(apply(matrix, { x: 0, y: 0 }), { x: 275, y: 0 })
    near(apply(matrix, { x: 100, y: 0 }), { x: 275, y: 300 })
  })
  it('stretches pixels that are higher than wide', () => {
    const matrix = matrixOf(WHOLE, { ...image, aspect: 2 }, box)
    near(apply(matrix, { x: 0, y: 0 }), { x: 50, y: 0 })
    near(apply(matrix, { x: 0, y: 50 }), { x: 50, y: 300 })
  })
  for (const [n, view] of views.entries()) {
    it(`is undone by its inverse (${n})`, () => {
      const matrix = matrixOf(view, image, box)
      near(apply(inverse(matrix), apply(matrix, { x: 12, y: 34 })), { x: 12, y: 34 })
    })
    it(`keeps what is under the pointer when it zooms (${n})`, () => {
      const at = { x: 220, y: 160 }
      const held = apply(inverse(matrixOf(view, image, box)), at)
      near(apply(matrixOf(zoomedAt(view, image, box, at, 1.5), image, box), held), at)
    })
    it(`moves with the hand (${n})`, () => {
      const before = apply(matrixOf({ ...view, center: { x: 0.5, y: 0.5 } }, image, box), { x: 50, y: 25 })
      const moved = movedBy({ ...view, center: { x: 0.5, y: 0.5 } }, image, box, { x: 5, y: -7 })
      near(apply(matrixOf(moved, image, box), { x: 50, y: 25 }), { x: before.x + 5, y: before.y - 7 })
    })
  }
  it('turns clockwise as it is seen, mirrored or not', () => {
    const top = (view: View) => apply(matrixOf(view, { columns: 100, rows: 100, aspect: 1 }, box), { x: 50, y: 0 })
    near(top(turned(WHOLE)), { x: 350, y: 150 })
    near(top(turned(mirrored(WHOLE))), { x: 350, y: 150 })
  })
  it('comes back after four turns and two mirrors', () => {
    expect(turned(turned(turned(turned(mirrored(mirrored(WHOLE))))))).toEqual(WHOLE)
  })
  it('cannot lose the image out of the tile', () => expect(movedBy(WHOLE, image, box, { x: 9_999, y: 9_999 }).center).toEqual({ x: 0, y: 0 }))
  it('shows one pixel on one of the screen', () => {
    const [a] = matrixOf(actualSize(WHOLE, image, box, 2), image, box)
    expect(a).toBeCloseTo(0.5)
  })
})
