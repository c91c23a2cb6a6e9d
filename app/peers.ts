/** What devices may find and fetch, and where Instances may be sent: as the register of devices says. */
import type { Peers } from '../modules/archive/index.ts'
import { addressOf, type Devices } from '../modules/devices/index.ts'

/** @param devices - there when the first device calls. */
export function peersOf(devices: () => Devices): Peers {
  return {
    async rightsOf(callingAe) {
      const device = await devices().byAeTitle(callingAe)
      if (device?.mayQuery !== true || !device.mayCall) return null
      return { characterSet: device.characterSet === '' ? null : device.characterSet }
    },
    async destination(aeTitle) {
      const device = await devices().byAeTitle(aeTitle)
      const address = device === undefined ? null : addressOf(device)
      return device === undefined || address === null ? null : { address, decompress: device.decompress }
    },
  }
}
