/**
 * What each service means by a status. PS3.7 Annex C and §9.1, §10.1; PS3.4 Tables B.2-1, C.4-1, C.4-2,
 * C.4-3, K.4-2, §J.3, Annex CC.
 *
 * @module
 */
import { statusKind, type StatusKind } from './status.ts'

export type Service = 'C-ECHO' | 'C-STORE' | 'C-FIND' | 'C-MOVE' | 'C-GET' | 'N-ACTION' | 'N-EVENT-REPORT' | 'N-CREATE' | 'N-SET' | 'N-GET'

export interface StatusRow {
  /** Null: any service. */
  readonly services: readonly Service[] | null
  /** First and last value, both included. */
  readonly first: number
  readonly last: number
  readonly meaning: string
}

const retrievals = ['C-MOVE', 'C-GET'] as const
const queries = ['C-FIND', ...retrievals] as const
const normalized = ['N-ACTION', 'N-EVENT-REPORT', 'N-CREATE', 'N-SET', 'N-GET'] as const

/** The first row that fits tells: what is of one service comes before what is of all. */
export const statusRows: readonly StatusRow[] = [
  row(['C-STORE'], 0xa700, 0xa7ff, 'refused: out of resources'),
  row(['C-STORE'], 0xa900, 0xa9ff, 'the Data Set does not match the SOP Class'),
  row(['C-STORE'], 0xb000, 0xb000, 'stored, with coercion of elements'),
  row(['C-STORE'], 0xb006, 0xb006, 'stored, with elements discarded'),
  row(['C-STORE'], 0xb007, 0xb007, 'stored, though the Data Set does not match the SOP Class'),
  row(['C-STORE'], 0xc000, 0xcfff, 'the Data Set cannot be understood'),
  row(['C-FIND'], 0xa700, 0xa700, 'refused: out of resources'),
  row(['C-FIND'], 0xff00, 0xff00, 'matches follow'),
  row(['C-FIND'], 0xff01, 0xff01, 'matches follow; some optional keys are not supported'),
  row(['C-FIND'], 0xfe00, 0xfe00, 'matching ended by C-CANCEL'),
  row(retrievals, 0xa701, 0xa701, 'refused: out of resources, the number of matches cannot be told'),
  row(retrievals, 0xa702, 0xa702, 'refused: out of resources, sub-operations cannot be performed'),
  row(['C-MOVE'], 0xa801, 0xa801, 'refused: the move destination is unknown'),
  row(retrievals, 0xb000, 0xb000, 'sub-operations complete, with failures or warnings'),
  row(retrievals, 0xfe00, 0xfe00, 'sub-operations ended by C-CANCEL'),
  row(retrievals, 0xff00, 0xff00, 'sub-operations continue'),
  row(queries, 0xa900, 0xa900, 'the identifier does not match the SOP Class'),
  row(queries, 0xc000, 0xcfff, 'unable to process'),
  row(['N-CREATE'], 0xb300, 0xb300, 'the workitem was created with modifications'),
  row(['N-ACTION'], 0xb301, 0xb301, 'subscribed, the deletion lock was not granted'),
  row(['N-ACTION'], 0xb304, 0xb304, 'the workitem is canceled already'),
  row(['N-SET'], 0xb305, 0xb305, 'done, with values coerced'),
  row(['N-ACTION'], 0xb306, 0xb306, 'the workitem is completed already'),
  row(['N-SET', 'N-ACTION'], 0xc300, 0xc300, 'the workitem may no longer be updated'),
  row(['N-SET', 'N-ACTION'], 0xc301, 0xc301, 'the correct Transaction UID of the workitem was not given'),
  row(['N-ACTION'], 0xc302, 0xc302, 'the workitem is in progress already'),
  row(['N-ACTION'], 0xc303, 0xc303, 'a workitem is scheduled when it is created, and not again'),
  row(['N-ACTION'], 0xc304, 0xc304, 'the workitem does not tell what it must in that state'),
  row(['N-SET', 'N-GET', 'N-ACTION'], 0xc307, 0xc307, 'no such workitem'),
  row(['N-ACTION'], 0xc308, 0xc308, 'the receiving AE title is unknown'),
  row(['N-CREATE'], 0xc309, 0xc309, 'the state of the workitem is not SCHEDULED'),
  row(['N-SET', 'N-ACTION'], 0xc310, 0xc310, 'the workitem is not in progress'),
  row(['N-ACTION'], 0xc311, 0xc311, 'the workitem is completed'),
  row(['N-ACTION'], 0xc312, 0xc312, 'the performer cannot be contacted'),
  row(['N-ACTION'], 0xc313, 0xc313, 'the performer chooses not to cancel'),
  row(['N-ACTION'], 0xc314, 0xc314, 'the action does not fit the instance'),
  row(['N-ACTION'], 0xc315, 0xc315, 'events are not reported'),
  row(['N-SET'], 0x0110, 0x0110, 'processing failure; with Error ID A710, the step is over and changes no more'),
  row(['N-CREATE'], 0x0111, 0x0111, 'duplicate SOP Instance'),
  row(normalized, 0x0112, 0x0112, 'no such SOP Instance'),
  row(normalized, 0x0113, 0x0113, 'no such event type'),
  row(normalized, 0x0114, 0x0114, 'no such argument'),
  row(normalized, 0x0115, 0x0115, 'invalid argument value'),
  row(normalized, 0x0118, 0x0118, 'no such SOP Class'),
  row(normalized, 0x0119, 0x0119, 'class and instance do not agree'),
  row(normalized, 0x0123, 0x0123, 'no such action'),
  row(normalized, 0x0131, 0x0131, 'duplicate Transaction UID'),
  row(normalized, 0x0213, 0x0213, 'resource limitation'),
  row(null, 0x0000, 0x0000, 'success'),
  row(null, 0x0001, 0x0001, 'done, but some optional attributes are not supported'),
  row(null, 0x0105, 0x0105, 'no such attribute'),
  row(null, 0x0106, 0x0106, 'invalid attribute value'),
  row(null, 0x0107, 0x0107, 'done, but some attributes are missing'),
  row(null, 0x0110, 0x0110, 'processing failure'),
  row(null, 0x0111, 0x0111, 'duplicate SOP Instance'),
  row(null, 0x0116, 0x0116, 'done, but an attribute value is out of range'),
  row(null, 0x0117, 0x0117, 'invalid SOP Instance UID'),
  row(null, 0x0120, 0x0120, 'missing attribute'),
  row(null, 0x0121, 0x0121, 'missing attribute value'),
  row(null, 0x0122, 0x0122, 'SOP Class not supported'),
  row(null, 0x0124, 0x0124, 'not authorized'),
  row(null, 0x0210, 0x0210, 'duplicate invocation'),
  row(null, 0x0211, 0x0211, 'unrecognized operation'),
  row(null, 0x0212, 0x0212, 'mistyped argument'),
]

function row(services: StatusRow['services'], first: number, last: number, meaning: string): StatusRow {
  return { services, first, last, meaning }
}

export interface StatusMeaning {
  readonly kind: StatusKind
  /** In words; what is in no table of the standard is told by its kind alone. */
  readonly meaning: string
}

export function meaningOf(status: number, service: Service): StatusMeaning {
  const kind = statusKind(status)
  const found = statusRows.find(({ services, first, last }) =>
    status >= first && status <= last && (services === null || services.includes(service)))
  return { kind, meaning: found?.meaning ?? kind }
}

/** As traces write it: four hexadecimal digits. */
export function formatStatus(status: number): string {
  return status.toString(16).toUpperCase().padStart(4, '0')
}
