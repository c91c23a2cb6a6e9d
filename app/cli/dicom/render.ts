import { writeFile } from 'node:fs/promises'
import { Command, InvalidArgumentError, Option } from 'commander'
import { Tags } from '@filmjacket/dicom-data'
import { readFrame, renderFrame, type Rendering, type RenderOptions, type Window } from '@filmjacket/dicom-pixel'
import { finish } from '../settings.ts'
import { forEachFile, openOutputs, refuse, withImageFile, type ImageFile, type OutputNames } from './image-file.ts'

interface RenderFlags {
  readonly out: string
  readonly frame: number | 'all'
  readonly jpeg?: true
  readonly depth: '8' | '16'
  readonly window?: Window
  readonly size?: number
  readonly json?: true
}

export const renderCommand = new Command('render')
  .description('Draw images as PNG or JPEG files')
  .argument('<file...>', 'DICOM files')
  .option('--out <folder>', 'where the pictures go', '.')
  .option('--frame <number>', 'from 1, or "all"', parseFrame, 1)
  .addOption(new Option('--png', 'write PNG, which is the default').conflicts('jpeg'))
  .option('--jpeg', 'write JPEG')
  .addOption(new Option('--depth <bits>', 'of grey in PNG').choices(['8', '16']).default('8'))
  .option('--window <center/width>', 'instead of the window of the file, as 40/400', parseWindow)
  .option('--size <pixels>', 'the most of the longer side', parseCount)
  .option('--json', 'tell of each picture in one line of JSON')
  .action((files: string[], flags: RenderFlags) => finish(() => renderFiles(files, flags)))

async function renderFiles(files: readonly string[], flags: RenderFlags): Promise<number> {
  const names = await openOutputs(flags.out)
  return await forEachFile(files, (file) => withImageFile(file, (image) => renderFile(file, image, flags, names)))
}

async function renderFile(file: string, image: ImageFile, flags: RenderFlags, names: OutputNames): Promise<void> {
  const frames = image.dataSet.number(Tags.NumberOfFrames) ?? 1
  const [first, last] = flags.frame === 'all' ? [1, frames] : [flags.frame, flags.frame]
  for (let number = first; number <= last; number++) {
    const { bytes, mediaType, width, height } = await renderOne(image, number - 1, optionsOf(flags))
    const place = last > 1 ? `.${number}` : ''
    const output = names.claim(file, `${place}.${flags.jpeg === true ? 'jpg' : 'png'}`)
    await writeFile(output, bytes)
    const told = { file, frame: number, output, mediaType, width, height, bytes: bytes.length }
    console.log(flags.json === true ? JSON.stringify(told) : output)
  }
}

async function renderOne(image: ImageFile, frameIndex: number, options: RenderOptions): Promise<Rendering> {
  const { dataSet, transferSyntax, bulk, read } = image
  if (bulk === null) refuse({ kind: 'unsupported', problem: 'not-an-image', reason: 'not an image' })
  const frame = await readFrame(image, frameIndex, read)
  if (frame === null) refuse({ kind: 'unsupported', problem: 'broken', reason: `there is no frame ${frameIndex + 1}` })
  const outcome = await renderFrame(dataSet, transferSyntax, frame, { ...options, frameIndex, pixelVr: bulk.vr })
  return outcome.kind === 'rendering' ? outcome : refuse(outcome)
}

function optionsOf({ jpeg, depth, window, size }: RenderFlags): RenderOptions {
  return {
    format: jpeg === true ? 'jpeg' : 'png',
    depth: depth === '16' ? 16 : 8,
    ...(window === undefined ? {} : { window }),
    ...(size === undefined ? {} : { maxSide: size }),
  }
}

function parseFrame(text: string): number | 'all' {
  return text === 'all' ? text : parseCount(text)
}

function parseCount(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('It is a whole number from 1.')
  return Number(text)
}

function parseWindow(text: string): Window {
  const [center = NaN, width = NaN, ...more] = text.split('/').map((part) => (part.trim() === '' ? NaN : Number(part)))
  const isWindow = more.length === 0 && Number.isFinite(center) && Number.isFinite(width) && width > 0
  if (!isWindow) throw new InvalidArgumentError('It is a center and a width above 0, as 40/400.')
  return { center, width }
}
