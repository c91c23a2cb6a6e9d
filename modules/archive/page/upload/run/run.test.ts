import { describe, expect, it } from 'vitest'
import { kindOfFile } from '../../../contract.ts'
import { labelOf } from '../read/chosen.ts'
import type { FoundFile } from '../read/found-file.ts'
import { lookInto } from '../read/look-into.ts'
import { batchesOf } from './batches.ts'
import { Pacing } from './pace.ts'

const file = (bytes: number): FoundFile => ({ kind: 'file', path: 'a', bytes, open: () => Promise.resolve(new Blob()) })

describe('batches', () => {
  it('hold small files together, a large one alone', () => {
    const sizes = [...batchesOf([file(10), file(10), file(9_000_000), file(10)])].map((batch) => batch.map(({ bytes }) => bytes))
    expect(sizes).toEqual([[10, 10], [9_000_000], [10]])
  })
  it('hold at most fifty, and all in order', () => {
    const files = Array.from({ length: 120 }, (_, n) => file(n))
    const batches = [...batchesOf(files)]
    expect(batches.map(({ length }) => length)).toEqual([50, 50, 20])
    expect(batches.flat()).toEqual(files)
  })
})

describe('the pace', () => {
  it('says nothing before it would be honest', () => {
    const pace = new Pacing()
    pace.measure(0, 0, 100)
    expect(pace.measure(1_000, 10, 100)).toEqual({ bytesPerSecond: null, remainingMs: null })
    expect(pace.measure(5_000, 50, 100)).toEqual({ bytesPerSecond: 10, remainingMs: 5_000 })
  })
  it('forgets what was before the last seconds, and before a pause', () => {
    const pace = new Pacing()
    for (let second = 0; second <= 60; second++) pace.measure(1_000 * second, second < 40 ? 0 : 100 * (second - 40), 4_000)
    expect(pace.measure(61_000, 2_100, 4_000).bytesPerSecond).toBe(100)
    pace.restart()
    expect(pace.measure(90_000, 2_100, 4_000).bytesPerSecond).toBeNull()
  })
})

describe('what was chosen', () => {
  it('is called by its folder, or its first file', () => {
    expect(labelOf(['DISC/a', 'DISC/b/c'])).toBe('DISC')
    expect(labelOf(['a.dcm'])).toBe('a.dcm')
    expect(labelOf(['a.dcm', 'b.dcm', 'c.dcm'])).toBe('a.dcm +2')
  })
  it('is without what operating systems leave behind', async () => {
    const paths = ['D/._IM1', 'D/.DS_Store', '__MACOSX/D/IM1', 'D/Thumbs.db', 'D/desktop.ini', 'D/IM1']
    const found: string[] = []
    for await (const { path } of lookInto(paths.map((path) => ({ path, file: new File(['x'], path) })))) found.push(path)
    expect(found).toEqual(['D/IM1'])
  })
})

describe('a file is', () => {
  const prefixed = new Uint8Array(132)
  prefixed.set([0x44, 0x49, 0x43, 0x4d], 128)
  const bare = new Uint8Array([8, 0, 5, 0, 0x43, 0x53, 10, 0, 0x49, 0x53, 0x4f, 0x5f])
  const text = new TextEncoder()
  const cases = [
    ['DISC/IM1', prefixed, 'dicom'], ['DISC/IM1', bare, 'dicom'], ['DISC/DICOMDIR', prefixed, 'directory'], ['DISC/DICOMDIR.;1', prefixed, 'directory'],
    ['VIEWER/START.EXE', text.encode('MZ'), 'program'], ['VIEWER/start', text.encode('\x7fELF'), 'program'], ['AUTORUN.INF', text.encode('[autorun]'), 'program'],
    ['report.pdf', text.encode('%PDF'), 'not-dicom'], ['EMPTY', new Uint8Array(), 'not-dicom'], ['photo.jpg', new Uint8Array(200), 'not-dicom'],
  ] as const
  for (const [path, head, kind] of cases) it(`${kind}: ${path}`, () => expect(kindOfFile(path, head)).toBe(kind))
})
