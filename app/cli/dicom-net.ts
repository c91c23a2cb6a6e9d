/** `filmjacket dicom echo|store|find|move|get|worklist|listen`: the DICOM network from the command line. */
import type { Command } from 'commander'
import { echoCommand } from './dicom-net/echo.ts'
import { findCommand, worklistCommand } from './dicom-net/find.ts'
import { listenCommand } from './dicom-net/listen.ts'
import { getCommand, moveCommand } from './dicom-net/retrieve.ts'
import { storeCommand } from './dicom-net/store.ts'

export const networkCommands: readonly Command[] = [
  echoCommand, storeCommand, findCommand, moveCommand, getCommand, worklistCommand, listenCommand,
]
