import assert from 'node:assert/strict'
import { parseBlobId, range } from '@filmjacket/bytes'
import {
  encodeDataSet,
  readDataSet,
  scanPart10,
  SopClasses,
  Tags,
  TransferSyntaxes,
  type DataSet,
  type Element,
  type Tag,
  type Value,
} from '@filmjacket/dicom-data'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import type { MediaFile } from '../media-file.ts'
import { bytesOf, text } from '../testing.ts'
import { layOutFileSet } from './file-set.ts'
import type { FileSetInstance } from './instance.ts'

const LITTLE = TransferSyntaxes.explicitVrLittleEndian
const BIG = TransferSyntaxes.explicitVrBigEndian

type Elements = Readonly<Record<Tag, Value | Element>>

const common: Elements = {
  [Tags.PatientID]: 'P1',
  [Tags.PatientName]: 'Doe^Jane',
  [Tags.StudyInstanceUID]: '1.2.3',
  [Tags.SeriesInstanceUID]: '1.2.3.4',
  [Tags.StudyDate]: '20240501',
  [Tags.StudyTime]: '101112',
  [Tags.StudyID]: 'S7',
  [Tags.Modality]: 'CT',
  [Tags.SeriesNumber]: 3,
}

/** An instance of `common` with some elements changed; null takes one away. */
function instance(
  sopInstanceUid: string,
  changes: Elements = {},
  sopClassUid: string = SopClasses.ctImageStorage,
  syntax = LITTLE,
): FileSetInstance {
  const elements = new Map<Tag, Value | Element>()
  for (const [tag, value] of Object.entries({ ...common, ...changes }))
    if (value !== null) elements.set(Number(tag), value)
  return {
    dataSet: readDataSet(encodeDataSet(elements, syntax), syntax),
    sopClassUid,
    sopInstanceUid,
    transferSyntaxUid: LITTLE.uid,
    content: [text(`file ${sopInstanceUid}`)],
  }
}

interface Node {
  readonly record: DataSet
  readonly type: string
  readonly below: readonly Node[]
}

/** Follow the offsets of a DICOMDIR as a reader does, each record once. */
async function treeOf(files: readonly MediaFile[]): Promise<readonly Node[]> {
  const bytes = Buffer.from(await bytesOf(files[0]?.content ?? []))
  const scanner = scanPart10()
  scanner.push(bytes)
  const { dataSet } = scanner.end()
  let visited = 0
  const entity = (first: number): Node[] => {
    const nodes: Node[] = []
    for (let at = first; at !== 0;) {
      assert.equal(bytes.readUInt32LE(at), 0xe000fffe, 'an item begins where the offset says')
      const record = readDataSet(bytes.subarray(at + 8, at + 8 + bytes.readUInt32LE(at + 4)), LITTLE)
      assert.equal(record.number(Tags.RecordInUseFlag), 0xffff)
      visited++
      nodes.push({
        record,
        type: record.text(Tags.DirectoryRecordType) ?? '',
        below: entity(record.number(Tags.OffsetOfReferencedLowerLevelDirectoryEntity) ?? 0),
      })
      const next = record.number(Tags.OffsetOfTheNextDirectoryRecord) ?? 0
      if (next === 0 && first === firstRoot)
        assert.equal(at, dataSet.number(Tags.OffsetOfTheLastDirectoryRecordOfTheRootDirectoryEntity))
      at = next
    }
    return nodes
  }
  const firstRoot = dataSet.number(Tags.OffsetOfTheFirstDirectoryRecordOfTheRootDirectoryEntity) ?? 0
  const roots = entity(firstRoot)
  assert.equal(visited, dataSet.items(Tags.DirectoryRecordSequence).length, 'every record is reached, once')
  return roots
}

async function leavesOf(...instances: FileSetInstance[]): Promise<readonly Node[]> {
  const all = (node: Node): readonly Node[] => (node.below.length === 0 ? [node] : node.below.flatMap(all))
  return (await treeOf(layOutFileSet(instances, { fileSetId: 'X' }))).flatMap(all)
}

async function leafOf(given: FileSetInstance): Promise<DataSet> {
  const [leaf] = await leavesOf(given)
  assert.ok(leaf !== undefined)
  return leaf.record
}

const paths = (files: readonly MediaFile[]) => files.map(({ path }) => path.join('/'))

