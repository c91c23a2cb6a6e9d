import { describe, expect, it } from 'vitest'
import { draggedWindow, draggedZoom, pixelsPerSlice, wheelSteps } from './tools.ts'

describe('a drag', () => {
  it('over most of the height goes through the whole stack, within reason', () => {
    expect([pixelsPerSlice(300, 3000), pixelsPerSlice(5, 800), pixelsPerSlice(5000, 800)]).toEqual([8, 24, 3])
  })
  it('widens a window to the right, brightens it down, and never closes it', () => {
    expect(draggedWindow({ center: 40, width: 256 }, 10, -4)).toEqual({ center: 36, width: 266 })
    expect(draggedWindow({ center: 40, width: 256 }, -9_999, 0).width).toBeGreaterThan(0)
  })
  it('up and down by the same comes back', () => expect(draggedZoom(-50) * draggedZoom(50)).toBeCloseTo(1))
  it('counts wheels in pixels, lines and pages', () => expect([wheelSteps(120, 0), wheelSteps(-3, 1), wheelSteps(0, 2)].map(Math.sign)).toEqual([1, -1, 0]))
})
