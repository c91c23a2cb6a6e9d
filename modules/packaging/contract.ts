/** How Studies leave as one file. */
import Type, { type Static } from 'typebox'

/** ZIP for general use, ISO 9660 for a disc (POR-02). */
export const Format = Type.Union([Type.Literal('zip'), Type.Literal('iso')])
export type Format = Static<typeof Format>
