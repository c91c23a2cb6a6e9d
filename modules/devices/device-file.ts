/**
 * The register as a file, and back (NET-01). A line is taken or not by itself.
 *
 * @module
 */
import { Value } from 'typebox/value'
import type { Caller } from '../../platform/server/auth/caller.ts'
import { DeviceLine, type DeviceFile, type DeviceImport, type ImportedLine } from './contract.ts'
import type { Device } from './device.ts'
import type { Devices } from './devices.ts'

const HEAD = { format: 'filmjacket-devices', version: 1 } as const

/** Without private keys, and without what devices did. */
export function exported(devices: readonly Device[]): DeviceFile {
  return { ...HEAD, devices: devices.map(lineOf) }
}

function lineOf(device: Device): DeviceLine {
  const { description, aeTitle, host, port, isDefault, characterSet, decompress, queryModel, retrieveBy, tls } = device
  const { worklistModality, worklistAeTitle, worklistModel, worklistLevel, dicomwebUrl, patientsMayDownload, givesPriors } = device
  const { mayCall, callerProof, callerName, mayQuery, worklistAccess, hearsAvailability, asksCommitment, isWatched, quietHours, slowMinutes } = device
  const { mode, authority, expectedName, certificate } = tls
  return {
    description, aeTitle, host, port, roles: [...device.roles], isDefault, characterSet, decompress, queryModel, retrieveBy,
    worklistModality, worklistAeTitle, worklistModel, worklistLevel, dicomwebUrl, patientsMayDownload, givesPriors,
    mayCall, callerProof, callerName, mayQuery, worklistAccess, hearsAvailability, asksCommitment, isWatched, quietHours, slowMinutes,
    tls: { mode, authority, expectedName, certificate },
  }
}

/**
 * Adds devices whose AE title is new, and changes those whose is not; what a line leaves out stays as it is.
 * @returns what became of each line, in order.
 */
export async function importDevices(devices: Devices, caller: Caller, { devices: lines }: DeviceImport): Promise<ImportedLine[]> {
  const seen = new Set<string>()
  const report: ImportedLine[] = []
  for (const [at, line] of lines.entries()) report.push({ line: at + 1, ...(await importLine(devices, caller, line, seen)) })
  return report
}

async function importLine(
  devices: Devices, caller: Caller, line: unknown, seen: Set<string>,
): Promise<Omit<ImportedLine, 'line'>> {
  if (!Value.Check(DeviceLine, line)) return { aeTitle: titleIn(line), outcome: 'invalid', fields: wrongFields(line) }
  const { aeTitle } = line
  if (seen.has(aeTitle)) return { aeTitle, outcome: 'repeated', fields: [] }
  seen.add(aeTitle)
  const known = await devices.byAeTitle(aeTitle)
  const outcome = known === undefined ? await devices.add(caller, line) : await devices.change(caller, known.id, line)
  switch (outcome.kind) {
    case 'added': return { aeTitle, outcome: 'added', fields: [] }
    case 'changed': return { aeTitle, outcome: outcome.fields.length > 0 ? 'changed' : 'unchanged', fields: [...outcome.fields] }
    case 'incomplete': return { aeTitle, outcome: 'invalid', fields: [...outcome.fields] }
    // Somebody else is at the register at the same moment.
    case 'ae-title-taken':
    case 'not-found': return { aeTitle, outcome: 'invalid', fields: ['aeTitle'] }
  }
}

function titleIn(line: unknown): string | null {
  const title: unknown = typeof line === 'object' && line !== null && 'aeTitle' in line ? line.aeTitle : null
  return typeof title === 'string' && title.length <= 16 ? title : null
}

const FIELDS_MAX = 10

/** By their names, never by what they hold. `/tls/key` is `tls.key`; an empty name is the line itself. */
function wrongFields(line: unknown): string[] {
  const names = Value.Errors(DeviceLine, line).map(({ instancePath, keyword, params }) => {
    const within = instancePath.split('/').slice(1)
    if (keyword === 'required') return [...within, ...(params.requiredProperties)].join('.')
    if (keyword === 'additionalProperties') return [...within, ...(params.additionalProperties)].join('.')
    return within.join('.')
  })
  return [...new Set(names)].slice(0, FIELDS_MAX).map((name) => name.slice(0, 64))
}
