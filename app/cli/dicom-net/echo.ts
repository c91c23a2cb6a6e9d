import { TransferSyntaxes } from '@filmjacket/dicom-data'
import { formatStatus, meaningOf, VERIFICATION_SOP_CLASS } from '@filmjacket/dicom-net'
import { EXIT_FAILED } from '../settings.ts'
import { connectionTo, finish, over, peerCommand, type ConnectionFlags } from './connection.ts'

const contexts = [
  { abstractSyntax: VERIFICATION_SOP_CLASS, transferSyntaxes: [TransferSyntaxes.implicitVrLittleEndian.uid] },
]

export const echoCommand = peerCommand('echo')
  .description('Ask a peer whether it is there (C-ECHO)')
  .action((host: string, port: number, flags: ConnectionFlags) =>
    finish(async () => {
      const started = performance.now()
      const connection = await connectionTo({ host, port }, flags)
      const status = await over({ ...connection, contexts }, (association) => association.echo())
      const ms = Math.round(performance.now() - started)
      console.log(`${flags.aec} at ${host}:${port}: ${meaningOf(status, 'C-ECHO').meaning} (${formatStatus(status)}), ${ms} ms`)
      return status === 0 ? 0 : EXIT_FAILED
    }))
