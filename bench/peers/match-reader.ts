/**
 * A client of C-FIND that reads each answer and looks at its status, and no more: it does less for one than any server,
 * so that it is the server that is waited for. findscu, at 25 us, is not.
 *
 * @module
 */
import { once } from 'node:events'
import { connect } from 'node:net'
import { encodeDataSet, Tags, TransferSyntaxes, type ElementMap } from '@filmjacket/dicom-data'
import { decodeCommand } from '../../packages/dicom-net/src/command.ts'
import { findRequest } from '../../packages/dicom-net/src/messages/find.ts'
import { encodeAssociateRq } from '../../packages/dicom-net/src/pdu-associate.ts'
import { PduReader } from '../../packages/dicom-net/src/pdu-reader.ts'
import { encodeReleaseRq, PduType } from '../../packages/dicom-net/src/pdu.ts'
import { findClassOf } from '../../packages/dicom-net/src/query-retrieve.ts'
import { isPending } from '../../packages/dicom-net/src/status.ts'
import { commandPdu, dataPdus, requestOf } from '../../packages/dicom-net/src/testing.ts'
import { FINDER_AE, type Finder } from './finders.ts'

const CONTEXT = 1
/** findscu's, and what Orthanc sends in. */
const PDU_BYTES = 16_384
const NOTHING = new Uint8Array(0)
const SYNTAX = TransferSyntaxes.explicitVrLittleEndian

export interface Read {
  readonly matches: number
  /** From the request on. */
  readonly firstMs: number
  readonly allMs: number
}

/** Studies by these keys. @throws Error where the association, or the query, does not end well. */
export async function readMatches({ port, aeTitle }: Pick<Finder, 'port' | 'aeTitle'>, keys: ElementMap): Promise<Read> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await once(socket, 'connect')
  const sopClass = findClassOf('study-root')
  let [asked, firstMs, allMs, matches] = [0, 0, 0, 0]
  let command: Uint8Array = NOTHING
  const reader = new PduReader({
    dataPdu: () => undefined,
    fragment(_contextId, isCommand, isLast, bytes) {
      if (!isCommand) return
      command = command.length === 0 ? bytes : Buffer.concat([command, bytes])
      if (!isLast) return
      const { Status: status = -1 } = decodeCommand(command)
      command = NOTHING
      if (matches === 0) firstMs = performance.now() - asked
      if (isPending(status)) matches++
      else {
        allMs = performance.now() - asked
        socket.end(encodeReleaseRq())
        if (status !== 0) socket.destroy(new Error(`the query ended with status ${status}`))
      }
    },
    pdu(type) {
      if (type === PduType.releaseRp) return
      if (type !== PduType.associateAc) socket.destroy(new Error('the association ended early'))
      asked = performance.now()
      socket.write(Buffer.concat([commandPdu(CONTEXT, findRequest(1, sopClass)), dataPdus(CONTEXT, encodeDataSet(keys, SYNTAX))]))
    },
  }, PDU_BYTES)
  socket.on('data', (chunk: Buffer) => reader.push(chunk))
  socket.write(encodeAssociateRq(requestOf({
    calledAe: aeTitle, callingAe: FINDER_AE, contexts: [{ id: CONTEXT, abstractSyntax: sopClass, transferSyntaxes: [SYNTAX.uid] }],
  })))
  await once(socket, 'close')
  return { matches, firstMs, allMs }
}

/** Of Studies, with this beginning of a name. */
export function keysFor(prefix: string, others: readonly number[]): ElementMap {
  return { ...Object.fromEntries(others.map((tag) => [tag, ''])), [Tags.QueryRetrieveLevel]: 'STUDY', [Tags.PatientName]: prefix }
}
