import { open } from '@filmjacket/bytes'
import { readPart10, Tags, TransferSyntaxes, viewOf, encodeDataSet, encodeFileMeta, SopClasses } from '@filmjacket/dicom-data'
import { beforeAll, describe, expect, it } from 'vitest'
import { objectOf } from '../index.ts'
import { imageElements } from '../testing.ts'
import { ORIGIN, testWeb, type TestWeb } from './testing.ts'

const CREATOR = 0x0009_0010
const PRIVATE = 0x0009_1001
const LARGE = 3 * 1024 * 1024
const AT = '/dicom-web/studies/1.2.3.1/series/1.2.3.1.1/instances/1.2.3.1.1.1'

/** So that a piece of it that is missing, or from elsewhere, is seen. */
function patterned(seed: number): Uint8Array {
  return Uint8Array.from({ length: LARGE }, (_, at) => (at * 31 + seed + (at >> 8)) & 0xff)
}

const [blob, table, curve] = [patterned(1), patterned(2), patterned(3)]

/** Besides its pixels: a private value, one within a sequence, and one behind the pixels that begin before it. */
function file(syntax = TransferSyntaxes.explicitVrLittleEndian): Uint8Array {
  const elements = imageElements({
    [CREATOR]: { vr: 'LO', value: 'ACME' }, [PRIVATE]: { vr: 'OB', value: blob },
    [Tags.SurfaceSequence]: [{ [Tags.SurfacePointsSequence]: [{ [Tags.PointCoordinatesData]: table }] }],
    [Tags.SpectroscopyData]: { vr: 'OF', value: curve },
  })
  const meta = encodeFileMeta({ sopClassUid: SopClasses.ctImageStorage, sopInstanceUid: '1.2.3.1.1.1', transferSyntaxUid: syntax.uid })
  return Buffer.concat([meta, encodeDataSet(elements, syntax)])
}

const paths = { private: '00091001', nested: '00660002/0/00660011/0/00660016', curve: '56000020' } as const

for (const syntax of [TransferSyntaxes.explicitVrLittleEndian, TransferSyntaxes.implicitVrLittleEndian]) {
  describe(`values that a stored header lacks, ${syntax.name}`, () => {
    let web: TestWeb
    beforeAll(async () => {
      web = await testWeb()
      await web.store(file(syntax))
    })

    it('are told by their addresses, and read there', async () => {
      const [json] = (await web.ask(`${AT}/metadata`)).json<Record<string, { BulkDataURI?: string }>[]>()
      expect(json?.[paths.private]?.BulkDataURI).toBe(`${ORIGIN}${AT}/bulkdata/${paths.private}`)
      expect(json?.[paths.curve]?.BulkDataURI).toBe(`${ORIGIN}${AT}/bulkdata/${paths.curve}`)
      expect(JSON.stringify(json)).toContain(`${AT}/bulkdata/${paths.nested}`)
      for (const [path, value] of [[paths.private, blob], [paths.nested, table], [paths.curve, curve]] as const) {
        const answer = await web.ask(`${AT}/bulkdata/${path}`, { headers: { accept: 'application/octet-stream' } })
        expect([path, answer.status, answer.bytes.equals(value)]).toEqual([path, 200, true])
      }
    })

    it('are in the file, and in every view of it', async () => {
      const { bytes } = await web.ask(AT, { headers: { accept: `application/dicom; transfer-syntax=${syntax.uid}` } })
      expect(bytes.equals(file(syntax))).toBe(true)
      const study = await web.archive.studyByUid('1.2.3.1')
      const [instance] = await web.archive.instancesOf(study!.id)
      const viewed = viewOf(objectOf(instance!), instance!.blobId, { set: { [Tags.PatientName]: 'Somebody^Else' } })
      if (viewed.kind !== 'ready') throw new Error(viewed.kind)
      const parts: Uint8Array[] = []
      for await (const part of open(viewed.list, web.blobs)) parts.push(part)
      const { dataSet } = readPart10(Buffer.concat(parts))
      expect(dataSet.text(Tags.PatientName)).toBe('Somebody^Else')
      expect(Buffer.compare(dataSet.bytes(PRIVATE)!, blob)).toBe(0)
      expect(dataSet.bytes(Tags.PixelData)).toHaveLength(512)
    })

    it('are noted by the start for what was stored before that was kept', async () => {
      const noted = () => web.db.selectFrom('instance_header').select('omitted').executeTakeFirstOrThrow()
      const { omitted } = await noted()
      await web.db.updateTable('instance_header').set({ omitted: null }).execute()
      await web.archive.recover()
      expect((await noted()).omitted).toEqual(omitted)
      expect(omitted).toHaveLength(4)
    })
  })
}
