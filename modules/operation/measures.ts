/**
 * What the doors are asked, counted for a monitor. ADM-21.
 *
 * @module
 */
import { SECOND_MS } from '../../platform/server/clock.ts'
import type { Answered } from '../../platform/server/http/tell-requests.ts'
import { Counter, type Metric } from '../../platform/server/prometheus.ts'

/** Of an association that is over. */
export interface Associated {
  readonly ended: string
  readonly instances: number
  readonly bytes: number
}

export interface Measures {
  answered(request: Answered): void
  associated(association: Associated): void
  metrics(): readonly Metric[]
}

export function createMeasures(): Measures {
  const requests = new Counter('filmjacket_http_requests_total', 'HTTP requests that were answered.')
  const seconds = new Counter('filmjacket_http_request_seconds_total', 'Time that answering them took, to the last byte.')
  const associations = new Counter('filmjacket_dicom_associations_total', 'Associations that devices opened, by how they ended.')
  const instances = new Counter('filmjacket_dicom_instances_received_total', 'Instances that devices stored by C-STORE.')
  const bytes = new Counter('filmjacket_dicom_bytes_received_total', 'Bytes that came over associations.')
  return {
    answered({ method, status, ms }) {
      const labels = { method, status: `${Math.floor(status / 100)}xx` }
      requests.add(1, labels)
      seconds.add(ms / SECOND_MS, labels)
    },
    associated(association) {
      associations.add(1, { ended: association.ended })
      instances.add(association.instances)
      bytes.add(association.bytes)
    },
    metrics: () => [requests, seconds, associations, instances, bytes].map((counter) => counter.metric()),
  }
}
