/** What is no plain picture, in files of other makers, as the core of the viewer reads it. */
import { readFileSync } from 'node:fs'
import { readPart10, toDicomJson } from '@filmjacket/dicom-data'
import { describe, expect, it } from 'vitest'
import { samplesIn, SAMPLES_MISSING } from '../../tests/setup/samples.ts'
import { contentOf } from './page/core/content.ts'
import type { Elements } from './page/core/elements.ts'
import { segmentationOf } from './page/core/layers/segmentation.ts'
import { structuresOf } from './page/core/layers/structures.ts'
import { stackOf } from './page/core/stack.ts'
import { findingsOf } from './page/core/waves/annotations.ts'
import { hasSheet } from './page/core/waves/sheet.ts'
import { reachOf, signalOf } from './page/core/waves/signal.ts'
import { groupsOf } from './page/core/waves/waveform.ts'

const samples = samplesIn('dicom-objects')

function read(name: string): Elements {
  const path = samples?.find((each) => each.endsWith(name)) ?? ''
  return toDicomJson(readPart10(readFileSync(path)).dataSet)
}

describe.skipIf(samples === null)(`objects of other makers${samples === null ? ` (${SAMPLES_MISSING})` : ''}`, () => {
  it('an ECG of twelve leads has its leads, its microvolts and its sentences', () => {
    const ecg = read('anonymous_ecg.dcm')
    expect(contentOf(ecg)).toBe('waves')
    const groups = groupsOf(ecg)
    expect(groups.map(({ label, seconds, frequency }) => ({ label, seconds, frequency })))
      .toEqual([{ label: 'RHYTHM', seconds: 10, frequency: 1000 }, { label: 'MEDIAN BEAT', seconds: 1.2, frequency: 1000 }])
    const reaches = groups.map((group) => {
      expect(group.channels.map(({ name }) => name).join(' ')).toBe('I II III aVR aVL aVF V1 V2 V3 V4 V5 V6')
      expect([hasSheet(group), group.channels[0]?.unit]).toEqual([true, 'uV'])
      return reachOf(signalOf(group, group.data.bytes ?? new Uint8Array()), 1, 0, group.samples)
    })
    expect(reaches).toEqual([{ low: -208.75, high: 1137.5 }, { low: -31.25, high: 1112.5 }])
    const { texts, measures, marks } = findingsOf(ecg, 0, 1000)
    expect([texts, measures[4], marks[0]]).toEqual([
      ['RITMO SINUSALE', 'ECG NORMALE'], { name: 'QT Interval', value: 368, unit: 'ms' }, { channel: null, seconds: 0.298, text: 'P Onset' },
    ])
  })

  it('a segmentation lies on the slices that it was made from, be they files or frames', () => {
    const layer = segmentationOf([read('label.seg')])
    const [files, frames] = [stackOf([1, 2, 3].map((n) => read(`IMG000${n}.dcm`))), stackOf([read('mf.dcm')])]
    for (const stack of [files, frames]) expect(stack.map((image) => layer.masksOn(image).map(({ frame }) => frame.frame))).toEqual([[1], [2], [3]])
    expect(layer.parts).toMatchObject([{ name: 'Liver', maker: 'both' }])
    expect(segmentationOf([read('sparse-labelmap-noppv.dcm')]).parts).toMatchObject([{ name: 'Liver' }])
  })

  it('a structure set is drawn on its slice alone', () => {
    const layer = structuresOf([read('rtss.dcm')])
    const [image] = stackOf([read('ct.0.dcm')])
    if (image === undefined) throw new Error('no image')
    expect(layer.parts.map(({ name }) => name)).toContain('Heart')
    expect(layer.outlinesOn(image).map(({ part: { name }, points }) => [name, points.length])).toEqual([['BODY', 532], ['BODY', 296], ['BODY', 4], ['BODY', 4]])
  })
})
