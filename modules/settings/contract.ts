/** What crosses the border of settings: values and texts that an administrator changes, and rich text ready to be shown. */
import Type, { type Static } from 'typebox'

const Instant = Type.String({ format: 'date-time' })
const OrNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])

export const Language = Type.Union([Type.Literal('en'), Type.Literal('nl'), Type.Literal('fr')])
export type Language = Static<typeof Language>

const Words = Type.Object({ en: Type.String(), nl: Type.String(), fr: Type.String() })

const Span = Type.Object({
  text: Type.String(),
  strong: Type.Optional(Type.Boolean()),
  emphasis: Type.Optional(Type.Boolean()),
  /** The link that the page brings. */
  link: Type.Optional(Type.Boolean()),
  /** An address of the site's own: http, https or mailto. */
  href: Type.Optional(Type.String()),
})

/** Blocks of spans; `{0}`, `{1}` in their text are filled by the page. Nothing in it is markup. */
export const RichText = Type.Array(Type.Object({
  kind: Type.Union([Type.Literal('paragraph'), Type.Literal('heading'), Type.Literal('item')]),
  depth: Type.Integer(),
  ordered: Type.Boolean(),
  first: Type.Boolean(),
  spans: Type.Array(Span),
}))
export type RichText = Static<typeof RichText>

export const SettingValue = Type.Union([Type.Integer(), Type.Boolean(), Type.String({ maxLength: 10_000 })])
export type SettingValue = Static<typeof SettingValue>

/** Who changed it last, and when; null while the default is in force. */
const Changed = OrNull(Type.Object({ at: Instant, by: OrNull(Type.String()) }))

export const SettingView = Type.Object({
  key: Type.String(),
  aliases: Type.Array(Type.String()),
  kind: Type.Union([Type.Literal('integer'), Type.Literal('switch'), Type.Literal('text'), Type.Literal('choice'), Type.Literal('fixed')]),
  purpose: Words,
  unit: OrNull(Words),
  min: OrNull(Type.Integer()),
  max: OrNull(Type.Integer()),
  maxLength: OrNull(Type.Integer()),
  /** Of a choice, in the order in which they are offered. */
  choices: OrNull(Type.Array(Type.Object({ value: Type.String(), meaning: Words }))),
  default: SettingValue,
  value: SettingValue,
  changed: Changed,
})
export type SettingView = Static<typeof SettingView>

export const SettingList = Type.Object({ settings: Type.Array(SettingView) })
export type SettingList = Static<typeof SettingList>

/** `null` takes back the default. */
export const SettingChange = Type.Object({ value: OrNull(SettingValue) })
export type SettingChange = Static<typeof SettingChange>

const Version = Type.Object({ words: Type.String(), changed: Changed })

export const TextView = Type.Object({
  code: Type.String(),
  aliases: Type.Array(Type.String()),
  kind: Type.Union([Type.Literal('plain'), Type.Literal('rich')]),
  purpose: Words,
  /** What `{0}`, `{1}` ... stand for. */
  places: Type.Array(Type.Object({ meaning: Words, sample: Type.String() })),
  default: Words,
  current: Type.Object({ en: Version, nl: Version, fr: Version }),
})
export type TextView = Static<typeof TextView>

export const TextList = Type.Object({ texts: Type.Array(TextView) })
export type TextList = Static<typeof TextList>

const TypedWords = Type.String({ maxLength: 10_000 })

/** `null` takes back the default of that language. */
export const TextChange = Type.Object({ language: Language, words: OrNull(TypedWords) })
export type TextChange = Static<typeof TextChange>

export const TextDraft = Type.Object({ words: TypedWords })
export type TextDraft = Static<typeof TextDraft>

const Finding = Type.Object({
  kind: Type.Union([
    Type.Literal('unknown-markup'), Type.Literal('unbalanced'), Type.Literal('address'), Type.Literal('too-deep'),
    Type.Literal('unknown-place'), Type.Literal('empty'), Type.Literal('too-long'),
  ]),
  /** The piece that is meant. */
  what: Type.String(),
})
export type Finding = Static<typeof Finding>

/** How a draft would look, and what is in its way. */
export const TextPreview = Type.Object({ content: RichText, findings: Type.Array(Finding) })
export type TextPreview = Static<typeof TextPreview>

export const ChangeList = Type.Object({
  /** Newest first. `value` is null where the default was taken back. */
  changes: Type.Array(Type.Object({
    at: Instant, by: OrNull(Type.String()), language: OrNull(Language), value: OrNull(SettingValue),
  })),
})
export type ChangeList = Static<typeof ChangeList>
