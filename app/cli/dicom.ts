import { Command } from 'commander'
import { dumpCommand } from './dicom/dump.ts'
import { jsonCommand } from './dicom/json.ts'
import { renderCommand } from './dicom/render.ts'
import { transcodeCommand } from './dicom/transcode.ts'
import { networkCommands } from './dicom-net.ts'

export const dicomCommand = new Command('dicom')
  .description('Look at DICOM files, draw them, write them otherwise; speak with other applications')
  .addCommand(dumpCommand)
  .addCommand(jsonCommand)
  .addCommand(renderCommand)
  .addCommand(transcodeCommand)

for (const command of networkCommands) dicomCommand.addCommand(command)
