/** Under which names the pages of devices keep what the server told them. */
export const keys = {
  devices: ['devices'] as const,
  checks: (id: string) => ['device-checks', id] as const,
  remoteDevices: ['remote-devices'] as const,
  studies: ['remote-studies'] as const,
  worklist: ['remote-worklist'] as const,
  transfers: ['transfers'] as const,
  transfer: (id: string) => ['transfer', id] as const,
}
