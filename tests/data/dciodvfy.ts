import { runProgram } from '../setup/programs.ts'

/**
 * The kinds of error that dciodvfy finds in a file, without the values and places that it names.
 *
 * @returns null where it is no witness: it gave up, or could not read on.
 */
export async function faultsIn(path: string): Promise<ReadonlySet<string> | null> {
  const { status, stdout, stderr } = await runProgram('dciodvfy', [path])
  const said = `${stdout}\n${stderr}`
  if (status === null || /^Error - Dicom dataset read failed/m.test(said)) return null
  return new Set(said.split('\n').filter((line) => line.startsWith('Error')).map(kindOf))
}

/** What File Meta Information says again of the data set is no fault of its own. */
function kindOf(line: string): string {
  return line.replace(/<[^>]*>|\(0x[^)]*\)|\[[^\]]*\]|"[^"]*"|'[^']*'|\d+|Media Storage /g, '').trim()
}