describe('layOutFileSet', () => {
  it('puts the DICOMDIR first and counts studies, series and images', () => {
    const files = layOutFileSet(
      [
        instance('1.1', { [Tags.InstanceNumber]: 2 }),
        instance('1.2', { [Tags.InstanceNumber]: 1 }),
        instance('1.3', { [Tags.SeriesInstanceUID]: '1.2.3.5', [Tags.SeriesNumber]: 1 }),
        instance('1.4', { [Tags.StudyInstanceUID]: '1.2.4', [Tags.StudyDate]: '20230101' }),
      ],
      { fileSetId: 'X' },
    )
    assert.deepEqual(paths(files), [
      'DICOMDIR',
      'IMAGES/ST000001/SE000001/IM000001',
      'IMAGES/ST000002/SE000001/IM000001',
      'IMAGES/ST000002/SE000002/IM000001',
      'IMAGES/ST000002/SE000002/IM000002',
    ])
    assert.deepEqual(
      files.slice(1).map(({ content }) => content),
      ['1.4', '1.3', '1.2', '1.1'].map((uid) => [text(`file ${uid}`)]),
    )
  })

  it('links patient, study, series and image by offsets that a reader can follow', async () => {
    const [patient, ...others] = await treeOf(
      layOutFileSet([instance('1.1'), instance('1.2')], { fileSetId: 'X' }),
    )
    assert.deepEqual(others, [])
    assert.deepEqual([patient?.type, patient?.record.text(Tags.PatientID)], ['PATIENT', 'P1'])
    const study = patient?.below[0]
    assert.deepEqual([study?.type, study?.record.text(Tags.StudyInstanceUID)], ['STUDY', '1.2.3'])
    const series = study?.below[0]
    assert.deepEqual([series?.type, series?.record.text(Tags.Modality)], ['SERIES', 'CT'])
    assert.deepEqual(
      series?.below.map(({ type }) => type),
      ['IMAGE', 'IMAGE'],
    )
  })

  it('refers to each file by its File ID, class, instance and transfer syntax', async () => {
    const image = await leafOf(instance('1.2.99'))
    assert.deepEqual(image.texts(Tags.ReferencedFileID), ['IMAGES', 'ST000001', 'SE000001', 'IM000001'])
    assert.equal(image.text(Tags.ReferencedSOPClassUIDInFile), SopClasses.ctImageStorage)
    assert.equal(image.text(Tags.ReferencedSOPInstanceUIDInFile), '1.2.99')
    assert.equal(image.text(Tags.ReferencedTransferSyntaxUIDInFile), LITTLE.uid)
  })

  it('is the same whatever order the instances come in', async () => {
    const instances = Array.from({ length: 12 }, (_, n) =>
      instance(`1.${n}`, {
        [Tags.SeriesInstanceUID]: `1.2.${n % 3}`,
        [Tags.PatientID]: n % 2 === 0 ? 'P1' : 'P2',
        [Tags.StudyInstanceUID]: `1.5.${n % 4}`,
      }),
    )
    const wanted = layOutFileSet(instances, { fileSetId: 'X' })
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(instances, { minLength: instances.length }), async (shuffled) => {
        const files = layOutFileSet(shuffled, { fileSetId: 'X' })
        assert.deepEqual(files, wanted)
        assert.ok((await treeOf(files)).length === 2)
      }),
      { numRuns: 20 },
    )
  })

  it('holds an instance once that was given twice', () => {
    assert.equal(layOutFileSet([instance('1.1'), instance('1.1')], { fileSetId: 'X' }).length, 2)
  })

  it('opens no blob', () => {
    const blob = parseBlobId('ab'.repeat(32))
    const content = [range(blob, 0, 5_000_000_000, 1)]
    assert.deepEqual(
      layOutFileSet([{ ...instance('1.1'), content }], { fileSetId: 'X' })[1]?.content,
      content,
    )
  })

  it('writes an empty directory for no instances', async () => {
    assert.deepEqual(await treeOf(layOutFileSet([], { fileSetId: '' })), [])
  })

  it('makes the File-set ID of the characters that are allowed', async () => {
    const scanner = scanPart10()
    scanner.push(await bytesOf(layOutFileSet([], { fileSetId: 'Müller, Jörg 2024-05' })[0]!.content))
    assert.equal(scanner.end().dataSet.text(Tags.FileSetID), 'MULLER__JORG_202')
  })

  it('has another UID as soon as anything in it is another', async () => {
    const uid = async (...instances: FileSetInstance[]) => {
      const scanner = scanPart10()
      scanner.push(await bytesOf(layOutFileSet(instances, { fileSetId: 'X' })[0]!.content))
      return scanner.end().meta?.text(Tags.MediaStorageSOPInstanceUID)
    }
    assert.equal(await uid(instance('1.1')), await uid(instance('1.1')))
    assert.notEqual(await uid(instance('1.1')), await uid(instance('1.2')))
    assert.match((await uid()) ?? '', /^2\.25\.\d{36,39}$/)
  })
})

