/** Real files by C-STORE, from DCMTK and from our own sender, and out again on ZIP and ISO: the same to the byte. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, it, type TestContext } from 'vitest'
import { sendByDcmtk, witnessed } from '../setup/dcmtk.ts'
import { associateFor, storeOn, type Receiver } from '../setup/dicom-send.ts'
import { sha256 } from '../setup/http-client.ts'
import { examine, instanceIn, MEDIA_PROGRAMS, type Format, type Found } from '../setup/media.ts'
import { whyMissing } from '../setup/programs.ts'
import { roundTrip, type Outcome, type Sent } from '../setup/round-trip.ts'
import { RunningProduct } from '../setup/running-product.ts'
import { nameOf, samplesIn, SAMPLES_MISSING } from '../setup/samples.ts'

const MINUTES = 60_000
const FORMATS: readonly Format[] = ['zip', 'iso']

const samples = samplesIn('dicom-series', 'dicom-core')
const missing = whyMissing('storescp', 'dcmsend', ...MEDIA_PROGRAMS)
const whySkipped = samples === null ? SAMPLES_MISSING : missing

let product: RunningProduct
let scanner: Receiver

beforeAll(async () => {
  if (whySkipped !== null) return
  product = await RunningProduct.start()
  scanner = await product.device()
  // What goes out to the byte is not fitted to a medium.
  const { status } = await (await product.person('admin', 'admin')).client.call('PATCH', '/api/settings/MediaProfile', { value: 'kept' })
  assert.equal(status, 200)
})
afterAll(async () => {
  if (whySkipped === null) await product.stop()
})

/** The work is done once; its tests look at what came of it. */
function outcomeOf(context: TestContext, outcome: Outcome | null): Outcome {
  if (whySkipped !== null) context.skip(whySkipped)
  return outcome ?? assert.fail('the round trip did not come to its end')
}

function refusalsIn({ sent }: Outcome): readonly Sent[] {
  return [...sent.values()].filter(({ status }) => status !== null && status !== 0)
}

function kindOf({ sopInstanceUid, transferSyntaxUid }: Found): string {
  return `${sopInstanceUid} ${transferSyntaxUid}`
}

/** The same data set in two files is stored once. */
function keysOf(instances: readonly Found[]): readonly string[] {
  const keys = instances.map((instance) => `${kindOf(instance)} ${sha256(instance.dataSet)}`)
  return [...new Set(keys)].sort()
}

/** They lack a Study, a Series or a class: nobody could find them again. PS3.3 C.7.2.1, C.7.3.1, C.12.1. */
const PLACELESS = [
  'JPEGLSNearLossless_08.dcm', 'JPEGLSNearLossless_16.dcm', 'SC_rgb_jls_lossy_line.dcm', 'SC_rgb_jls_lossy_sample.dcm',
  'no-meta-length-test.dcm',
]
/** Their UIDs are written with VR UN: DCMTK takes them for numbers, and says SOP Class 31 in the command. */
const MISREAD = ['rtdose_rle.dcm', 'rtdose_rle_1frame.dcm']

function fileName(path: string): string {
  return path.split('/').at(-1) ?? ''
}

describe('files that DCMTK sends', () => {
  let outcome: Outcome | null = null
  let onWire: readonly Found[] = []

  beforeAll(async () => {
    if (samples === null || whySkipped !== null) return
    onWire = await witnessed(samples)
    outcome = await roundTrip(product, samples, (paths) => sendByDcmtk(paths, scanner), examine)
  }, 4 * MINUTES)

  it('are stored, but for those without the UIDs that place them, and those that it misreads', (context) => {
    const refused = refusalsIn(outcomeOf(context, outcome)).map(({ path, status }) => `${fileName(path)} ${status}`)
    const expected = [...PLACELESS.map((name) => `${name} 49152`), ...MISREAD.map((name) => `${name} 290`)]
    assert.deepEqual(refused.sort(), expected.sort())
  })

  it('are all but those that DCMTK itself cannot read: each of these is told with its reason', (context) => {
    const unsent = [...outcomeOf(context, outcome).sent.values()].filter(({ status }) => status === null)
    console.log(`DCMTK does not send ${unsent.length} of ${samples?.length ?? 0} files:`)
    for (const { path, reason } of unsent) console.log(`  ${nameOf(path)}: ${reason}`)
    for (const { reason } of unsent) assert.notEqual(reason, '')
    assert.ok(unsent.length <= 18, `${unsent.length} files were not sent`)
  })

  for (const format of FORMATS) {
    it(`are on the ${format} as DCMTK sent them, to the byte`, (context) => {
      const done = outcomeOf(context, outcome)
      const refused = new Set(refusalsIn(done).map(({ path }) => kindOf(instanceIn(readFileSync(path)) ?? assert.fail(path))))
      assert.deepEqual(keysOf(done.found[format]), keysOf(onWire.filter((sent) => !refused.has(kindOf(sent)))))
    })
  }
})

describe('files that we send', () => {
  let outcome: Outcome | null = null

  beforeAll(async () => {
    if (samples === null || whySkipped !== null) return
    outcome = await roundTrip(product, samples, sendOurselves)
  }, 4 * MINUTES)

  it('are stored, but for those without the UIDs that place them', (context) => {
    const refused = refusalsIn(outcomeOf(context, outcome)).map(({ path }) => fileName(path))
    assert.deepEqual(refused.sort(), [...PLACELESS].sort())
  })

  for (const format of FORMATS) {
    it(`are on the ${format} as they lie in their files, to the byte`, (context) => {
      const { found, sent } = outcomeOf(context, outcome)
      const stored = [...sent.values()].filter(({ status }) => status === 0).map(({ path }) => instanceIn(readFileSync(path)) ?? assert.fail(path))
      assert.ok(stored.length > 100)
      assert.deepEqual(keysOf(found[format]), keysOf(stored))
    })
  }
})

/** With all of their bytes, and the UIDs that they have. */
async function sendOurselves(paths: readonly string[]): Promise<readonly Sent[]> {
  const images = paths.map((path) => ({ path, image: instanceIn(readFileSync(path)) }))
  const association = await associateFor(images.map(({ image }) => image).filter((image) => image !== null), scanner)
  const sent: Sent[] = []
  for (const { path, image } of images) {
    if (image === null) sent.push({ path, status: null, reason: 'it is no whole instance' })
    else sent.push({ path, status: (await storeOn(association, image)).status, reason: '' })
  }
  await association.release()
  return sent
}
