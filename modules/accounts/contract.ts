/** What crosses the border of accounts: signing in, invitations, people, passkeys, codes, sessions, tokens. */
import Type, { type Static, type TSchema } from 'typebox'

export const Role = Type.Union([
  Type.Literal('admin'), Type.Literal('clerk'), Type.Literal('doctor'), Type.Literal('patient'),
])
export type Role = Static<typeof Role>

/** A visitor came with an access code. Such an account is in no list, and has no password. */
export const AnyRole = Type.Union([...Role.anyOf, Type.Literal('visitor')])
export type AnyRole = Static<typeof AnyRole>

/** The bounds of any password; what a site asks for beyond, and what is too common, is told by its refusal. NIST SP 800-63B. */
export const Password = Type.String({ minLength: 8, maxLength: 256 })

export const Username = Type.String({ minLength: 1, maxLength: 64, pattern: '^[a-z0-9][a-z0-9._@-]*$' })

/** YYYYMMDD, as in (0010,0030). */
export const BirthDate = Type.String({ pattern: '^[0-9]{8}$' })
export const Address = Type.String({ maxLength: 254, pattern: '^[^\\s@<>"]+@[^\\s@<>"]+$' })
const Given = Type.String({ minLength: 1, maxLength: 256 })
/** A code of an app, or a recovery code. */
export const Code = Type.String({ minLength: 6, maxLength: 32 })
const Ticket = Type.String({ minLength: 1, maxLength: 64 })
const When = Type.String({ format: 'date-time' })
const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

/** What a visitor may use to come in. */
export const WaysIn = Type.Object({
  passwordLength: Type.Integer(),
  /** A forgotten password can be replaced by mail. */
  reset: Type.Boolean(),
  /** The hospital's own sign-in service for staff, by its name. */
  service: orNull(Type.String()),
})
export type WaysIn = Static<typeof WaysIn>

export const NewSession = Type.Object({
  username: Type.String({ minLength: 1, maxLength: 64 }),
  password: Given,
  /** Where the account has codes: told by `code-needed`. */
  code: Type.Optional(Code),
  /** In place of a password whose time is over: told by `password-over`. */
  next: Type.Optional(Password),
})
export type NewSession = Static<typeof NewSession>

export const AccountView = Type.Object({
  id: Type.String(),
  username: Type.String(),
  displayName: Type.String(),
  role: AnyRole,
  /** Of the Patient this account belongs to; null for staff. */
  patientId: orNull(Type.String()),
  /** Who gave that Patient ID, (0010,0021); null for staff. */
  patientIssuer: orNull(Type.String()),
  email: orNull(Type.String()),
  active: Type.Boolean(),
  hasPassword: Type.Boolean(),
  createdAt: When,
})
export type AccountView = Static<typeof AccountView>

/** Where to go to sign out of the service by which one came in; null where there is none, or it has no such place. */
export const SignedOut = Type.Object({ continueAt: orNull(Type.String()) })
export type SignedOut = Static<typeof SignedOut>

/** Who is signed in; null for a visitor. */
export const CurrentSession = Type.Union([AccountView, Type.Null()])
export type CurrentSession = Static<typeof CurrentSession>

/** How a person comes in, for who looks after people. */
export const PersonView = Type.Object({
  ...AccountView.properties,
  /** Codes from an app are on. */
  hasCodes: Type.Boolean(),
  passkeys: Type.Integer(),
  /** Comes in by the hospital's own service. */
  byService: Type.Boolean(),
  /** The link of an invitation asks for it. */
  hasBirthDate: Type.Boolean(),
})
export type PersonView = Static<typeof PersonView>

export const PeopleFilter = Type.Object({
  /** Parts of name, user name, Patient ID or address. */
  text: Type.Optional(Type.String({ maxLength: 128 })),
  role: Type.Optional(Role),
  /** User name behind which to go on. */
  after: Type.Optional(Type.String({ maxLength: 64 })),
})
export type PeopleFilter = Static<typeof PeopleFilter>

/** By user name, a page at a time. */
export const AccountList = Type.Object({ accounts: Type.Array(PersonView), next: orNull(Type.String()) })
export type AccountList = Static<typeof AccountList>