describe('patients', () => {
  const patients = async (...instances: FileSetInstance[]) => {
    const roots = await treeOf(layOutFileSet(instances, { fileSetId: 'X' }))
    return roots.map(({ record, below }) => [record.text(Tags.PatientID), below.length])
  }
  const other = (changes: Elements) => instance('1.9', { [Tags.StudyInstanceUID]: '1.9', ...changes })

  it('are one by equal ID', async () => {
    assert.deepEqual(await patients(instance('1.1'), other({})), [['P1', 2]])
  })
  it('are two if the ID has two issuers', async () => {
    assert.deepEqual(await patients(instance('1.1'), other({ [Tags.IssuerOfPatientID]: 'B' })), [
      ['P1', 1],
      ['P1', 1],
    ])
  })
  it('are two if their birth dates contradict', async () => {
    const born = (date: string) => ({ [Tags.PatientBirthDate]: date })
    assert.deepEqual(await patients(instance('1.1', born('19700101')), other(born('19800101'))), [
      ['P1', 1],
      ['P1', 1],
    ])
    assert.deepEqual(await patients(instance('1.1', born('19700101')), other({})), [['P1', 2]])
  })
  it('without ID are one by name and birth date, and get an ID', async () => {
    const nameless = { [Tags.PatientID]: null }
    assert.deepEqual(await patients(instance('1.1', nameless), other(nameless)), [['NO_ID_000001', 2]])
  })
  it('without ID and name are never taken for one', async () => {
    const unknown = { [Tags.PatientID]: null, [Tags.PatientName]: null }
    assert.deepEqual(await patients(instance('1.1', unknown), other(unknown)), [
      ['NO_ID_000001', 1],
      ['NO_ID_000002', 1],
    ])
  })
})

