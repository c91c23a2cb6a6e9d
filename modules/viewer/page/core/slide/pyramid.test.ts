import { describe, expect, it } from 'vitest'
import { Tags } from '../tags.ts'
import { elements } from '../testing.ts'
import { levelFor, levelsOf, tilesInSight } from './pyramid.ts'

const level = (uid: string, columns: number, more = {}) => elements({
  [Tags.SOPInstanceUID]: [uid], [Tags.ImageType]: ['ORIGINAL', 'PRIMARY', 'VOLUME', 'NONE'], [Tags.Rows]: [10], [Tags.Columns]: [10], [Tags.SamplesPerPixel]: [3],
  [Tags.TotalPixelMatrixColumns]: [columns], [Tags.TotalPixelMatrixRows]: [columns / 2], [Tags.NumberOfFrames]: [Math.ceil(columns / 10) * Math.ceil(columns / 20)],
  [Tags.DimensionOrganizationType]: ['TILED_FULL'],
  [Tags.SharedFunctionalGroupsSequence]: [elements({ [Tags.PixelMeasuresSequence]: [elements({ [Tags.PixelSpacing]: [0.0005, 0.0005] })] })], ...more,
})
const placed = (column: number, row: number) => elements({ [Tags.PlanePositionSlideSequence]: [elements({
  [Tags.ColumnPositionInTotalImagePixelMatrix]: [column * 10 + 1], [Tags.RowPositionInTotalImagePixelMatrix]: [row * 10 + 1],
})] })

describe('a slide', () => {
  it('has its levels by size; its label, which names the patient, is none', () => {
    const levels = levelsOf([level('1', 40), level('2', 80), level('3', 20, { [Tags.ImageType]: ['ORIGINAL', 'PRIMARY', 'LABEL'] })])
    expect(levels.map(({ columns, mm }) => [columns, mm])).toEqual([[80, 0.0005], [40, 0.0005]])
  })

  it('has its tiles in rows where all are there', () => {
    const [only] = levelsOf([level('1', 35)])
    expect([only?.tileAt(0, 0)?.frame, only?.tileAt(3, 0)?.frame, only?.tileAt(0, 1)?.frame]).toEqual([1, 4, 5])
  })

  it('has its tiles where they say to be where some were left out', () => {
    const [only] = levelsOf([level('1', 40, { [Tags.DimensionOrganizationType]: ['TILED_SPARSE'], [Tags.NumberOfFrames]: [2], [Tags.PerFrameFunctionalGroupsSequence]: [placed(3, 1), placed(0, 0)] })])
    expect([only?.tileAt(3, 1)?.frame, only?.tileAt(0, 0)?.frame, only?.tileAt(1, 0)]).toEqual([1, 2, null])
  })

  it('that came in parts is one', () => {
    const part = (uid: string, offset: number) => level(uid, 40, { [Tags.ConcatenationUID]: ['9'], [Tags.ConcatenationFrameOffsetNumber]: [offset], [Tags.NumberOfFrames]: [4] })
    const [only, ...others] = levelsOf([part('1', 0), part('2', 4)])
    expect([others.length, only?.tileAt(3, 0)?.instanceUid, only?.tileAt(0, 1)]).toMatchObject([0, '1', { instanceUid: '2', frame: 1 }])
  })

  it('is shown by the smallest level that is fine enough, in the tiles that are in sight', () => {
    const levels = levelsOf([level('1', 80), level('2', 40), level('3', 20)])
    const [base] = levels
    expect([levelFor(levels, 1), levelFor(levels, 0.5), levelFor(levels, 0.3), levelFor(levels, 0.01)].map((each) => each?.columns)).toEqual([80, 40, 40, 20])
    const fine = levelFor(levels, 0.5)
    if (base === undefined || fine === null) throw new Error('no level')
    // From column 30 of the largest on: tiles of 20 of them.
    const tiles = tilesInSight(fine, base, [1, 0, 0, 1, -30, 0], { width: 20, height: 15 })
    expect(tiles.map(({ x, y, scale }) => [x, y, scale])).toEqual([[20, 0, 2], [40, 0, 2]])
  })

  it('whose size is a lie is none', () => {
    expect(levelsOf([level('1', 40, { [Tags.TotalPixelMatrixColumns]: [4e9], [Tags.TotalPixelMatrixRows]: [4e9] }), level('2', 40, { [Tags.TotalPixelMatrixRows]: [] })])).toEqual([])
  })
})
