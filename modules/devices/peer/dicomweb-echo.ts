import type { CheckOutcome } from '../contract.ts'
import type { Device } from '../device.ts'
import { callDicomweb } from './dicomweb-http.ts'

interface Found {
  readonly outcome: CheckOutcome
  readonly status: number | null
  readonly detail: string
}

/** DICOMweb has no echo: the smallest search stands for it. @throws DeviceError */
export async function askDicomweb(device: Device, silenceMs: number): Promise<Found> {
  const response = await callDicomweb(device, {
    path: ['studies'], query: new URLSearchParams({ limit: '1' }), accept: 'application/dicom+json',
    signal: AbortSignal.timeout(silenceMs),
  })
  await response.body?.cancel()
  const { status, ok } = response
  return ok ? { outcome: 'answered', status, detail: '' } : { outcome: 'http-failed', status, detail: `HTTP ${status}` }
}
