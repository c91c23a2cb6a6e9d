/**
 * The Upper Layer protocol machine, as the standard prints it. PS3.8 §9.2.
 *
 * Nothing is done here: the tables say what is due and where it leads; `upper-layer.ts` does it.
 *
 * @module
 */

/** PS3.8 Tables 9-1 to 9-5. */
export const states = {
  Sta1: 'idle',
  Sta2: 'transport connection open, awaiting A-ASSOCIATE-RQ',
  Sta3: 'awaiting local A-ASSOCIATE response',
  Sta4: 'awaiting transport connection opening to complete',
  Sta5: 'awaiting A-ASSOCIATE-AC or -RJ',
  Sta6: 'association established, ready for data transfer',
  Sta7: 'awaiting A-RELEASE-RP',
  Sta8: 'awaiting local A-RELEASE response',
  Sta9: 'release collision, requestor side, awaiting A-RELEASE response',
  Sta10: 'release collision, acceptor side, awaiting A-RELEASE-RP',
  Sta11: 'release collision, requestor side, awaiting A-RELEASE-RP',
  Sta12: 'release collision, acceptor side, awaiting A-RELEASE response',
  Sta13: 'awaiting transport connection close',
} as const
export type State = keyof typeof states

/** The left column of PS3.8 Table 9-10. */
export const events = {
  Evt1: 'A-ASSOCIATE request (local user)',
  Evt2: 'transport connect confirmation',
  Evt3: 'A-ASSOCIATE-AC received',
  Evt4: 'A-ASSOCIATE-RJ received',
  Evt5: 'transport connection indication',
  Evt6: 'A-ASSOCIATE-RQ received',
  Evt7: 'A-ASSOCIATE response, accept (local user)',
  Evt8: 'A-ASSOCIATE response, reject (local user)',
  Evt9: 'P-DATA request (local user)',
  Evt10: 'P-DATA-TF received',
  Evt11: 'A-RELEASE request (local user)',
  Evt12: 'A-RELEASE-RQ received',
  Evt13: 'A-RELEASE-RP received',
  Evt14: 'A-RELEASE response (local user)',
  Evt15: 'A-ABORT request (local user)',
  Evt16: 'A-ABORT received',
  Evt17: 'transport connection closed',
  Evt18: 'ARTIM timer expired',
  Evt19: 'unrecognized or invalid PDU received',
} as const
export type Event = keyof typeof events

/** `judge-request` is AE-6's own: the request is indicated, or refused before the user hears of it. */
export type Effect =
  | 'connect' | 'send' | 'send-user-abort' | 'send-provider-abort' | 'indicate' | 'indicate-p-abort'
  | 'start-artim' | 'stop-artim' | 'close' | 'judge-request'

interface ActionRow {
  readonly effects: readonly Effect[]
  /** Two where the standard says so: AE-6 (accepted, refused), AR-8 (requestor, acceptor). */
  readonly next: readonly [State] | readonly [State, State]
}

/** PS3.8 Tables 9-6 to 9-9. `send` sends the PDU that the row of the table names. */
export const actions = {
  'AE-1': { effects: ['connect'], next: ['Sta4'] },
  'AE-2': { effects: ['send'], next: ['Sta5'] },
  'AE-3': { effects: ['indicate'], next: ['Sta6'] },
  'AE-4': { effects: ['indicate', 'close'], next: ['Sta1'] },
  'AE-5': { effects: ['start-artim'], next: ['Sta2'] },
  'AE-6': { effects: ['stop-artim', 'judge-request'], next: ['Sta3', 'Sta13'] },
  'AE-7': { effects: ['send'], next: ['Sta6'] },
  'AE-8': { effects: ['send', 'start-artim'], next: ['Sta13'] },
  'DT-1': { effects: ['send'], next: ['Sta6'] },
  'DT-2': { effects: ['indicate'], next: ['Sta6'] },
  'AR-1': { effects: ['send'], next: ['Sta7'] },
  'AR-2': { effects: ['indicate'], next: ['Sta8'] },
  'AR-3': { effects: ['indicate', 'close'], next: ['Sta1'] },
  'AR-4': { effects: ['send', 'start-artim'], next: ['Sta13'] },
  'AR-5': { effects: ['stop-artim'], next: ['Sta1'] },
  'AR-6': { effects: ['indicate'], next: ['Sta7'] },
  'AR-7': { effects: ['send'], next: ['Sta8'] },
  'AR-8': { effects: ['indicate'], next: ['Sta9', 'Sta10'] },
  'AR-9': { effects: ['send'], next: ['Sta11'] },
  'AR-10': { effects: ['indicate'], next: ['Sta12'] },
  'AA-1': { effects: ['send-user-abort', 'start-artim'], next: ['Sta13'] },
  'AA-2': { effects: ['stop-artim', 'close'], next: ['Sta1'] },
  'AA-3': { effects: ['indicate', 'close'], next: ['Sta1'] },
  'AA-4': { effects: ['indicate-p-abort'], next: ['Sta1'] },
  'AA-5': { effects: ['stop-artim'], next: ['Sta1'] },
  'AA-6': { effects: [], next: ['Sta13'] },
  'AA-7': { effects: ['send-provider-abort'], next: ['Sta13'] },
  'AA-8': { effects: ['send-provider-abort', 'indicate-p-abort', 'start-artim'], next: ['Sta13'] },
} as const satisfies { readonly [name: string]: ActionRow }
export type Action = keyof typeof actions

