import { describe, expect, it } from 'vitest'
import { onPaper } from './on-paper.ts'

describe('a picture on paper', () => {
  it('is as large as it is, turned where it is too wide', () => {
    expect(onPaper({ width: 100, height: 80 })).toEqual({ isWide: false, width: 100, scale: 1 })
    // Ten seconds at 25 mm/s, in four rows.
    expect(onPaper({ width: 262, height: 112 })).toEqual({ isWide: true, width: 262, scale: 1 })
  })
  it('is made smaller where it fits no sheet, and says by how much', () => {
    expect(onPaper({ width: 388, height: 430 })).toEqual({ isWide: false, width: 194, scale: 0.5 })
    expect(onPaper({ width: 526, height: 112 })).toEqual({ isWide: true, width: 263, scale: 0.5 })
  })
})
