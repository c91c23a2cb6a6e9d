/**
 * Words of the house on its studies. VWR-02.
 *
 * @module
 */
import Type, { type Static } from 'typebox'

const Text = Type.String()
const Count = Type.Integer({ minimum: 0 })

/** Of one site. */
export const LABELS_MAX = 200
/** In one call. */
const LABELLED_MAX = 1_000

export const LabelColour = Type.Union([
  Type.Literal('plain'), Type.Literal('blue'), Type.Literal('green'), Type.Literal('amber'), Type.Literal('red'), Type.Literal('jacket'),
])
export type LabelColour = Static<typeof LabelColour>

/** A line with something in it. */
const LabelName = Type.String({ minLength: 1, maxLength: 40, pattern: '^[^\\x00-\\x1f\\x7f]*[^\\s\\x00-\\x1f\\x7f][^\\x00-\\x1f\\x7f]*$' })

export const Label = Type.Object({ id: Text, name: Text, colour: LabelColour })
export type Label = Static<typeof Label>

export const LabelWithCount = Type.Object({ id: Text, name: Text, colour: LabelColour, studies: Count })
export type LabelWithCount = Static<typeof LabelWithCount>

export const LabelList = Type.Object({ labels: Type.Array(Label) })
export type LabelList = Static<typeof LabelList>

export const NewLabel = Type.Object({ name: LabelName, colour: LabelColour }, { additionalProperties: false })
export type NewLabel = Static<typeof NewLabel>

export const LabelChange = Type.Object({ name: Type.Optional(LabelName), colour: Type.Optional(LabelColour) }, { additionalProperties: false })
export type LabelChange = Static<typeof LabelChange>

const Ids = (maxItems: number) => Type.Array(Type.String({ maxLength: 64 }), { maxItems })

export const Labelling = Type.Object({
  /** Our ids, or Study Instance UIDs. */
  studies: Ids(LABELLED_MAX),
  /** Ids of labels. */
  add: Ids(LABELS_MAX),
  remove: Ids(LABELS_MAX),
}, { additionalProperties: false })
export type Labelling = Static<typeof Labelling>

export const LabellingAnswer = Type.Object({
  /** Of how many studies the labels are others than before. */
  changed: Count,
  /** Of what was named, what is not there. */
  missing: Type.Array(Text),
  /** Labels that some of them bear now, and how many do. */
  bearing: Type.Array(Type.Object({ label: Text, studies: Count })),
})
export type LabellingAnswer = Static<typeof LabellingAnswer>
