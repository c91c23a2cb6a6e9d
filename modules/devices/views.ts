/** Devices, checks and transfers as they cross the border. */
import { isoTime, isoTimeOrNull } from '../../platform/server/clock.ts'
import type { Check } from './checked.ts'
import type { CheckView, DeviceView, InstanceFailure, RemoteDevice, TransferView } from './contract.ts'
import type { Device } from './device.ts'
import type { InstanceOutcome } from './peer/attempt.ts'
import type { Transfer } from './store/transfers.ts'

export function deviceView(device: Device, lastCheck: Check | undefined): DeviceView {
  const { tls: { key, ...tls }, dicomwebAuthorization, ...rest } = device
  return {
    ...rest, roles: [...device.roles], tls: { ...tls, hasKey: key !== null },
    hasDicomwebAuthorization: dicomwebAuthorization !== null,
    lastContactAt: isoTimeOrNull(device.lastContactAt),
    lastRefusal: device.lastRefusal && { ...device.lastRefusal, refusedAt: isoTime(device.lastRefusal.refusedAt) },
    lastCheck: lastCheck === undefined ? null : checkView(lastCheck),
  }
}

export function remoteDeviceView(device: Device, lastCheck: Check | undefined): RemoteDevice {
  const { id, description, aeTitle, roles, isDefault, worklistModality } = device
  return { id, description, aeTitle, roles: [...roles], isDefault, worklistModality, lastCheck: lastCheck === undefined ? null : checkView(lastCheck) }
}

export function checkView(check: Check): CheckView {
  return { ...check, checkedAt: isoTime(check.checkedAt) }
}

/** @param startedBy - display name; null for the system itself. */
export function transferView(transfer: Transfer, startedBy: string | null): TransferView {
  const { id, direction, state, total, already, moved, failed, problem, status } = transfer
  return {
    id, direction, state, total, already, moved, failed, problem, status, startedBy,
    device: { id: transfer.device_id, description: transfer.device_description },
    studyUid: transfer.study_uid, patientName: transfer.patient_name, studyDate: transfer.study_date,
    studyDescription: transfer.study_description, commitment: transfer.commitment, notKept: transfer.not_kept,
    createdAt: isoTime(transfer.created_at), startedAt: isoTimeOrNull(transfer.started_at), endedAt: isoTimeOrNull(transfer.ended_at),
  }
}

export function failureView({ instanceUid, status, reason }: InstanceOutcome): InstanceFailure {
  return { instanceUid, status, reason }
}
