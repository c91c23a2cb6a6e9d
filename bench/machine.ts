import { execFileSync } from 'node:child_process'
import { cpus, loadavg, release, totalmem, type } from 'node:os'
import { isInstalled } from '../tests/setup/programs.ts'

export interface Machine {
  readonly cpu: string
  readonly cores: number
  readonly memoryGb: number
  readonly system: string
  readonly node: string
  /** The versions of the peers that are installed. */
  readonly peers: Readonly<Record<string, string>>
}

export function thisMachine(): Machine {
  const processors = cpus()
  return {
    cpu: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    memoryGb: Math.round(totalmem() / 1e9),
    system: `${type()} ${release()}`,
    node: process.versions.node,
    peers: { ...versionOf('Orthanc', 'Orthanc'), ...versionOf('DCMTK', 'storescp') },
  }
}

/** Of the last minute: others at work on the machine make every number worse. */
export function loadNow(): number {
  return loadavg()[0] ?? 0
}

/** The first number with dots in what `--version` prints. */
function versionOf(peer: string, program: string): Record<string, string> {
  if (!isInstalled(program)) return {}
  const said = execFileSync(program, ['--version'], { encoding: 'utf8' })
  return { [peer]: /\d+(\.\d+)+/.exec(said)?.[0] ?? 'of unknown version' }
}
