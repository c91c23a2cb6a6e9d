import { describe, expect, it } from 'vitest'
import { instancesOfState, marksFor } from './marks.ts'
import { Tags } from './tags.ts'
import { elements } from './testing.ts'

const image = (uid: string, ...frames: readonly number[]) => elements({ [Tags.ReferencedSOPInstanceUID]: [uid], [Tags.ReferencedFrameNumber]: frames })
const line = elements({ [Tags.GraphicType]: ['POLYLINE'], [Tags.GraphicAnnotationUnits]: ['PIXEL'], [Tags.GraphicData]: [1, 1, 11, 21] })
const words = elements({ [Tags.UnformattedTextValue]: ['here'], [Tags.AnchorPointAnnotationUnits]: ['DISPLAY'], [Tags.AnchorPoint]: [0.5, 0.25] })
const state = elements({
  [Tags.ReferencedSeriesSequence]: [elements({ [Tags.ReferencedImageSequence]: [image('1.1'), image('1.2')] })],
  [Tags.GraphicAnnotationSequence]: [
    elements({ [Tags.ReferencedImageSequence]: [image('1.1', 2)], [Tags.GraphicObjectSequence]: [line] }),
    elements({ [Tags.TextObjectSequence]: [words] }),
  ],
})

describe('markings of the hospital', () => {
  it('stand on the frame that they are for', () => {
    expect(marksFor(state, '1.1', 2)).toEqual([
      { kind: 'line', relative: false, text: '', points: [{ x: 0.5, y: 0.5 }, { x: 10.5, y: 20.5 }] },
      { kind: 'text', relative: true, text: 'here', points: [{ x: 0.5, y: 0.25 }] },
    ])
    expect(marksFor(state, '1.1', 1).map(({ kind }) => kind)).toEqual(['text'])
  })
  it('name every image of their state', () => expect(instancesOfState(state)).toEqual(['1.1', '1.2']))
})
