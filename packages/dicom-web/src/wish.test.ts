import { TransferSyntaxes as S } from '@filmjacket/dicom-data'
import { describe, expect, it } from 'vitest'
import { planFrames, planInstance, type Means } from './plan.ts'
import { choose, wishesOf } from './wish.ts'

const DICOM = [{ media: 'application/dicom', isMultipart: true }, { media: 'application/dicom', isMultipart: false }]

describe('choose', () => {
  const chosen: readonly (readonly [accept: string | undefined, isMultipart: boolean, syntaxes: readonly string[]])[] = [
    [undefined, true, []],
    ['*/*', true, []],
    ['application/dicom', false, []],
    ['multipart/related', true, []],
    ['multipart/related; type="application/dicom"; transfer-syntax=*', true, ['*']],
    ['application/dicom; transfer-syntax=1.2; q=0.1, application/dicom; transfer-syntax=1.3', false, ['1.3', '1.2']],
    ['text/html, application/*', false, []],
  ]
  for (const [accept, isMultipart, transferSyntaxes] of chosen) {
    it(`finds what suits ${accept ?? 'a request without Accept'}`, () => {
      expect(choose(wishesOf(accept), DICOM)).toEqual({ media: 'application/dicom', isMultipart, transferSyntaxes })
    })
  }
  for (const accept of ['text/html', 'application/dicom; q=0', 'multipart/related; type="image/jpeg"', '']) {
    it(`finds nothing for '${accept}'`, () => expect(choose(wishesOf(accept), DICOM)).toBeNull())
  }
  it('takes the query string before the header', () => {
    expect(choose(wishesOf('text/html', 'application/dicom'), DICOM)?.isMultipart).toBe(false)
  })
})

const means: Means = {
  decodes: ({ name }) => !/MPEG/.test(name),
  encodes: ({ uid }) => [S.explicitVrLittleEndian, S.rle, S.jpegLsLossless, S.jpeg2000Lossless].some((each) => each.uid === uid),
}
const octets = 'application/octet-stream'

describe('planFrames', () => {
  const plans: readonly (readonly [stored: keyof typeof S, accept: string, expected: readonly [keyof typeof S, string, boolean] | null])[] = [
    ['explicitVrLittleEndian', '*/*', ['explicitVrLittleEndian', octets, true]],
    ['implicitVrLittleEndian', `multipart/related; type=${octets}`, ['explicitVrLittleEndian', octets, true]],
    ['jpegBaseline', '*/*', ['explicitVrLittleEndian', octets, false]],
    ['jpegBaseline', `multipart/related; type=${octets}; transfer-syntax=*`, ['jpegBaseline', octets, true]],
    ['jpegBaseline', 'multipart/related; type=image/jpeg', ['jpegBaseline', 'image/jpeg', true]],
    ['jpegBaseline', 'multipart/related; type="image/*"', ['jpegBaseline', 'image/jpeg', true]],
    ['jpegBaseline', 'multipart/related; type=image/jls', ['jpegLsLossless', 'image/jls', false]],
    ['jpegBaseline', `multipart/related; type=image/jpeg; transfer-syntax=${S.jpegLosslessSv1.uid}`, null],
    ['explicitVrLittleEndian', 'multipart/related; type=image/jpeg', null],
    ['explicitVrLittleEndian', 'image/jp2', ['jpeg2000Lossless', 'image/jp2', false]],
    ['explicitVrLittleEndian', `${octets}; transfer-syntax=${S.rle.uid}`, ['rle', octets, false]],
    ['explicitVrBigEndian', `${octets}; transfer-syntax=*`, ['explicitVrBigEndian', octets, true]],
    ['explicitVrBigEndian', octets, ['explicitVrLittleEndian', octets, false]],
    ['mpeg4Avc41', octets, null],
    ['mpeg4Avc41', '*/*', ['mpeg4Avc41', 'video/mp4', true]],
    ['mpeg4Avc41', 'video/mp4', ['mpeg4Avc41', 'video/mp4', true]],
    ['explicitVrLittleEndian', 'text/html', null],
    ['rle', 'text/html, multipart/related; type=image/jls; q=0.5, image/dicom-rle; q=0.4', ['jpegLsLossless', 'image/jls', false]],
  ]
  for (const [stored, accept, expected] of plans) {
    it(`sends ${stored} to who accepts ${accept} as ${expected?.join(' ') ?? 'nothing'}`, () => {
      const plan = planFrames(wishesOf(accept), S[stored], means)
      expect(plan && [plan.transferSyntax.uid, plan.media, plan.isStored]).toEqual(expected && [S[expected[0]].uid, expected[1], expected[2]])
    })
  }
})

describe('planInstance', () => {
  const plans: readonly (readonly [wanted: readonly string[], stored: keyof typeof S, expected: keyof typeof S | null])[] = [
    [[], 'jpegBaseline', 'explicitVrLittleEndian'],
    [['*'], 'jpegBaseline', 'jpegBaseline'],
    [[S.jpegBaseline.uid], 'jpegBaseline', 'jpegBaseline'],
    [['1.2.3', S.rle.uid], 'jpegBaseline', 'rle'],
    [[S.jpegBaseline.uid], 'rle', null],
    [[], 'mpeg4Avc41', null],
  ]
  for (const [wanted, stored, expected] of plans) {
    it(`sends ${stored} to who wants ${wanted.join() || 'whatever is usual'} as ${expected ?? 'nothing'}`, () => {
      expect(planInstance(wanted, S[stored], means)?.uid).toEqual(expected === null ? undefined : S[expected].uid)
    })
  }
})
