/**
 * User Information, the last item of A-ASSOCIATE: who speaks, and what was agreed besides the contexts.
 * PS3.8 §9.3.2.3 and Annex D, PS3.7 §D.3.3.
 *
 * @module
 */
import { encodeCounted, encodeItem, encodeText, items, u16, u32, type ByteReader } from './byte-reader.ts'

const SubItem = {
  maximumLength: 0x51,
  implementationClassUid: 0x52,
  asynchronousWindow: 0x53,
  roleSelection: 0x54,
  implementationVersionName: 0x55,
  extendedNegotiation: 0x56,
  commonExtendedNegotiation: 0x57,
  userIdentity: 0x58,
  userIdentityResponse: 0x59,
} as const

/** PS3.7 §D.3.3.4. In a request what the requestor can be; in an answer what it may be. */
export interface RoleSelection {
  readonly sopClassUid: string
  readonly scu: boolean
  readonly scp: boolean
}

/** PS3.7 §D.3.3.5. */
export interface ExtendedNegotiation {
  readonly sopClassUid: string
  readonly information: Uint8Array
}

/** PS3.7 §D.3.3.6. */
export interface CommonExtendedNegotiation {
  readonly sopClassUid: string
  readonly serviceClassUid: string
  readonly relatedGeneralSopClassUids: readonly string[]
}

/** PS3.7 §D.3.3.7. May hold a password: never to be logged. */
export interface UserIdentity {
  /** 1 user name, 2 user name and passcode, 3 Kerberos, 4 SAML, 5 JSON Web Token. */
  readonly type: number
  readonly positiveResponseRequested: boolean
  readonly primary: Uint8Array
  readonly secondary: Uint8Array
}

export interface UserInformation {
  /** The longest P-DATA-TF that the sender of this item receives, its header not counted; 0 is no limit. */
  readonly maximumLength?: number
  readonly implementationClassUid?: string
  readonly implementationVersionName?: string
  /** PS3.7 §D.3.3.3; 0 is no limit. Absent is one at a time. */
  readonly asynchronousWindow?: { readonly invoked: number; readonly performed: number }
  readonly roles?: readonly RoleSelection[]
  readonly extended?: readonly ExtendedNegotiation[]
  readonly commonExtended?: readonly CommonExtendedNegotiation[]
  readonly userIdentity?: UserIdentity
  readonly userIdentityResponse?: Uint8Array
}

/** While it is read. Lists grow in place: a hostile item may repeat ten thousand times. */
type Draft = { -readonly [K in keyof UserInformation]: UserInformation[K] } & {
  roles?: RoleSelection[]
  extended?: ExtendedNegotiation[]
  commonExtended?: CommonExtendedNegotiation[]
}

/** Sub-items of a type that is not known are passed over. PS3.8 §9.3.1. */
export function decodeUserInformation(reader: ByteReader): UserInformation {
  const information: Draft = {}
  for (const { type, value } of items(reader)) decodeSubItem(information, type, value)
  return information
}

function decodeSubItem(into: Draft, type: number, value: ByteReader): void {
  switch (type) {
    case SubItem.maximumLength: into.maximumLength = value.u32(); break
    case SubItem.implementationClassUid: into.implementationClassUid = value.uid(value.left); break
    case SubItem.implementationVersionName: into.implementationVersionName = value.text(value.left).trim(); break
    case SubItem.asynchronousWindow: into.asynchronousWindow = { invoked: value.u16(), performed: value.u16() }; break
    case SubItem.roleSelection: (into.roles ??= []).push(decodeRole(value)); break
    case SubItem.extendedNegotiation: (into.extended ??= []).push(decodeExtended(value)); break
    case SubItem.commonExtendedNegotiation: (into.commonExtended ??= []).push(decodeCommonExtended(value)); break
    case SubItem.userIdentity: into.userIdentity = decodeUserIdentity(value); break
    case SubItem.userIdentityResponse: into.userIdentityResponse = value.bytes(value.u16()).slice(); break
  }
}

function decodeRole(value: ByteReader): RoleSelection {
  return { sopClassUid: value.uid(value.u16()), scu: value.u8() === 1, scp: value.u8() === 1 }
}

function decodeExtended(value: ByteReader): ExtendedNegotiation {
  return { sopClassUid: value.uid(value.u16()), information: value.bytes(value.left).slice() }
}

function decodeCommonExtended(value: ByteReader): CommonExtendedNegotiation {
  const sopClassUid = value.uid(value.u16())
  const serviceClassUid = value.uid(value.u16())
  const related: string[] = []
  for (let left = value.u16(); left > 0;) {
    const length = value.u16()
    related.push(value.uid(length))
    left -= 2 + length
  }
  return { sopClassUid, serviceClassUid, relatedGeneralSopClassUids: related }
}

function decodeUserIdentity(value: ByteReader): UserIdentity {
  return {
    type: value.u8(),
    positiveResponseRequested: value.u8() === 1,
    primary: value.bytes(value.u16()).slice(),
    secondary: value.bytes(value.u16()).slice(),
  }
}

/** In rising order of item type, as most implementations write and old ones expect. */
export function encodeUserInformation(information: UserInformation): Buffer {
  const { asynchronousWindow, userIdentity } = information
  return Buffer.concat([
    ...one(SubItem.maximumLength, information.maximumLength, u32),
    ...one(SubItem.implementationClassUid, information.implementationClassUid, encodeText),
    ...one(SubItem.asynchronousWindow, asynchronousWindow, (window) =>
      Buffer.concat([u16(window.invoked), u16(window.performed)])),
    ...(information.roles ?? []).map((role) => encodeItem(SubItem.roleSelection, encodeRole(role))),
    ...one(SubItem.implementationVersionName, information.implementationVersionName, encodeText),
    ...(information.extended ?? []).map((item) =>
      encodeItem(SubItem.extendedNegotiation, encodeUid(item.sopClassUid), item.information)),
    ...(information.commonExtended ?? []).map((item) =>
      encodeItem(SubItem.commonExtendedNegotiation, encodeCommonExtended(item))),
    ...one(SubItem.userIdentity, userIdentity, encodeUserIdentity),
    ...one(SubItem.userIdentityResponse, information.userIdentityResponse, encodeCounted),
  ])
}

function one<T>(type: number, value: T | undefined, encode: (value: T) => Buffer): Buffer[] {
  return value === undefined ? [] : [encodeItem(type, encode(value))]
}

function encodeUid(uid: string): Buffer {
  return encodeCounted(encodeText(uid))
}

function encodeRole({ sopClassUid, scu, scp }: RoleSelection): Buffer {
  return Buffer.concat([encodeUid(sopClassUid), Uint8Array.of(scu ? 1 : 0, scp ? 1 : 0)])
}

function encodeCommonExtended(item: CommonExtendedNegotiation): Buffer {
  const related = Buffer.concat(item.relatedGeneralSopClassUids.map(encodeUid))
  return Buffer.concat([encodeUid(item.sopClassUid), encodeUid(item.serviceClassUid), encodeCounted(related)])
}

function encodeUserIdentity(identity: UserIdentity): Buffer {
  const flags = Uint8Array.of(identity.type, identity.positiveResponseRequested ? 1 : 0)
  return Buffer.concat([flags, encodeCounted(identity.primary), encodeCounted(identity.secondary)])
}
