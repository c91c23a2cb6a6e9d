/** DCMTK's sender, read by its report; and its receiver, as the witness of what the sender puts on the wire. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort, isListening } from '../../packages/dicom-net/src/interop/testing.ts'
import { dcmsend, type Receiver } from './dicom-send.ts'
import { eventually } from './eventually.ts'
import { instanceIn, type Found } from './media.ts'
import type { Sent } from './round-trip.ts'
import { filesBelow, withFolder } from './scratch.ts'

/** Sends all of it, each in the transfer syntax in which it lies in its file. */
export function sendByDcmtk(paths: readonly string[], receiver: Receiver): Promise<readonly Sent[]> {
  return withFolder(async (scratch) => {
    const report = join(scratch.path, 'report.txt')
    const { stdout, stderr } = await dcmsend(['--no-halt', '--no-uid-checks', '--create-report-file', report], paths, receiver)
    const statuses = existsSync(report) ? statusesIn(readFileSync(report, 'utf8')) : new Map<string, number>()
    return paths.map((path) => ({ path, status: statuses.get(path) ?? null, reason: reasonIn(stdout + stderr, path) }))
  })
}

function statusesIn(report: string): ReadonlyMap<string, number> {
  const entries = report.matchAll(/^Filename +: (.*)$[^]*?^DIMSE Status +: (?:0x([0-9a-f]{4})|<not sent>)/gm)
  return new Map([...entries].flatMap(([, path = '', status]) => (status === undefined ? [] : [[path, Number.parseInt(status, 16)]])))
}

function reasonIn(words: string, path: string): string {
  const line = words.split('\n').find((each) => each.includes(`${path}: `))
  return line?.slice(line.indexOf(`${path}: `) + path.length + 2) ?? 'it gives no reason'
}

/** The data sets that DCMTK makes of files when it sends them: it may write lengths and padding anew. */
export function witnessed(paths: readonly string[]): Promise<readonly Found[]> {
  return withFolder(async (scratch) => {
    const port = await freePort()
    const options = ['--accept-all', '--bit-preserving', '--unique-filenames', '--promiscuous', '--output-directory', scratch.path]
    const env = { ...process.env, TCP_NODELAY: '1' }
    const storescp = spawn('storescp', [...options, String(port)], { env, stdio: 'ignore' })
    try {
      await eventually('storescp listens', () => isListening(port))
      await sendByDcmtk(paths, { port, callingAe: 'SCU' })
    } finally {
      storescp.kill()
      await once(storescp, 'exit')
    }
    return filesBelow(scratch.path).map((path) => instanceIn(readFileSync(path))).filter((found) => found !== null)
  })
}
