/** What crosses the border of devices: the register of Application Entities that we know. */
import Type, { type Static } from 'typebox'

/** PS3.5 §6.2: at most 16 characters, no backslash or control; no space at the ends. */
export const AeTitle = Type.String({ minLength: 1, maxLength: 16, pattern: '^[!-\\[\\]-~]([ -\\[\\]-~]*[!-\\[\\]-~])?$' })

export const NewDevice = Type.Object({
  description: Type.String({ minLength: 1, maxLength: 128 }),
  aeTitle: AeTitle,
})
export type NewDevice = Static<typeof NewDevice>

export const DeviceView = Type.Object({
  id: Type.String(),
  description: Type.String(),
  aeTitle: Type.String(),
  lastContactAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
  /** Address of the last contact. */
  lastAddress: Type.Union([Type.String(), Type.Null()]),
})
export type DeviceView = Static<typeof DeviceView>

/** Somebody called whom we do not know: the administrator may want to add them. */
export const RefusedCaller = Type.Object({
  aeTitle: Type.String(),
  address: Type.String(),
  refusedAt: Type.String({ format: 'date-time' }),
  times: Type.Integer(),
})
export type RefusedCaller = Static<typeof RefusedCaller>

export const DeviceList = Type.Object({
  /** Where devices reach us. */
  own: Type.Object({ aeTitle: Type.String(), port: Type.Integer() }),
  devices: Type.Array(DeviceView),
  refused: Type.Array(RefusedCaller),
})
export type DeviceList = Static<typeof DeviceList>
