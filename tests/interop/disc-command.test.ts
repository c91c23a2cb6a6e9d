/** `filmjacket disc`, as an operator types it: Studies to a medium, and what is wrong with any medium. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newUid, Tags } from '@filmjacket/dicom-data'
import { afterAll, beforeAll, beforeEach, describe, it } from 'vitest'
import { filmjacket, whyNotBuilt } from '../setup/filmjacket-process.ts'
import { fileOf, makeImage } from '../setup/images.ts'
import { Scratch } from '../setup/scratch.ts'

const MINUTE_MS = 60_000

const scratch = new Scratch()
const data = join(scratch.path, 'data')
const at = (name: string) => join(scratch.path, name)
const study = { patientId: 'P-DISC', studyUid: newUid(), seriesUid: newUid(), elements: { [Tags.AccessionNumber]: 'ACC-9' } }

beforeAll(async () => {
  if (whyNotBuilt !== null) return
  for (let seed = 0; seed < 3; seed++) scratch.put(`in/${seed}.dcm`, fileOf(makeImage({ ...study, seed })))
  const { status, stderr } = await filmjacket('import', '--data', data, at('in'))
  assert.equal(status, 0, stderr)
}, 2 * MINUTE_MS)
beforeEach((context) => {
  if (whyNotBuilt !== null) context.skip(whyNotBuilt)
})
afterAll(() => scratch.remove())

describe('filmjacket disc', () => {
  it('makes a ZIP, an image and a folder of a Study by its accession number, which all pass its own check', async () => {
    const made = await filmjacket('disc', 'ACC-9', '--data', data, '--zip', at('a.zip'), '--iso', at('a.iso'), '--to', at('a'), '--language', 'fr')
    assert.equal(made.status, 0, made.stderr)
    assert.match(made.stdout, /3 instances\. Profile: STD-GEN-CD\.\nLabel:\n/)
    assert.match(readFileSync(join(at('a'), 'README.TXT'), 'latin1'), /IMAGES MEDICALES/)
    for (const medium of ['a.zip', 'a.iso', 'a']) {
      const checked = await filmjacket('disc', 'check', at(medium))
      assert.equal(checked.status, 0, checked.stdout)
      assert.match(checked.stdout, /^3 instances; profile STD-GEN-CD; 0 errors, 0 warnings\.\n$/)
    }
  }, 2 * MINUTE_MS)

  it('makes nothing of a Study that is not here, and says so', async () => {
    const { status, stderr } = await filmjacket('disc', 'ACC-9', 'ACC-10', '--data', data, '--zip', at('b.zip'))
    assert.equal(status, 1)
    assert.equal(stderr, 'no Study is called ACC-10\n')
    assert.ok(!existsSync(at('b.zip')))
  }, MINUTE_MS)

  it('writes into no folder that holds something', async () => {
    scratch.put('full/letter.txt', 'dear')
    const { status, stderr } = await filmjacket('disc', study.studyUid, '--data', data, '--to', at('full'))
    assert.equal(status, 1)
    assert.match(stderr, /is not empty/)
  }, MINUTE_MS)

  it('asks what to make', async () => {
    const { status, stderr } = await filmjacket('disc', study.studyUid, '--data', data)
    assert.equal(status, 2)
    assert.match(stderr, /--zip FILE, --iso FILE or --to FOLDER/)
  }, MINUTE_MS)
})

describe('filmjacket disc check', () => {
  it('finds a file that is gone and one that is another, with exit code 1', async () => {
    const made = await filmjacket('disc', 'ACC-9', '--data', data, '--to', at('spoilt'))
    assert.equal(made.status, 0, made.stderr)
    const file = (n: number) => join(at('spoilt'), 'IMAGES/ST000001/SE000001', `IM00000${n}`)
    rmSync(file(1))
    writeFileSync(file(2), readFileSync(file(3)))
    const { status, stdout } = await filmjacket('disc', 'check', at('spoilt'))
    assert.equal(status, 1)
    assert.match(stdout, /error: IMAGES\/ST000001\/SE000001\/IM000001: it is in the DICOMDIR and not on the medium/)
    assert.match(stdout, /error: IMAGES\/ST000001\/SE000001\/IM000002: the DICOMDIR gives another SOP Instance UID than the file/)
  }, MINUTE_MS)

  it('says of what is no medium that it is none', async () => {
    for (const [name, bytes] of [['letter.txt', 'dear'], ['cut.zip', 'PK\u0003\u0004']] as const) {
      const { status, stderr } = await filmjacket('disc', 'check', scratch.put(name, bytes))
      assert.equal(status, 1)
      assert.match(stderr, /it is no folder|the ZIP file is damaged/)
    }
    assert.equal((await filmjacket('disc', 'check', at('nowhere'))).status, 1)
  }, MINUTE_MS)
})
