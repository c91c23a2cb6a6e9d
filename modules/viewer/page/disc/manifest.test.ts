import { describe, expect, it } from 'vitest'
import { manifestOf } from './manifest.ts'

const series = { uid: '1.2.3', modality: 'CT', description: 'Axial', number: 2, preview: 'IHE_PDI/S1.JPG', documents: [{ title: 'Report', file: 'IHE_PDI/RP000001.HTM' }], instances: [{ file: 'IMAGES/ST1/SE1/IM1', frames: 1 }] }
const disc = { patient: 'Doe^Jane', made: '2026-11-22T07:00:00Z', institution: 'General', studies: [{ uid: '1.2', description: 'Chest', date: '20260102', series: [series] }] }

describe('the manifest of a disc', () => {
  it('is taken as it is', () => {
    expect(manifestOf(disc)).toEqual({
      patient: 'Doe^Jane', made: '20261122', institution: 'General',
      studies: [{
        uid: '1.2', patient: 'Doe^Jane', description: 'Chest', date: '20260102',
        series: [{ uid: '1.2.3', modality: 'CT', description: 'Axial', number: 2, preview: 'IHE_PDI/S1.JPG', documents: [{ title: 'Report', file: 'IHE_PDI/RP000001.HTM' }], files: ['IMAGES/ST1/SE1/IM1'] }],
      }],
    })
  })

  const foreign = ['../SECRET', '/etc/passwd', 'C:\\X', 'https://example.org/X', 'javascript:alert(1)', 'data:image/png;base64,AA', 'A//B', 'A/../B', '']
  for (const path of foreign) {
    it(`leads nowhere but into the disc: ${path}`, () => {
      const given = { ...disc, studies: [{ ...disc.studies[0], series: [{ ...series, preview: path, documents: [{ title: 'x', file: path }], instances: [{ file: path }, { file: 'IMAGES/IM1' }] }] }] }
      expect(manifestOf(given)?.studies[0]?.series[0]).toMatchObject({ preview: null, documents: [], files: ['IMAGES/IM1'] })
    })
  }

  it('of several people is nobody\'s, and each study is its own patient\'s', () => {
    const given = { ...disc, studies: [disc.studies[0], { ...disc.studies[0], uid: '1.3', patient: 'Roe^Rick' }] }
    expect(manifestOf(given)).toMatchObject({ patient: '', studies: [{ patient: 'Doe^Jane' }, { patient: 'Roe^Rick' }] })
  })

  it('of another form is none', () => {
    for (const given of [undefined, null, [], 'x', { studies: 'x' }, { studies: [{ uid: 7 }] }]) expect(manifestOf(given)).toBeNull()
  })
})
