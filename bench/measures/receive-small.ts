import { SMALL_STUDY } from '../instances.ts'
import type { Measure } from '../measure.ts'
import { compareReceiving } from '../receiving.ts'

export const measure: Measure = {
  about: '2,000 images of 12 kB by C-STORE from one storescu: what each instance costs.',
  run: (bench) => compareReceiving(bench, SMALL_STUDY),
}
