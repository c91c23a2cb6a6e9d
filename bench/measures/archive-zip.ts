import { compareDownloads } from '../downloading.ts'
import type { Measure } from '../measure.ts'

export const measure: Measure = {
  about: '600 CT images (0.3 GB) as ZIP: our patient\'s request, against Orthanc\'s `GET /studies/{id}/archive`.',
  run: (bench) => compareDownloads(bench, 'zip'),
}