export const NewAccount = Type.Object({
  username: Username,
  displayName: Type.String({ minLength: 1, maxLength: 128 }),
  role: Role,
  /** Required for a patient, refused for staff. (0010,0020). */
  patientId: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
  /** (0010,0021), where several give out the same numbers. */
  patientIssuer: Type.Optional(Type.String({ maxLength: 64 })),
  /** Asked on the link. */
  birthDate: Type.Optional(BirthDate),
  email: Type.Optional(Address),
})
export type NewAccount = Static<typeof NewAccount>

/** `token` opens `/welcome#<token>` once; it is told here and never again. */
export const InvitedAccount = Type.Object({
  account: AccountView,
  token: Type.String(),
  expiresAt: When,
  asksBirthDate: Type.Boolean(),
  /** Sent to the account's address too. */
  mailed: Type.Boolean(),
})
export type InvitedAccount = Static<typeof InvitedAccount>

export const InvitationWish = Type.Object({
  mail: Type.Optional(Type.Boolean()),
  /** The old password no longer works, and every session ends. */
  reset: Type.Optional(Type.Boolean()),
})
export type InvitationWish = Static<typeof InvitationWish>

export const AccountChange = Type.Object({
  active: Type.Optional(Type.Boolean()),
  email: Type.Optional(orNull(Address)),
  birthDate: Type.Optional(orNull(BirthDate)),
})
export type AccountChange = Static<typeof AccountChange>

export const InvitationToken = Type.Object({ token: Ticket, birthDate: Type.Optional(BirthDate) })
export type InvitationToken = Static<typeof InvitationToken>

/** Who it is for is told only after the birth date was right, where one is asked for. */
export const InvitationView = Type.Object({
  person: orNull(Type.Object({ username: Type.String(), displayName: Type.String(), role: AnyRole })),
  expiresAt: When,
})
export type InvitationView = Static<typeof InvitationView>

/** What `navigator.credentials` answers, as JSON: WebAuthn §5.1. Judged by the server's library, byte by byte. */
export const PasskeyResponse = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 2_048 }),
  rawId: Type.String({ minLength: 1, maxLength: 2_048 }),
  type: Type.Literal('public-key'),
  response: Type.Record(Type.String(), Type.Unknown()),
  clientExtensionResults: Type.Record(Type.String(), Type.Unknown()),
  authenticatorAttachment: Type.Optional(Type.String({ maxLength: 32 })),
})
export type PasskeyResponse = Static<typeof PasskeyResponse>

/** `options` go to the browser's own function as they are. */
export const PasskeyStep = Type.Object({ ticket: Ticket, options: Type.Unknown() })
export type PasskeyStep = Static<typeof PasskeyStep>

export const PasskeyProof = Type.Object({ ticket: Ticket, response: PasskeyResponse })
export type PasskeyProof = Static<typeof PasskeyProof>

const PasskeyName = Type.String({ minLength: 1, maxLength: 64 })
export const NewPasskey = Type.Object({ ...PasskeyProof.properties, name: PasskeyName })
export type NewPasskey = Static<typeof NewPasskey>
export const PasskeyChange = Type.Object({ name: PasskeyName })

export const PasskeyView = Type.Object({ id: Type.String(), name: Type.String(), createdAt: When, usedAt: orNull(When) })
export type PasskeyView = Static<typeof PasskeyView>

/** One of the two ways to come back: a password or a passkey. */
export const RedeemInvitation = Type.Object({
  ...InvitationToken.properties,
  password: Type.Optional(Password),
  passkey: Type.Optional(NewPasskey),
})
export type RedeemInvitation = Static<typeof RedeemInvitation>

export const PasswordChange = Type.Object({ current: Given, next: Password })
export type PasswordChange = Static<typeof PasswordChange>

/** A user name or a mail address; the answer is the same whether anybody is called so. */
export const ForgottenPassword = Type.Object({ login: Type.String({ minLength: 1, maxLength: 254 }) })
export const ResetToken = Type.Object({ token: Ticket })
export const ResetView = Type.Object({ username: Type.String() })
export type ResetView = Static<typeof ResetView>
export const PasswordReset = Type.Object({ token: Ticket, password: Password })
export type PasswordReset = Static<typeof PasswordReset>

