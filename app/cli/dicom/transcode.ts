import { createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Command, Option } from 'commander'
import { TransferSyntaxes, type TransferSyntax } from '@filmjacket/dicom-data'
import { transcode, TranscodeError } from '@filmjacket/dicom-pixel'
import { finish } from '../settings.ts'
import { FileError } from './file-error.ts'
import { forEachFile, openOutputs, refuse, withImageFile } from './image-file.ts'

const TARGETS: Readonly<Record<string, TransferSyntax>> = {
  explicit: TransferSyntaxes.explicitVrLittleEndian,
  htj2k: TransferSyntaxes.htj2kLossless,
  jpegls: TransferSyntaxes.jpegLsLossless,
  j2k: TransferSyntaxes.jpeg2000Lossless,
  rle: TransferSyntaxes.rle,
}

interface TranscodeFlags {
  readonly to: string
  readonly out: string
  readonly json?: true
}

export const transcodeCommand = new Command('transcode')
  .description('Write images in another transfer syntax, without loss')
  .argument('<file...>', 'DICOM files')
  .addOption(new Option('--to <syntax>', 'how the pixels are written').choices(Object.keys(TARGETS)).makeOptionMandatory())
  .requiredOption('--out <folder>', 'where the new files go')
  .option('--json', 'tell of each new file in one line of JSON')
  .action((files: string[], flags: TranscodeFlags) => finish(() => transcodeFiles(files, flags)))

async function transcodeFiles(files: readonly string[], { to, out, json }: TranscodeFlags): Promise<number> {
  const target = TARGETS[to]
  if (target === undefined) throw new Error(`no transfer syntax ${to}`)
  const names = await openOutputs(out)
  return await forEachFile(files, async (file) => {
    const output = names.claim(file, '.dcm')
    if (path.resolve(output) === path.resolve(file)) throw new FileError('it would be written over')
    await transcodeFile(file, target, output)
    const told = async () => ({ file, output, transferSyntax: target.uid, bytes: (await stat(output)).size })
    console.log(json === true ? JSON.stringify(await told()) : output)
  })
}

/** Under another name first: a frame may turn out to be broken after others were written. */
async function transcodeFile(file: string, target: TransferSyntax, name: string): Promise<void> {
  const part = `${name}.part`
  try {
    await withImageFile(file, async (image) => {
      const outcome = await transcode(image, target)
      if (outcome.kind === 'unsupported') refuse(outcome)
      await pipeline(Readable.from(outcome.bytes), createWriteStream(part))
    })
    await rename(part, name)
  } catch (error) {
    await rm(part, { force: true })
    throw error instanceof TranscodeError ? new FileError(error.message, { cause: error }) : error
  }
}
