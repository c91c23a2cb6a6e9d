import {
  formatStatus, getContexts, meaningOf, moveContexts, type Association, type QueryLevel, type QueryModel,
  type RetrieveProgress, type StoreScp,
} from '@filmjacket/dicom-net'
import { openProgress } from '../progress.ts'
import { EXIT_FAILED } from '../settings.ts'
import { aeTitle, connectionTo, finish, over, peerCommand, sentenceOf, wholeNumber, type ConnectionFlags } from './connection.ts'
import { modelOptions, printable } from './find.ts'
import { InstanceFolder } from './instance-folder.ts'
import { keysOf, type TypedKey } from './keys.ts'

interface RetrieveFlags extends ConnectionFlags {
  readonly key: readonly TypedKey[]
  readonly level: QueryLevel
  readonly model: QueryModel
  readonly wait: number
}

interface MoveFlags extends RetrieveFlags {
  readonly to: string
}

interface GetFlags extends RetrieveFlags {
  readonly output: string
  readonly class: readonly string[]
  readonly syntax: readonly string[]
}

/** An archive may fetch from tape before it says a word. */
const WAIT_S = 600

function retrieveCommand(name: string) {
  return modelOptions(peerCommand(name))
    .option('--wait <seconds>', 'how long the archive may say nothing of its progress', wholeNumber, WAIT_S)
}

const several = (text: string, all: readonly string[]): readonly string[] => [...all, text]

export const moveCommand = retrieveCommand('move')
  .description('Have an archive send studies to an AE that it knows (C-MOVE)')
  .requiredOption('--to <title>', 'the AE title to send to', aeTitle)
  .action((host: string, port: number, flags: MoveFlags) =>
    finish(async (signal) => {
      const { model, level, to: destination } = flags
      const connection = { ...(await connectionTo({ host, port }, flags)), answerTimeoutMs: flags.wait * 1_000 }
      const query = { model, level, keys: keysOf(flags.key, []), destination, signal }
      return over({ ...connection, contexts: moveContexts(model) }, (association) => told(association.move(query), 'C-MOVE'))
    }))

export const getCommand = retrieveCommand('get')
  .description('Get studies from an archive into a folder (C-GET)')
  .requiredOption('-o, --output <folder>', 'where the files go')
  .option('--class <uid>', 'a SOP Class that may come; again for more (default: those in use)', several, [])
  .option('--syntax <uid>', 'a Transfer Syntax to take, the best first; again for more (default: uncompressed)', several, [])
  .action((host: string, port: number, flags: GetFlags) =>
    finish(async (signal) => {
      const folder = new InstanceFolder(flags.output, () => undefined)
      await folder.open()
      const { model, level } = flags
      const connection = { ...(await connectionTo({ host, port }, flags)), answerTimeoutMs: flags.wait * 1_000 }
      const contexts = getContexts(model, orUsual(flags.class), orUsual(flags.syntax))
      const query = { model, level, keys: keysOf(flags.key, []), signal }
      const get = (association: Association) => told(association.get(query), 'C-GET')
      const store: StoreScp = (peer, request) => folder.store(peer, request)
      return over({ ...connection, contexts, store, onFault: (fault) => console.error(sentenceOf(fault)) }, get)
    }))

function orUsual(given: readonly string[]): readonly string[] | undefined {
  return given.length === 0 ? undefined : given
}

/** @returns the exit code: 0 if nothing is missing. */
async function told(responses: AsyncIterable<RetrieveProgress>, service: 'C-MOVE' | 'C-GET'): Promise<number> {
  const progress = openProgress()
  let last: RetrieveProgress | null = null
  for await (const response of responses) {
    last = response
    const { completed, warning, failed, remaining } = response
    progress.show(`${completed + warning} sent, ${failed} failed, ${remaining ?? 0} to come`)
  }
  progress.done()
  if (last === null) return EXIT_FAILED
  const { status, completed, warning, failed, comment, failedUids } = last
  for (const uid of failedUids) console.error(`failed: ${printable(uid)}`)
  console.log(`${completed + warning} sent, ${failed} failed: ${meaningOf(status, service).meaning} (${formatStatus(status)})`)
  if (comment !== null) console.log(printable(comment))
  return last.kind === 'success' || (last.kind === 'warning' && failed === 0) ? 0 : EXIT_FAILED
}
