/**
 * Deleting, as PS3.18 leaves it to servers: the address that names images, and DELETE.
 *
 * @module
 */
import { asRoleOrToken } from '../../../platform/server/auth/caller.ts'
import { Problem } from '../../../platform/server/http/problem.ts'
import { mediaRoute, type MediaInput } from '../../../platform/server/http/route.ts'
import { AtInstance, InSeries, InStudy } from './params.ts'
import { noImages } from './problems.ts'
import { openStudy, ROOT, withinOf, type DicomWebService, type PlaceParams } from './service.ts'

const LEVELS = [
  { path: '/studies/:study', params: InStudy, of: 'a study' },
  { path: '/studies/:study/series/:series', params: InSeries, of: 'a series' },
  { path: '/studies/:study/series/:series/instances/:instance', params: AtInstance, of: 'an instance' },
] as const

export const removeRoutes = LEVELS.map(({ path, params, of }) => mediaRoute({
  method: 'DELETE', url: `${ROOT}${path}`, summary: `Remove ${of} for good`, allow: asRoleOrToken('delete', 'admin'), params,
  async handle(service: DicomWebService, input: MediaInput<PlaceParams>) {
    const study = await openStudy(service, input, 'download')
    const outcome = await service.remove(input, study, withinOf(input.params))
    switch (outcome.kind) {
      case 'removed': return undefined
      case 'not-found': return noImages()
      case 'held': throw new Problem('images-held', 409, 'Somebody\'s download stands on this study. It can be removed when that is over.')
    }
  },
}))
