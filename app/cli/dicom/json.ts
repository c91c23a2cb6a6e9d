import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { Command, InvalidArgumentError } from 'commander'
import { toDicomJson, type BulkPlace, type Scan } from '@filmjacket/dicom-data'
import { finish } from '../settings.ts'
import { forEachScan, stopWithReader } from './scan-file.ts'

interface JsonFlags {
  readonly inline: number
  readonly pretty?: true
}

export const jsonCommand = new Command('json')
  .description('Write DICOM files in the DICOM JSON Model, one line each')
  .argument('<file...>', 'DICOM files')
  .option('--inline <bytes>', 'longer values of bytes are told by their place in the file', parseBytes, 1024)
  .option('--pretty', 'many lines, for people')
  .action((files: string[], flags: JsonFlags) => finish(() => writeFiles(files, flags)))

function writeFiles(files: readonly string[], { inline, pretty }: JsonFlags): Promise<number> {
  stopWithReader()
  return forEachScan(files, (file, scan) => {
    const json = toDicomJson(scan.dataSet, { bulkDataUri: (place) => addressOf(file, scan, place, inline) })
    console.log(JSON.stringify(json, null, pretty === true ? 2 : 0))
  })
}

/** What was not kept lies in the file, unless that is deflated: `file:///.../ct.dcm?offset=1234&length=524288`. */
function addressOf(file: string, { transferSyntax }: Scan, { omission, length, path: within }: BulkPlace, inline: number): string | null {
  const url = pathToFileURL(path.resolve(file))
  if (omission !== undefined && !transferSyntax.deflated) {
    url.search = `offset=${omission.start}&length=${length}`
    return url.href
  }
  if (omission === undefined && length <= inline) return null
  url.hash = within
  return url.href
}

function parseBytes(text: string): number {
  if (!/^\d{1,7}$/.test(text)) throw new InvalidArgumentError('It is a number of bytes, up to 9999999.')
  return Number(text)
}