export const SessionView = Type.Object({
  id: Type.String(),
  /** The one that asks. */
  isThis: Type.Boolean(),
  /** Browser and system; empty where nothing is known. */
  device: Type.String(),
  address: Type.String(),
  method: Type.String(),
  createdAt: When,
  seenAt: When,
})
export type SessionView = Static<typeof SessionView>
export const SessionList = Type.Object({ sessions: Type.Array(SessionView) })
export type SessionList = Static<typeof SessionList>
export const EndAll = Type.Object({ tokens: Type.Boolean() })

/** Proves again who one is, before a way to sign in is changed. */
export const Proof = Type.Object({
  password: Type.Optional(Given),
  code: Type.Optional(Code),
  passkey: Type.Optional(PasskeyProof),
})
export type Proof = Static<typeof Proof>

/** The ways in of one's own account. */
export const OwnWays = Type.Object({
  hasPassword: Type.Boolean(),
  hasCodes: Type.Boolean(),
  recoveryCodes: Type.Integer(),
  passkeys: Type.Array(PasskeyView),
  /** The site asks for a second proof of this person. */
  secondFactorNeeded: Type.Boolean(),
})
export type OwnWays = Static<typeof OwnWays>

export const CodeSetupView = Type.Object({ ticket: Ticket, secret: Type.String(), uri: Type.String() })
export type CodeSetupView = Static<typeof CodeSetupView>
export const CodeConfirm = Type.Object({ ticket: Ticket, code: Code })
export type CodeConfirm = Static<typeof CodeConfirm>
/** Told once. */
export const RecoveryCodes = Type.Object({ recoveryCodes: Type.Array(Type.String()) })
export type RecoveryCodes = Static<typeof RecoveryCodes>
export const FirstCode = Type.Object({ account: AccountView, ...RecoveryCodes.properties })
export type FirstCode = Static<typeof FirstCode>

/** Where the browser goes, and what it must show when it comes back. */
export const ServiceVisit = Type.Object({ url: Type.String(), ticket: Ticket })
export type ServiceVisit = Static<typeof ServiceVisit>
/** The query with which it came back. */
export const ServiceReturn = Type.Object({ ticket: Ticket, query: Type.String({ maxLength: 4_096 }) })
export type ServiceReturn = Static<typeof ServiceReturn>

/** What a token is for: seeing and fetching images, storing them, deleting them; keeping the worklist; measures of the server. */
export const TokenAction = Type.Enum(['read', 'store', 'delete', 'orders', 'metrics'])
export type TokenAction = Static<typeof TokenAction>

export const NewApiToken = Type.Object({
  /** Which program it is for, in its owner's words. */
  name: Type.String({ minLength: 1, maxLength: 128 }),
  actions: Type.Array(TokenAction, { minItems: 1, maxItems: 8 }),
  /** Ids of the only studies that it reaches. Without it: as many as its owner. */
  studies: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 64 }), { minItems: 1, maxItems: 100 })),
  lifetimeDays: Type.Integer({ minimum: 1, maximum: 366 }),
})
export type NewApiToken = Static<typeof NewApiToken>

export const ApiTokenView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  actions: Type.Array(TokenAction),
  studies: Type.Union([Type.Array(Type.String()), Type.Null()]),
  createdAt: Type.String({ format: 'date-time' }),
  expiresAt: Type.String({ format: 'date-time' }),
  usedAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
  /** Its time is over: it opens nothing. */
  isOver: Type.Boolean(),
})
export type ApiTokenView = Static<typeof ApiTokenView>

export const ApiTokenList = Type.Object({ tokens: Type.Array(ApiTokenView) })
export type ApiTokenList = Static<typeof ApiTokenList>

/** `secret` goes into `Authorization: Bearer`; it is told here and never again. */
export const MadeApiToken = Type.Object({ token: ApiTokenView, secret: Type.String() })
export type MadeApiToken = Static<typeof MadeApiToken>