const no = null
type Row = readonly (Action | null)[]

/** PS3.8 Table 9-10. A column for each state, Sta1 to Sta13; `no` where the table is blank. */
const table: { readonly [E in Event]: Row } = {
  //         1       2       3       4       5       6       7       8       9       10       11      12      13
  Evt1: /**/ ['AE-1', no, no, no, no, no, no, no, no, no, no, no, no],
  Evt2: /**/ [no, no, no, 'AE-2', no, no, no, no, no, no, no, no, no],
  Evt3: /**/ [no, 'AA-1', 'AA-8', no, 'AE-3', 'AA-8', 'AA-8', 'AA-8', 'AA-8', 'AA-8', 'AA-8', 'AA-8', 'AA-6'],
  Evt4: /**/ [no, 'AA-1', 'AA-8', no, 'AE-4', 'AA-8', 'AA-8', 'AA-8', 'AA-8', 'AA-8', 'AA-8', 'AA-8', 'AA-6'],
  Evt5: /**/ ['AE-5', no, no, no, no, no, no, no, no, no, no, no, no],
  Evt6: /**/ [no, 'AE-6', 'AA-8', no, 'AA-8', 'AA-8', 'AA-8', 'AA-8', 'AA-8', 'AA-8', 'AA-8', 'AA-8', 'AA-7'],
  Evt7: /**/ [no, no, 'AE-7', no, no, no, no, no, no, no, no, no, no],
  Evt8: /**/ [no, no, 'AE-8', no, no, no, no, no, no, no, no, no, no],
  Evt9: /**/ [no, no, no, no, no, 'DT-1', no, 'AR-7', no, no, no, no, no],
  Evt10: /**/[no, 'AA-1', 'AA-8', no, 'AA-8', 'DT-2', 'AR-6', 'AA-8', 'AA-8', 'AA-8', 'AA-8', 'AA-8', 'AA-6'],
  Evt11: /**/[no, no, no, no, no, 'AR-1', no, no, no, no, no, no, no],
  Evt12: /**/[no, 'AA-1', 'AA-8', no, 'AA-8', 'AR-2', 'AR-8', 'AA-8', 'AA-8', 'AA-8', 'AA-8', 'AA-8', 'AA-6'],
  Evt13: /**/[no, 'AA-1', 'AA-8', no, 'AA-8', 'AA-8', 'AR-3', 'AA-8', 'AA-8', 'AR-10', 'AR-3', 'AA-8', 'AA-6'],
  Evt14: /**/[no, no, no, no, no, no, no, 'AR-4', 'AR-9', no, no, 'AR-4', no],
  Evt15: /**/[no, no, 'AA-1', 'AA-2', 'AA-1', 'AA-1', 'AA-1', 'AA-1', 'AA-1', 'AA-1', 'AA-1', 'AA-1', no],
  Evt16: /**/[no, 'AA-2', 'AA-3', no, 'AA-3', 'AA-3', 'AA-3', 'AA-3', 'AA-3', 'AA-3', 'AA-3', 'AA-3', 'AA-2'],
  Evt17: /**/[no, 'AA-5', 'AA-4', 'AA-4', 'AA-4', 'AA-4', 'AA-4', 'AA-4', 'AA-4', 'AA-4', 'AA-4', 'AA-4', 'AR-5'],
  Evt18: /**/[no, 'AA-2', no, no, no, no, no, no, no, no, no, no, 'AA-2'],
  Evt19: /**/[no, 'AA-1', 'AA-8', no, 'AA-8', 'AA-8', 'AA-8', 'AA-8', 'AA-8', 'AA-8', 'AA-8', 'AA-8', 'AA-7'],
}

/** What Table 9-10 says for this pair; null where it is blank and the event cannot happen by rights. */
export function actionFor(state: State, event: Event): Action | null {
  return table[event][Number(state.slice(3)) - 1] ?? null
}

/** Where an action leads. `side` decides only AR-8, `refused` only AE-6. */
export function nextState(action: Action, side: 'requestor' | 'acceptor', refused = false): State {
  const [first, second] = actions[action].next as ActionRow['next']
  const takesSecond = action === 'AE-6' ? refused : side === 'acceptor'
  return takesSecond && second !== undefined ? second : first
}
