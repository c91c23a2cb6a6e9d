/** `filmjacket disc`: Studies on a medium, and what is wrong with any medium. */
import { Option } from 'commander'
import { open as openList, sizeOf, type ExtentList } from '@filmjacket/bytes'
import type { Composed, Wish } from '../../modules/packaging/index.ts'
import type { Language } from '../../platform/server/settings/index.ts'
import type { Flags } from '../../platform/server/config/env.ts'
import type { Product } from '../product.ts'
import { checkDiscCommand } from './disc/check-disc.ts'
import { FreshFolder, writeWhole } from './disc/write.ts'
import { findStudies } from './find-studies.ts'
import { openProgress, type Progress } from './progress.ts'
import { EXIT_FAILED, EXIT_WRONG, installationCommand, withProduct } from './settings.ts'

interface DiscFlags {
  readonly zip?: string
  readonly iso?: string
  readonly to?: string
  readonly images?: Wish
  readonly language?: Language
}

export const discCommand = installationCommand('disc')
  .description('Put Studies on a medium: DICOMDIR, images, a viewer, README.TXT')
  .argument('<study...>', 'Study Instance UIDs or accession numbers')
  .option('--zip <file>', 'as a ZIP file')
  .option('--iso <file>', 'as an image to burn')
  .option('--to <folder>', 'as files in a folder that is new or empty, such as a USB stick')
  .addOption(new Option('--images <how>', 'fitting: as they are, where a profile has a place for them; cd: uncompressed; kept: as they are').choices(['fitting', 'cd', 'kept']))
  .addOption(new Option('--language <code>', 'of the pages on it').choices(['en', 'nl', 'fr']))
  .action((studies: string[], flags: Flags & DiscFlags) => withProduct(flags, (product) => makeDisc(product, studies, flags)))
  .addCommand(checkDiscCommand)

async function makeDisc({ archive, packages }: Product, names: readonly string[], flags: DiscFlags): Promise<number> {
  const { zip, iso, to, images, language } = flags
  if (zip === undefined && iso === undefined && to === undefined) {
    console.error('Say what to make: --zip FILE, --iso FILE or --to FOLDER.')
    return EXIT_WRONG
  }
  const found = await findStudies(archive, names)
  const unknown = names.filter((name) => found.get(name)?.length === 0)
  for (const name of unknown) console.error(`no Study is called ${name}`)
  if (unknown.length > 0) return EXIT_FAILED
  const composed = await packages.compose([...new Set([...found.values()].flat())], {
    ...(images === undefined ? {} : { wish: images }), ...(language === undefined ? {} : { language }),
  })
  if (composed === null) {
    console.error('There are no images in it.')
    return EXIT_FAILED
  }
  return writeAll(composed, { zip, iso, to })
}

async function writeAll(composed: Composed, { zip, iso, to }: Record<'zip' | 'iso' | 'to', string | undefined>): Promise<number> {
  const progress = openProgress()
  try {
    if (zip !== undefined) await writeList(composed.as('zip'), zip, composed, progress)
    if (iso !== undefined) await writeList(composed.as('iso'), iso, composed, progress)
    if (to !== undefined) await writeFolder(composed, to, progress)
  } catch (error) {
    progress.done()
    if (!(error instanceof Error && 'code' in error)) throw error
    console.error(error.message)
    return EXIT_FAILED
  }
  tell(composed)
  return 0
}

async function writeList(list: ExtentList, file: string, { blobs }: Composed, progress: Progress): Promise<void> {
  const size = sizeOf(list)
  await writeWhole(file, openList(list, blobs), (bytes) => progress.show(`${file}: ${Math.floor((100 * bytes) / size)} %`))
  progress.done()
  console.log(`${file}: ${size} bytes`)
}

async function writeFolder({ files, blobs }: Composed, to: string, progress: Progress): Promise<void> {
  const folder = await FreshFolder.at(to)
  for (const [n, { path, content }] of files.entries()) {
    await folder.put(path, openList(content, blobs))
    progress.show(`${n + 1} of ${files.length} files`)
  }
  progress.done()
  console.log(`${to}: ${files.length} files`)
}

function tell({ instances, profile, label }: Composed): void {
  console.log(`${instances} instances. Profile: ${profile ?? 'none, for no general purpose profile of DICOM holds all of them'}.`)
  console.log(['Label:', ...label].join('\n  '))
}
