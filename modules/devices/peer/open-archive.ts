import { speaksDicomweb } from '../device.ts'
import { DicomwebArchive } from './dicomweb-archive.ts'
import { openDimseArchive } from './dimse-archive.ts'
import type { Dial } from './dimse-dial.ts'
import type { RemoteArchive } from './remote-archive.ts'

/** To ask a device what it holds, in the protocol that it speaks. @throws DeviceError */
export function openArchive(dial: Dial): Promise<RemoteArchive> {
  const { device, signal } = dial
  return speaksDicomweb(device) ? Promise.resolve(new DicomwebArchive(device, signal)) : openDimseArchive(dial)
}
