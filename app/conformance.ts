/**
 * The DICOM Conformance Statement (ADM-17), made of the tables by which the product negotiates, answers and writes.
 * PS3.2 Annex N, in its order.
 *
 * @module
 */
import {
  formatTag, IMPLEMENTATION_CLASS_UID, IMPLEMENTATION_VERSION_NAME, keywordOf, nameOfUid, TransferSyntaxes,
} from '@filmjacket/dicom-data'
import { profiles } from '@filmjacket/dicom-media'
import {
  conformance, formatStatus, informationModels, statusKind, statusRows, tlsProfile,
  type ConformanceRow, type Service,
} from '@filmjacket/dicom-net'
import { attributes, formsOf } from '../modules/archive/index.ts'
import { characterSets } from '../modules/devices/contract.ts'
import { ASSOCIATIONS, IDLE_SECONDS, PDU_BYTES, REQUEST_SECONDS } from '../modules/devices/index.ts'
import { QUERY_OPTIONS } from './dicom-doors.ts'

/** What the product does as user: of what it could, all but reporting what it performs, asking what others did, and workitems of others. */
export function isUsed({ serviceClass }: ConformanceRow): boolean {
  return serviceClass !== 'performed' && serviceClass !== 'performed-retrieve' && !serviceClass.startsWith('workitem-')
}

/** Of a row that is used: worklists are asked for in every model that archives still have, Studies retrieved in those of today. */
export function proposedClasses({ serviceClass, sopClasses }: ConformanceRow): ConformanceRow['sopClasses'] {
  const isRetrieval = serviceClass === 'move' || serviceClass === 'get'
  const retired = Object.values(informationModels['patient-study-only']).map(String)
  return isRetrieval ? sopClasses.filter(({ uid }) => !retired.includes(uid)) : sopClasses
}

/** What the product does as provider for those who ask: of its studies' being here, and of workitems, it tells others, and is not told. */
export function isProvided({ serviceClass }: ConformanceRow): boolean {
  return serviceClass !== 'availability' && serviceClass !== 'workitem-event'
}

/** What it does as provider on associations that it opens itself, for which it proposes that role. */
export function isReported({ serviceClass }: ConformanceRow): boolean {
  return serviceClass === 'workitem-event'
}

/** Transfer syntaxes in which a row is accepted; of storage every one that the standard has, and any other. */
export function acceptedSyntaxes({ scp }: ConformanceRow): readonly string[] {
  return scp.transferSyntaxes === 'any' ? allSyntaxes : scp.transferSyntaxes
}

const allSyntaxes: readonly string[] = Object.values(TransferSyntaxes).map(({ uid }) => uid)

export function conformanceDocument(): string {
  return [intro(), networking(), services(), negotiation(), queries(), statuses(), media(), characters(), security()].join('\n')
}

function intro(): string {
  return `# DICOM Conformance Statement

Filmjacket receives, keeps, finds and sends composite objects, as user and as provider; it keeps a worklist, what is performed of it, and workitems. This file is made from the tables by which it
works (\`npx vitest run tests/docs/conformance.test.ts -u\`), and each context that is listed is negotiated in that test.

## 1 Overview

${table(['Service', 'User (SCU)', 'Provider (SCP)', 'SOP Classes'], conformance.map((row) => [
    `${nameOf(row)} (${row.services.join(', ')})`, yes(isUsed(row)), yes(isProvided(row) || isReported(row)), classesOf(row),
  ]))}
Media: file-sets are written and read (section 7). Web: DICOMweb as origin server and as user; its requests and media types are in
[modules/archive/dicomweb](../modules/archive/dicomweb/README.md). The Worklist Service (UPS-RS, PS3.18 §11): workitems are created, retrieved, updated,
searched, moved through their states, canceled on request and subscribed to, in DICOM JSON and XML. They are the same workitems as those of
Unified Procedure Steps (PS3.4 Annex CC), for devices that see the whole worklist: what is done by one way is found, and told, by the other.

- A workitem that is created without a list (Worklist Label) is put on the list *Worklist*. Whoever subscribed to all, or to such, is subscribed to it.
- Its state changes when its performer says so; and to CANCELED where that is asked for before anybody claimed it. Who performs one is asked by an
  event, where anybody has subscribed to it; else the request fails.
- It is forgotten \`WorklistKeepDays\` after its last change, whatever its state, and as long again after that where a deletion lock is on it.
- A subscription to all is one to those that are not over. It is refused where the receiving AE is no device that we may call.
- Events go to a device by an association of ours, twelve tries; to a program over the WebSocket that it has opened. After each start devices that wait for
  events are told *RESTARTED*, both lists *WARM START*.
- Queries: any attribute is matched, in sequences too; names whatever case and accents. Priority, fuzzy matching and timezones are not negotiated.

[modules/orders](../modules/orders/README.md) tells more.
`
}

