/** Words of the house on its Studies. Its tables are the archive's. */
import { mount } from '../../../platform/server/http/route.ts'
import { moduleOf, type Module } from '../../../platform/server/module.ts'
import { createLabels, type Labels, type LabelsOptions } from './labels.ts'
import { labelRoutes } from './routes.ts'

export type { Labels } from './labels.ts'

export function createLabelling(options: LabelsOptions): { readonly module: Module; readonly labels: Labels } {
  const labels = createLabels(options)
  return { module: moduleOf({ name: 'labels', routes: [mount(labels, labelRoutes)] }), labels }
}
