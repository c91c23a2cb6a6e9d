/** What DICOMweb refuses, and how. PS3.18 §8.5. */
import type { Unsupported } from '@filmjacket/dicom-pixel'
import { Problem } from '../../../platform/server/http/problem.ts'

export function noImages(): never {
  throw new Problem('images-not-found', 404, 'There are no such images.')
}

export function noFrame(): never {
  throw new Problem('frame-not-found', 404, 'There is no such frame, or its place in the image cannot be told.')
}

export function noBulkData(): never {
  throw new Problem('bulk-data-not-found', 404, 'The image has no such value.')
}

/** Messages of the readers name parameters, and no values. */
export function wishNotUnderstood({ message }: Error): never {
  throw new Problem('wish-not-understood', 400, `The request was not understood: ${message}.`)
}

export function notAcceptable(): never {
  throw new Problem('not-acceptable', 406, 'This cannot be sent in any form that the request accepts.')
}

/** Nothing is wrong with the request: the picture cannot be read, or we have no decoder for it. */
export function unreadablePicture({ problem, reason }: Unsupported): never {
  if (problem === 'no-decoder' || problem === 'no-encoder' || problem === 'not-an-image') return notAcceptable()
  throw new Problem('picture-unreadable', 422, `The picture cannot be read: ${reason}.`)
}
