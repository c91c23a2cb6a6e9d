/** Who else reads headers, each in the way that its own users are told to. */
import dicomParser from 'dicom-parser'
import { isInstalled, runProgram } from '../../tests/setup/programs.ts'

/** One file, as bytes and on the disk, and what is wanted of it. */
export interface HeaderTask {
  readonly path: string
  readonly file: Buffer
  readonly keywords: readonly string[]
  /** Eight digits each, in capitals. */
  readonly tags: readonly string[]
}

export interface HeaderReader {
  readonly name: string
  /** What it does less or more than we do. */
  readonly note: string
  /** Files in a second of processor time. */
  rate(task: HeaderTask): number | Promise<number>
}

const TURN_MS = 1_000
/** Files between two looks at the clock. */
const FILES_AT_ONCE = 20
/** Files of one call: its start is little beside them. */
const FILES_OF_A_CALL = 2_000

/** Those that are installed. */
export async function headerReaders(): Promise<readonly HeaderReader[]> {
  const readers = [parser, await dcmjsReader(), await pydicomReader(), isInstalled('dcmdump') ? dcmdump : null]
  return readers.filter((reader) => reader !== null)
}

/** How often `work` is done in a second of processor time. What waits for a processor is not counted. */
export function perSecond(work: () => unknown): number {
  const since = process.cpuUsage()
  const start = performance.now()
  let times = 0
  for (; performance.now() - start < TURN_MS; times += FILES_AT_ONCE) {
    for (let n = 0; n < FILES_AT_ONCE; n++) work()
  }
  const { user, system } = process.cpuUsage(since)
  return (times * 1_000_000) / (user + system)
}

/** The peer that finds elements and decodes none. */
export const LOCATOR = 'dicom-parser'

const parser: HeaderReader = {
  name: LOCATOR,
  note: 'dicom-parser finds the elements and decodes none',
  rate: ({ file }) => perSecond(() => dicomParser.parseDicom(file)),
}

/** As far as it is used here; it has no types of its own. */
interface Dcmjs {
  readonly log: { setLevel(level: string): void }
  readonly data: {
    readonly DicomMessage: {
      readFile(bytes: ArrayBuffer, options: { untilTag: string; includeUntilTagValue: boolean }): {
        readonly dict: Readonly<Record<string, { readonly Value: readonly unknown[] } | undefined>>
      }
    }
  }
}

async function dcmjsReader(): Promise<HeaderReader> {
  const name: string = 'dcmjs'
  const { default: dcmjs } = (await import(name)) as { default: Dcmjs }
  dcmjs.log.setLevel('silent')
  const { DicomMessage } = dcmjs.data
  return {
    name,
    note: 'dcmjs and pydicom are told to stop before the pixels; we step over them',
    rate: ({ file, tags }) => perSecond(() => {
      const { dict } = DicomMessage.readFile(new Uint8Array(file).buffer, { untilTag: '7FE00010', includeUntilTagValue: false })
      return tags.map((tag) => dict[tag]?.Value[0])
    }),
  }
}

const PYDICOM = `
import io, sys, time, pydicom
path, seconds, *keywords = sys.argv[1:]
file = open(path, 'rb').read()
since, files = time.process_time(), 0
while time.process_time() - since < float(seconds):
    dataset = pydicom.dcmread(io.BytesIO(file), stop_before_pixels=True)
    [dataset.get(keyword) for keyword in keywords]
    files += 1
print(files / (time.process_time() - since))
`

/** Under the python that has it: Debian's, or the first in the path. */
async function pydicomReader(): Promise<HeaderReader | null> {
  for (const python of ['/usr/bin/python3', 'python3']) {
    const tried = isInstalled(python) ? await runProgram(python, ['-c', 'import pydicom']) : null
    if (tried?.status !== 0) continue
    return {
      name: 'pydicom',
      note: 'pydicom reads from memory, and gets each value asked for',
      rate: async ({ path, keywords }) => {
        const { stdout } = await runProgram(python, ['-c', PYDICOM, path, String(TURN_MS / 1_000), ...keywords])
        return Number(stdout)
      },
    }
  }
  return null
}

const dcmdump: HeaderReader = {
  name: 'dcmdump',
  note: 'dcmdump opens each file and prints all of it; many in one call, its start included',
  rate: async ({ path }) => {
    const files = Array.from({ length: FILES_OF_A_CALL }, () => path)
    const { stderr } = await runProgram('bash', ['-c', 'TIMEFORMAT="%U %S"; time dcmdump -q "$@" > /dev/null', 'bash', ...files])
    const [user = NaN, system = NaN] = stderr.trim().split(/\s+/).slice(-2).map(Number)
    return FILES_OF_A_CALL / (user + system)
  },
}
