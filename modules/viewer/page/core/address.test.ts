import { describe, expect, it } from 'vitest'
import { queryOf, workspaceOf } from './address.ts'
import { changed, newWorkspace, type Workspace } from './workspace.ts'

const series = [{ studyId: 's1', seriesUid: '1.2.3' }, { studyId: 's1', seriesUid: '1.2.4' }]

describe('a workspace in an address', () => {
  it('comes back as it was', () => {
    let workspace: Workspace = newWorkspace(series)
    workspace = changed(workspace, { kind: 'layout', layout: 2, series })
    workspace = changed(workspace, { kind: 'link', linked: true })
    workspace = changed(workspace, {
      kind: 'set', tile: 1,
      change: () => ({ at: 11, window: { center: -600, width: 1500 }, inverted: true, over: '1.2.3', view: { zoom: 2.5, center: { x: 0.25, y: 0.75 }, turn: 90, mirrored: true } }),
    })
    workspace = changed(workspace, { kind: 'activate', tile: 1 })
    expect(workspaceOf(queryOf(workspace), series)).toEqual(workspace)
  })
  it('says nothing but the Series where nothing was changed', () => expect(queryOf(newWorkspace(series))).toEqual({ t1: '1.2.3' }))
  it('knows no Series that the reader may not see', () => expect(workspaceOf({ t1: '1.2.99' }, series)).toBeNull())

  const refused = {
    'another address': 'https://example.org/1.2.3', 'a list': ['1.2.3'], 'a text without end': `1.2.3${'*i'.repeat(400)}`, 'nothing': undefined,
  }
  for (const [what, text] of Object.entries(refused)) {
    it(`leaves out ${what}`, () => expect(workspaceOf({ t1: text }, series)).toBeNull())
  }
  const broken = ['o1.2.99', 'o', 'n0', 'n-4', 'nNaN', 'w1', 'w5_-2', 'z1e9', 'r45', 'p9_x', 'cdown', 'm1', '', 'nn', 'w1_2_3']
  for (const part of broken) {
    it(`takes no notice of the part "${part}"`, () => {
      expect(workspaceOf({ t1: `1.2.3*${part}` }, series)?.tiles).toEqual(newWorkspace(series).tiles)
    })
  }
  it('holds zoom and place within their bounds', () => {
    const view = workspaceOf({ t1: '1.2.3*z9999*p-5_7' }, series)?.tiles[0]?.view
    expect(view).toMatchObject({ zoom: 40, center: { x: 0, y: 1 } })
  })
})
