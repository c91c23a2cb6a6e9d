import { describe, expect, it } from 'vitest'
import { changed, newWorkspace, showsCuts, stepped, type Workspace } from './workspace.ts'

const series = ['1.1', '1.2', '1.3'].map((seriesUid) => ({ studyId: 's', seriesUid }))
const uids = ({ tiles }: Workspace) => tiles.map((tile) => tile?.seriesUid ?? null)
const four = changed(newWorkspace(series), { kind: 'layout', layout: 4, series })

describe('a workspace', () => {
  it('fills new places with the Series that follow, and leaves the rest empty', () => expect(uids(four)).toEqual(['1.1', '1.2', '1.3', null]))
  it('keeps what is looked at when places are lost', () => {
    const third = changed(four, { kind: 'activate', tile: 2 })
    const one = changed(third, { kind: 'layout', layout: 1, series })
    expect([uids(one), one.active]).toEqual([['1.3'], 0])
  })
  it('puts a Series fresh, whatever was set before', () => {
    const zoomed = changed(four, { kind: 'set', tile: 0, change: ({ view }) => ({ view: { ...view, zoom: 3 } }) })
    expect(changed(zoomed, { kind: 'put', tile: 0, series: { studyId: 's', seriesUid: '1.2' } }).tiles[0]).toMatchObject({ seriesUid: '1.2', view: { zoom: 1 } })
  })
  it('goes only where a place is told', () => {
    expect(changed(four, { kind: 'scroll', places: [5, null, 7, 9] }).tiles.map((tile) => tile?.at)).toEqual([5, null, 7, undefined])
  })
  it('shares the window among the cuts through one stack, and goes back to the stack', () => {
    const cuts = changed(four, { kind: 'cuts', tile: 0 })
    expect([cuts.layout, cuts.tiles.map((tile) => tile?.cut), showsCuts(cuts)]).toEqual([3, ['stack', 'rows', 'columns'], true])
    const window = { center: 40, width: 80 }
    expect(changed(cuts, { kind: 'set', tile: 1, change: () => ({ window }) }).tiles.map((tile) => tile?.window)).toEqual([window, window, window])
    expect(changed(cuts, { kind: 'cuts', tile: 2 })).toMatchObject({ layout: 1, active: 0, tiles: [{ cut: 'stack' }] })
  })
  it('resets how a tile is seen, not which image', () => {
    const set = changed(four, { kind: 'set', tile: 1, change: () => ({ at: 4, inverted: true }) })
    expect(changed(set, { kind: 'reset', tile: 1 }).tiles[1]).toMatchObject({ at: 4, inverted: false })
  })
  it('knows no tile that is not there', () => expect(changed(four, { kind: 'activate', tile: 9 }).active).toBe(0))
})

describe('steps through a stack', () => {
  it('stop at the ends', () => expect([stepped(0, -1, 5), stepped(4, 3, 5), stepped(2, 1, 5), stepped(0, 1, 0)]).toEqual([0, 4, 3, 0]))
  it('wrap round in a film', () => expect([stepped(4, 1, 5, true), stepped(0, -1, 5, true)]).toEqual([0, 4]))
})
