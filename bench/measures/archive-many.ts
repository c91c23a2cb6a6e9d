import { compareDownloads } from '../downloading.ts'
import { MANY_STUDY } from '../instances.ts'
import type { Measure } from '../measure.ts'

export const measure: Measure = {
  about: '5,000 images of 12 kB as ZIP: our patient\'s request, against Orthanc\'s `GET /studies/{id}/archive`.',
  run: (bench) => compareDownloads(bench, 'zip', MANY_STUDY),
}
