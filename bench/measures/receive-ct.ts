import { CT_STUDY } from '../instances.ts'
import type { Measure } from '../measure.ts'
import { compareReceiving } from '../receiving.ts'

export const measure: Measure = {
  about: '600 CT images of 512 x 512 x 16 bits (0.5 MB each) by C-STORE from one storescu.',
  run: (bench) => compareReceiving(bench, CT_STUDY),
}
