/** What stands in the addresses of DICOMweb. */
import Type from 'typebox'

const Uid = Type.String({ maxLength: 64 })

export const InStudy = Type.Object({ study: Uid })
export const InSeries = Type.Object({ study: Uid, series: Uid })
export const AtInstance = Type.Object({ study: Uid, series: Uid, instance: Uid })
export const AtFrames = Type.Object({ study: Uid, series: Uid, instance: Uid, frames: Type.String({ maxLength: 1_024 }) })
export const AtBulk = Type.Object({ study: Uid, series: Uid, instance: Uid, '*': Type.String({ maxLength: 1_024 }) })
