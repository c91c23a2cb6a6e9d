import assert from 'node:assert/strict'
import { TransferSyntaxes as T } from '@filmjacket/dicom-data'
import { describe, it } from 'vitest'
import { chooseProfile, type ContentKind } from './choose.ts'
import { allows, CAPACITY_BYTES, profileById, profiles } from './profiles.ts'

const of = (...syntaxes: readonly { readonly uid: string }[]): readonly ContentKind[] =>
  syntaxes.map(({ uid }, n) => ({ transferSyntaxUid: uid, instances: n + 1 }))
const small = { sizeBytes: 1_000_000 }
const chosen = (content: readonly ContentKind[], sizeBytes = 1_000_000) => chooseProfile(content, { sizeBytes }).profile?.id ?? null

describe('chooseProfile', () => {
  const cases = {
    'STD-GEN-CD': of(T.explicitVrLittleEndian),
    'STD-GEN-DVD-JPEG': of(T.explicitVrLittleEndian, T.jpegBaseline, T.jpegExtended, T.jpegLosslessSv1),
    'STD-GEN-DVD-J2K': of(T.jpeg2000, T.jpeg2000Lossless, T.explicitVrLittleEndian),
    'STD-GEN-BD-MPEG2-MPML': of(T.mpeg2MainLevel),
    'STD-GEN-BD-MPEG2-MPHL': of(T.mpeg2HighLevel, T.explicitVrLittleEndian),
    'STD-GEN-BD-MPEG4-HPLV41': of(T.mpeg4Avc41, T.explicitVrLittleEndian),
    'STD-GEN-BD-MPEG4-SHPLV42': of(T.mpeg4Avc42Stereo),
  }
  for (const [id, content] of Object.entries(cases))
    it(`takes ${id} for what fits it as it is`, () => assert.equal(chosen(content), id))

  it('writes Implicit VR as Explicit VR, which no profile goes without', () => {
    const choice = chooseProfile(of(T.implicitVrLittleEndian, T.explicitVrLittleEndian), small)
    assert.equal(choice.profile?.id, 'STD-GEN-CD')
    assert.deepEqual([...choice.changes], [[T.implicitVrLittleEndian.uid, 'rewrite']])
  })
  it('takes the smallest medium that holds it', () => {
    assert.equal(chosen(of(T.explicitVrLittleEndian), CAPACITY_BYTES.CD), 'STD-GEN-CD')
    assert.equal(chosen(of(T.explicitVrLittleEndian), CAPACITY_BYTES.CD + 1), 'STD-GEN-DVD-JPEG')
    assert.equal(chosen(of(T.explicitVrLittleEndian), CAPACITY_BYTES.DVD + 1), 'STD-GEN-USB-JPEG')
    assert.equal(chosen(of(T.mpeg2MainLevel), CAPACITY_BYTES.BD + 1), null)
  })
  it('names the others that hold the same', () => {
    const { alternatives } = chooseProfile(of(T.jpegBaseline), small)
    assert.deepEqual(alternatives.map(({ id }) => id), ['STD-GEN-USB-JPEG', 'STD-GEN-BD-JPEG'])
  })
  it('fits nothing where kinds of compression meet, and names them', () => {
    const choice = chooseProfile(of(T.jpegBaseline, T.rle), small)
    assert.equal(choice.profile, null)
    assert.deepEqual(choice.outside, [T.rle.uid])
  })
  it('decompresses the fewest, where that may be done', () => {
    const content = [{ transferSyntaxUid: T.jpegBaseline.uid, instances: 9 }, { transferSyntaxUid: T.jpeg2000.uid, instances: 2 }]
    const choice = chooseProfile(content, { ...small, canDecompress: () => true })
    assert.equal(choice.profile?.id, 'STD-GEN-DVD-JPEG')
    assert.deepEqual([...choice.changes], [[T.jpeg2000.uid, 'decompress']])
  })
  it('does not decompress what fits a profile as it is', () => {
    assert.equal(chooseProfile(of(T.jpegBaseline), { ...small, canDecompress: () => true }).profile?.id, 'STD-GEN-DVD-JPEG')
  })
  it('decompresses all for a CD that was asked for', () => {
    const among = [profileById('STD-GEN-CD') ?? assert.fail()]
    const choice = chooseProfile(of(T.jpegBaseline, T.explicitVrLittleEndian), { ...small, among, canDecompress: () => true })
    assert.deepEqual([choice.profile?.id, [...choice.changes.values()]], ['STD-GEN-CD', ['decompress']])
  })
  it('has a place for nothing as on a CD', () => assert.equal(chosen([]), 'STD-GEN-CD'))
})

describe('profiles', () => {
  it('all hold Explicit VR Little Endian, the transfer syntax of the DICOMDIR', () => {
    for (const profile of profiles) assert.ok(allows(profile, T.explicitVrLittleEndian.uid), profile.id)
  })
  it('by MIME hold anything', () => assert.ok(allows(profileById('STD-GEN-MIME') ?? assert.fail(), T.rle.uid)))
})
