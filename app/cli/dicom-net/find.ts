import { Option, type Command } from 'commander'
import { formatTag, keywordOf, Tags, toDicomJson, type DataSet } from '@filmjacket/dicom-data'
import { findContexts, worklistContexts, type FindQuery, type QueryLevel, type QueryModel } from '@filmjacket/dicom-net'
import { connectionTo, finish, over, peerCommand, wholeNumber, type ConnectionFlags, type Place } from './connection.ts'
import { keyOption, keysOf, parseKey, type TypedKey } from './keys.ts'

interface FindFlags extends ConnectionFlags {
  readonly key: readonly TypedKey[]
  readonly charset?: string
  readonly limit?: number
  readonly json?: true
}

interface LevelFlags extends FindFlags {
  readonly level: QueryLevel
  readonly model: QueryModel
}

export function modelOptions(command: Command): Command {
  return command
    .addOption(new Option('--model <model>', 'Information Model')
      .choices(['study-root', 'patient-root', 'patient-study-only']).default('study-root'))
    .addOption(new Option('--level <level>', 'Query/Retrieve Level')
      .choices(['PATIENT', 'STUDY', 'SERIES', 'IMAGE']).default('STUDY')
      .argParser((text) => text.toUpperCase()))
    .addOption(keyOption())
}

function printOptions(command: Command): Command {
  return command
    .option('--charset <term>', 'Specific Character Set of the keys, such as "ISO_IR 100" (default UTF-8 where needed)')
    .option('--limit <n>', 'stop after so many matches', wholeNumber)
    .option('--json', 'one DICOM JSON object a line')
}

const wanted: { readonly [L in QueryLevel]: readonly string[] } = {
  PATIENT: ['PatientID', 'PatientName', 'PatientBirthDate', 'PatientSex'],
  STUDY: [
    'PatientID', 'PatientName', 'StudyDate', 'StudyTime', 'AccessionNumber', 'ModalitiesInStudy', 'StudyDescription',
    'NumberOfStudyRelatedInstances', 'StudyInstanceUID',
  ],
  SERIES: ['StudyInstanceUID', 'SeriesNumber', 'Modality', 'SeriesDescription', 'NumberOfSeriesRelatedInstances', 'SeriesInstanceUID'],
  IMAGE: ['StudyInstanceUID', 'SeriesInstanceUID', 'InstanceNumber', 'SOPClassUID', 'SOPInstanceUID'],
}

const wantedOfWorklist = [
  'PatientID', 'PatientName', 'PatientBirthDate', 'PatientSex', 'AccessionNumber', 'RequestedProcedureDescription',
  'StudyInstanceUID', 'ScheduledProcedureStepSequence.Modality', 'ScheduledProcedureStepSequence.ScheduledStationAETitle',
  'ScheduledProcedureStepSequence.ScheduledProcedureStepStartDate',
  'ScheduledProcedureStepSequence.ScheduledProcedureStepStartTime',
  'ScheduledProcedureStepSequence.ScheduledProcedureStepDescription',
]

export const findCommand = printOptions(modelOptions(peerCommand('find')))
  .description('Ask an archive what it holds (C-FIND)')
  .action((host: string, port: number, flags: LevelFlags) => {
    const { model, level } = flags
    const keys = keysOf(flags.key, wanted[level].map(parseKey))
    return finish((signal) => find({ host, port }, flags, { model, level, keys, signal }))
  })

export const worklistCommand = printOptions(peerCommand('worklist').addOption(keyOption()))
  .description('Ask for what is scheduled (C-FIND of the Modality Worklist)')
  .action((host: string, port: number, flags: FindFlags) => {
    const keys = keysOf(flags.key, wantedOfWorklist.map(parseKey))
    return finish((signal) => find({ host, port }, flags, { model: 'worklist', keys, signal }))
  })

async function find(place: Place, flags: FindFlags, query: FindQuery & { readonly model: QueryModel | 'worklist' }): Promise<number> {
  const { charset, limit = Infinity, json } = flags
  const contexts = query.model === 'worklist' ? worklistContexts() : findContexts(query.model)
  const asked = { ...query, ...(charset !== undefined && { characterSet: charset }) }
  const found = await over({ ...(await connectionTo(place, flags)), contexts }, async (association) => {
    let count = 0
    for await (const { dataSet } of association.find(asked)) {
      console.log(json === true ? JSON.stringify(toDicomJson(dataSet)) : linesOf(dataSet, ''))
      if (++count >= limit) break
    }
    return count
  })
  if (json !== true) console.error(found === 1 ? '1 match.' : `${found} matches.`)
  return 0
}

function linesOf(dataSet: DataSet, indent: string): string {
  const lines = [...dataSet.tags()].filter((tag) => tag !== Tags.SpecificCharacterSet).map((tag) => {
    const name = keywordOf(tag) ?? formatTag(tag)
    if (dataSet.vr(tag) !== 'SQ') return `${indent}${name}: ${printable(dataSet.texts(tag).join('\\'))}`
    return [`${indent}${name}:`, ...dataSet.items(tag).map((item) => linesOf(item, `${indent}  `))].join('\n')
  })
  return `${lines.join('\n')}${indent === '' ? '\n' : ''}`
}

/** A peer chose these characters: none of them may steer the terminal. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd')
}