function networking(): string {
  return `## 2 Application Entity and association policies

One Application Entity; its title is set at the start (\`--aet\`), \`FILMJACKET\` unless told. Peers may call it by any title, and are
known by theirs: a calling AE title that is not in the register of devices is rejected.

${table(['Policy', 'Value'], [
    ['Application context', '1.2.840.10008.3.1.1.1'],
    ['Implementation Class UID', code(IMPLEMENTATION_CLASS_UID)],
    ['Implementation Version Name', code(IMPLEMENTATION_VERSION_NAME)],
    ['Maximum PDU that is asked for', `${PDU_BYTES.default} bytes, unless set otherwise; sent are PDUs of at most what the peer asks for`],
    ['Associations at the same time, as acceptor', `${ASSOCIATIONS.default} on each port, unless set otherwise; then *local limit exceeded*`],
    ['Asynchronous operations', 'one at a time'],
    ['A peer that connects and says nothing (ARTIM)', `dropped after ${REQUEST_SECONDS.default} s, unless set otherwise`],
    ['A peer that is silent while it is its turn', `aborted after ${IDLE_SECONDS.default} s, unless set otherwise`],
    ['User identity', 'understood, and not used: what counts is the AE title and, with TLS, the certificate'],
  ])}
Rejections: *calling AE title not recognized* (not in the register, may not call, or without the proof that is asked of it), *local
limit exceeded*. Aborted are PDUs, PDVs and Commands that are impossible or not due, and AE titles that are none.
`
}

function services(): string {
  const uids = Object.values(TransferSyntaxes).map(({ uid, name }) => [name, code(uid)])
  return `## 3 Services

${conformance.map(serviceSection).join('\n')}
### Transfer syntaxes

Of storage these are accepted, and any other that is offered: an object is kept in the one in which it came.

${table(['Transfer syntax', 'UID'], uids)}`
}

function serviceSection(row: ConformanceRow): string {
  const others = row.takesOthers ? '\nBesides these every private class, and every class that the standard may add below its storage root.\n' : ''
  const roles = [
    ...(isUsed(row) ? [`- as user we propose${onlyOf(row)}: ${syntaxesOf(row, row.scu.transferSyntaxes)}`] : []),
    ...(isProvided(row) ? [`- as provider we accept: ${syntaxesOf(row, row.scp.transferSyntaxes)}`] : []),
    ...(isReported(row) ? [`- as provider we open an association, and propose in that role: ${row.scu.transferSyntaxes === 'any' ? 'any' : row.scu.transferSyntaxes.map((uid) => nameOfUid(uid) ?? uid).join(', ')}`] : []),
  ]
  return `### ${nameOf(row)}

${roles.join('\n')}

${table(['SOP Class', 'UID'], row.sopClasses.map(({ name, uid }) => [name, code(uid)]))}${others}`
}

function onlyOf(row: ConformanceRow): string {
  const proposed = proposedClasses(row)
  return proposed.length === row.sopClasses.length ? '' : `, of the first ${proposed.length} classes`
}

function syntaxesOf({ serviceClass }: ConformanceRow, syntaxes: 'any' | readonly string[]): string {
  if (syntaxes !== 'any') return `${syntaxes.map((uid) => nameOfUid(uid) ?? uid).join(', ')}${serviceClass === 'verification' ? '' : ', the first of these that is offered'}`
  if (serviceClass === 'verification') return 'any'
  const [native, compressed] = [TransferSyntaxes.implicitVrLittleEndian.uid, TransferSyntaxes.jpegLosslessSv1.uid].map((transferSyntaxUid) =>
    formsOf({ sopClassUid: '', transferSyntaxUid }, false).filter((uid) => uid !== transferSyntaxUid).map((uid) => nameOfUid(uid) ?? uid))
  return `the one in which an object is stored; and ${[...new Set([...(native ?? []), ...(compressed ?? [])])].join(' or ')}, made without loss while it is sent`
}

function negotiation(): string {
  const has = (does: (row: ConformanceRow) => boolean) => conformance.filter(does).map(nameOf).join(', ')
  const { relational, combinedDateTime, fuzzyNames } = QUERY_OPTIONS
  return `## 4 Extended negotiation

${table(['Item', 'What is done'], [
    ['SCP/SCU role selection (PS3.7 §D.3.3.4)', `answered for ${has((row) => row.roleSelection && isProvided(row))}; proposed for C-GET, and for ${has(isReported)}`],
    ['SOP Class extended negotiation (PS3.7 §D.3.3.5)', `answered for ${has(({ extendedNegotiation }) => extendedNegotiation)}`],
    ['- relational queries', yes(relational)],
    ['- combined date and time matching', yes(combinedDateTime)],
    ['- fuzzy semantic matching of names', `${yes(fuzzyNames)}: by the beginnings of words, in any order`],
    ['- timezone adjustment', 'no'],
    ['SOP Class common extended negotiation (PS3.7 §D.3.3.6)', 'a class that says it is of the Storage Service Class is taken'],
  ])}`
}