describe('keys', () => {
  it('fills every gap of type 1 that an image may have, with what claims least', async () => {
    const empty = Object.fromEntries(Object.keys(common).map((tag) => [tag, null])) as Elements
    const [patient] = await treeOf(layOutFileSet([instance('1.1', empty)], { fileSetId: 'X' }))
    const study = patient?.below[0]
    const series = study?.below[0]
    assert.deepEqual(
      [patient?.record.text(Tags.PatientID), patient?.record.has(Tags.PatientName)],
      ['NO_ID_000001', true],
    )
    assert.deepEqual(
      [Tags.StudyDate, Tags.StudyTime, Tags.StudyID].map((tag) => study?.record.text(tag)),
      ['19000101', '000000', 'ST000001'],
    )
    assert.match(study?.record.text(Tags.StudyInstanceUID) ?? '', /^2\.25\./)
    assert.match(series?.record.text(Tags.SeriesInstanceUID) ?? '', /^2\.25\./)
    assert.deepEqual(
      [series?.record.text(Tags.Modality), series?.record.number(Tags.SeriesNumber)],
      ['OT', 1],
    )
    assert.equal(series?.below[0]?.record.number(Tags.InstanceNumber), 1)
  })

  it('takes a missing study date from the series', async () => {
    const [patient] = await treeOf(
      layOutFileSet([instance('1.1', { [Tags.StudyDate]: '', [Tags.SeriesDate]: '20200202' })], {
        fileSetId: 'X',
      }),
    )
    assert.equal(patient?.below[0]?.record.text(Tags.StudyDate), '20200202')
  })

  it('writes dates and times of ACR-NEMA as DICOM has them', async () => {
    const old = { [Tags.StudyDate]: '1993.11.24', [Tags.StudyTime]: '09:53:00' }
    const [patient] = await treeOf(layOutFileSet([instance('1.1', old)], { fileSetId: 'X' }))
    const study = patient?.below[0]?.record
    assert.deepEqual([study?.text(Tags.StudyDate), study?.text(Tags.StudyTime)], ['19931124', '095300'])
  })

  it('carries text as its bytes, with the character set beside it', async () => {
    const name = Uint8Array.of(0xcf, 0xd2) // two letters of ISO_IR 144
    const changes = {
      [Tags.SpecificCharacterSet]: 'ISO_IR 144',
      [Tags.PatientName]: { vr: 'PN', value: name },
    } as const
    const [patient] = await treeOf(layOutFileSet([instance('1.1', changes)], { fileSetId: 'X' }))
    assert.deepEqual(patient?.record.characterSets, ['ISO_IR 144'])
    assert.deepEqual(Buffer.from(patient.record.bytes(Tags.PatientName) ?? []), Buffer.from(name))
    assert.equal(patient.below[0]?.below[0]?.below[0]?.record.text(Tags.SpecificCharacterSet), 'ISO_IR 144')
  })

  it('turns the byte order of numbers from a big-endian file', async () => {
    const image = await leafOf(
      instance('1.1', { [Tags.Rows]: 512, [Tags.Columns]: 256 }, SopClasses.ctImageStorage, BIG),
    )
    assert.deepEqual([image.number(Tags.Rows), image.number(Tags.Columns)], [512, 256])
  })

  it('leaves out a text that is too long to be what it is called', async () => {
    const series = { [Tags.StudyDescription]: { vr: 'UT', value: 'x'.repeat(70_000) } } as const
    const [patient] = await treeOf(layOutFileSet([instance('1.1', series)], { fileSetId: 'X' }))
    assert.equal(patient?.below[0]?.record.text(Tags.StudyDescription), undefined)
  })

  it('gives a report its title, state and only the items that modify the title', async () => {
    const code = (value: string) => [
      { [Tags.CodeValue]: value, [Tags.CodingSchemeDesignator]: 'LN', [Tags.CodeMeaning]: 'm' },
    ]
    const report = await leafOf(
      instance(
        '1.1',
        {
          [Tags.ConceptNameCodeSequence]: code('18748-4'),
          [Tags.CompletionFlag]: 'COMPLETE',
          [Tags.VerificationFlag]: 'VERIFIED',
          [Tags.ContentSequence]: [
            {
              [Tags.RelationshipType]: 'HAS CONCEPT MOD',
              [Tags.ValueType]: 'CODE',
              [Tags.ConceptNameCodeSequence]: code('1'),
            },
            {
              [Tags.RelationshipType]: 'CONTAINS',
              [Tags.ValueType]: 'TEXT',
              [Tags.TextValue]: 'the finding',
            },
          ],
          [Tags.VerifyingObserverSequence]: [
            { [Tags.VerificationDateTime]: '20240101' },
            { [Tags.VerificationDateTime]: '20240301' },
          ],
        },
        SopClasses.basicTextSr,
      ),
    )
    assert.equal(report.text(Tags.DirectoryRecordType), 'SR DOCUMENT')
    assert.equal(report.items(Tags.ConceptNameCodeSequence)[0]?.text(Tags.CodeValue), '18748-4')
    assert.deepEqual(
      report.items(Tags.ContentSequence).map((item) => item.text(Tags.ValueType)),
      ['CODE'],
    )
    assert.equal(report.text(Tags.VerificationDateTime), '20240301')
    assert.equal(report.text(Tags.ContentDate), '20240501')
  })

  const kinds: readonly (readonly [string, string, Elements, Tag])[] = [
    ['KEY OBJECT DOC', SopClasses.keyObjectSelectionDocument, {}, Tags.ConceptNameCodeSequence],
    ['PRESENTATION', SopClasses.grayscaleSoftcopyPresentationState, {}, Tags.ContentLabel],
    ['ENCAP DOC', SopClasses.encapsulatedPdf, {}, Tags.MIMETypeOfEncapsulatedDocument],
    ['WAVEFORM', '1.2.840.10008.5.1.4.1.1.9.1.1', {}, Tags.ContentDate],
    ['RT DOSE', SopClasses.rtDose, {}, Tags.DoseSummationType],
    ['RT PLAN', SopClasses.rtIonPlan, {}, Tags.RTPlanLabel],
    ['RT STRUCTURE SET', SopClasses.rtStructureSet, {}, Tags.StructureSetLabel],
    ['RT TREAT RECORD', SopClasses.rtBeamsTreatmentRecord, {}, Tags.TreatmentDate],
    ['SPECTROSCOPY', '1.2.840.10008.5.1.4.1.1.4.2', {}, Tags.ImageType],
    ['RAW DATA', SopClasses.rawData, {}, Tags.ContentTime],
    ['REGISTRATION', SopClasses.spatialRegistration, {}, Tags.ContentLabel],
    ['VALUE MAP', SopClasses.realWorldValueMapping, {}, Tags.ContentLabel],
    ['MEASUREMENT', SopClasses.lensometryMeasurements, {}, Tags.ContentLabel],
    ['SR DOCUMENT', SopClasses.spectaclePrescriptionReport, {}, Tags.CompletionFlag],
    ['IMAGE', SopClasses.segmentation, { [Tags.Rows]: 1 }, Tags.InstanceNumber],
    ['IMAGE', SopClasses.rtImageStorage, {}, Tags.InstanceNumber],
    ['IMAGE', '1.2.3.4.5', { [Tags.Rows]: 1 }, Tags.InstanceNumber],
    ['PRIVATE', '1.2.3.4.5', {}, Tags.PrivateRecordUID],
  ]
  for (const [type, sopClass, changes, key] of kinds) {
    it(`writes ${type} for ${sopClass}, its keys filled`, async () => {
      const leaf = await leafOf(instance('1.1', changes, sopClass))
      assert.equal(leaf.text(Tags.DirectoryRecordType), type)
      assert.ok(leaf.has(key))
    })
  }
})
