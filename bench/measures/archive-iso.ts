import { compareDownloads } from '../downloading.ts'
import type { Measure } from '../measure.ts'

export const measure: Measure = {
  about: '600 CT images (0.3 GB) with DICOMDIR: our ISO, against Orthanc\'s `GET /studies/{id}/media`, a ZIP of the same content.',
  run: (bench) => compareDownloads(bench, 'iso'),
}