function queries(): string {
  const rows = Object.values(attributes).map(({ level, tag, kind }) => [level.toUpperCase(), keywordOf(tag) ?? '', formatTag(tag), MATCHING[kind]])
  const models = Object.entries(informationModels).map(([model, { levels }]) => [model, levels.join(', ')])
  return `## 5 Queries

${table(['Information model', 'Levels'], models)}
Keys that are matched; any of them is returned, and with it what else is in the common header of the objects. Keys that are not known
are told by status FF01.

${table(['Level', 'Attribute', 'Tag', 'Matching'], rows)}
A device finds and retrieves only where it has been given that right; C-MOVE sends only to destinations in the register.
`
}

const MATCHING: Readonly<Record<(typeof attributes)[keyof typeof attributes]['kind'], string>> = {
  text: 'single value, list, wildcard', folded: 'the same, whatever case and accents', name: 'wildcard, whatever case, accents and width; fuzzy',
  uid: 'single value, list', date: 'single value, range', time: 'single value, range', number: 'single value',
}

function statuses(): string {
  const all: readonly Service[] = ['C-ECHO', 'C-STORE', 'C-FIND', 'C-MOVE', 'C-GET', 'N-ACTION', 'N-EVENT-REPORT', 'N-CREATE', 'N-SET', 'N-GET']
  const rows = statusRows.map(({ services: of, first, last, meaning }) => [
    (of ?? ['any']).join(', '), first === last ? formatStatus(first) : `${formatStatus(first)} to ${formatStatus(last)}`,
    statusKind(first), meaning,
  ])
  return `## 6 Status codes

Of ${all.join(', ')}; as user, every code is understood by these, and else by its first digits (PS3.7 Annex C). As provider of C-STORE
we answer 0000 when an object is durable or was so before, 0111 where another object is stored under its UID, A700 where there is no
room, no file can be opened or the database cannot be reached, A900 where it contradicts its command or its study, and C000 where it cannot be read.

${table(['Service', 'Status', 'Kind', 'Meaning'], rows)}`
}

function media(): string {
  return `## 7 Media

File-sets with DICOMDIR are written in the roles File-set Creator, as ISO images and ZIP files, and read as File-set Reader.

${table(['Application profile', 'Medium', 'Transfer syntaxes'], profiles.map(({ id, medium, transferSyntaxes }) => [
    id, medium, transferSyntaxes.size === 0 ? 'any' : [...transferSyntaxes].map((uid) => nameOfUid(uid) ?? uid).join(', '),
  ]))}`
}

function characters(): string {
  return `## 8 Character sets

Read are all of PS3.3 §C.12.1.1.2, with and without code extensions, and what the field writes instead. Answers to queries are written
in the character set of the query, of the device, or in Unicode where that cannot hold them. Queries to a device are written in the one
that is set for it:

${table(['Specific Character Set'], characterSets.map((set) => [set === '' ? 'default repertoire (ISO_IR 6)' : code(set)]))}`
}

function security(): string {
  const { minVersion, maxVersion, ciphers, ecdhCurve } = tlsProfile
  return `## 9 Security

- **TLS** by the BCP 195 profile (PS3.15 §B.12), as requestor for each device that is set to it, and as acceptor on a port of its own.
  Client certificates are asked for there; whether one must be shown, and by which name, is said for each device. Certificates are
  renewed without a restart.
- ${minVersion} to ${maxVersion}; ${ciphers.split(':').map(code).join(', ')}; groups ${ecdhCurve.split(':').join(', ')}.
- **Audit**: queries, what was sent and retrieved, refused callers' names and every change of a device are written down.
- Private keys and credentials of devices are sealed in the database (AES-256-GCM).

`
}

function classesOf({ sopClasses: [only, ...more], takesOthers }: ConformanceRow): string {
  if (only === undefined) return ''
  return more.length === 0 ? only.name : `${more.length + 1}${takesOthers ? ', and others' : ''}`
}

const NAMES: Readonly<Record<ConformanceRow['serviceClass'], string>> = {
  verification: 'Verification', storage: 'Storage', find: 'Query', worklist: 'Modality Worklist', move: 'Retrieve by C-MOVE',
  get: 'Retrieve by C-GET', commitment: 'Storage Commitment (Push Model)', performed: 'Modality Performed Procedure Step',
  'performed-retrieve': 'Modality Performed Procedure Step Retrieve', availability: 'Instance Availability Notification',
  'workitem-push': 'Unified Procedure Step: Push', 'workitem-pull': 'Unified Procedure Step: Pull', 'workitem-watch': 'Unified Procedure Step: Watch',
  'workitem-query': 'Unified Procedure Step: Query', 'workitem-event': 'Unified Procedure Step: Event',
}

function nameOf({ serviceClass }: ConformanceRow): string {
  return NAMES[serviceClass]
}

function yes(is: boolean): string {
  return is ? 'yes' : 'no'
}

function code(text: string): string {
  return `\`${text}\``
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n') + '\n'
}
