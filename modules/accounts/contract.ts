/** What crosses the border of accounts: signing in, invitations, people. */
import Type, { type Static } from 'typebox'

export const Role = Type.Union([
  Type.Literal('admin'), Type.Literal('clerk'), Type.Literal('doctor'), Type.Literal('patient'),
])
export type Role = Static<typeof Role>

/** NIST SP 800-63B: length is the only rule. 8 characters are asked for, 256 are allowed. */
export const Password = Type.String({ minLength: 8, maxLength: 256 })

export const Username = Type.String({ minLength: 1, maxLength: 64, pattern: '^[a-z0-9][a-z0-9._@-]*$' })

export const NewSession = Type.Object({
  username: Type.String({ minLength: 1, maxLength: 64 }),
  password: Type.String({ minLength: 1, maxLength: 256 }),
})
export type NewSession = Static<typeof NewSession>

export const AccountView = Type.Object({
  id: Type.String(),
  username: Type.String(),
  displayName: Type.String(),
  role: Role,
  /** Of the Patient this account belongs to; null for staff. */
  patientId: Type.Union([Type.String(), Type.Null()]),
  active: Type.Boolean(),
  /** False until the invitation was redeemed. */
  hasPassword: Type.Boolean(),
  createdAt: Type.String({ format: 'date-time' }),
})
export type AccountView = Static<typeof AccountView>

/** Who is signed in; null for a visitor. */
export const CurrentSession = Type.Union([AccountView, Type.Null()])
export type CurrentSession = Static<typeof CurrentSession>

export const AccountList = Type.Object({ accounts: Type.Array(AccountView) })
export type AccountList = Static<typeof AccountList>

export const NewAccount = Type.Object({
  username: Username,
  displayName: Type.String({ minLength: 1, maxLength: 128 }),
  role: Role,
  /** Required for a patient, refused for staff. (0010,0020). */
  patientId: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
})
export type NewAccount = Static<typeof NewAccount>

/** `token` opens `/welcome#<token>` once; it is told here and never again. */
export const InvitedAccount = Type.Object({ account: AccountView, token: Type.String() })
export type InvitedAccount = Static<typeof InvitedAccount>

export const AccountChange = Type.Object({ active: Type.Boolean() })
export type AccountChange = Static<typeof AccountChange>

export const InvitationToken = Type.Object({ token: Type.String({ minLength: 1, maxLength: 64 }) })
export type InvitationToken = Static<typeof InvitationToken>

export const InvitationView = Type.Object({
  username: Type.String(),
  displayName: Type.String(),
  role: Role,
  expiresAt: Type.String({ format: 'date-time' }),
})
export type InvitationView = Static<typeof InvitationView>

export const RedeemInvitation = Type.Object({
  token: Type.String({ minLength: 1, maxLength: 64 }),
  password: Password,
})
export type RedeemInvitation = Static<typeof RedeemInvitation>

export const PasswordChange = Type.Object({
  current: Type.String({ minLength: 1, maxLength: 256 }),
  next: Password,
})
export type PasswordChange = Static<typeof PasswordChange>

/** What a token is for: seeing and fetching images, storing them, deleting them. */
export const TokenAction = Type.Union([Type.Literal('read'), Type.Literal('store'), Type.Literal('delete')])
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
