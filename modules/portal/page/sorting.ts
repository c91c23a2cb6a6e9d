import type { RequestView } from '../contract.ts'

export const SORT_KEYS = ['created', 'examDate', 'description', 'completed'] as const
export type SortKey = (typeof SORT_KEYS)[number]

export interface Sorting {
  readonly by: SortKey
  readonly descending: boolean
}

/** The newest first, as the server lists them. */
export const newestFirst: Sorting = { by: 'created', descending: true }

/** Dates begin with the newest, words with A. */
export function beginning(by: SortKey): Sorting {
  return { by, descending: by !== 'description' }
}

/** A second press on the same column turns it round. */
export function pressed(now: Sorting, by: SortKey): Sorting {
  return now.by === by ? { by, descending: !now.descending } : beginning(by)
}

export function sorted(requests: readonly RequestView[], { by, descending }: Sorting): readonly RequestView[] {
  const sign = descending ? -1 : 1
  return requests.toSorted((a, b) => sign * valueOf(a, by).localeCompare(valueOf(b, by)))
}

/** ISO instants and DICOM dates sort as text. */
function valueOf(request: RequestView, by: SortKey): string {
  switch (by) {
    case 'created': return request.createdAt
    case 'examDate': return request.examDate
    case 'description': return request.examDescription
    case 'completed': return request.readyAt ?? ''
  }
}
