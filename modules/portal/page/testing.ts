import type { RequestView } from '../contract.ts'

/** A request of which only what matters is said. */
export function requestWith(given: Partial<RequestView>): RequestView {
  return {
    id: 'r', state: 'ready', examId: 'e', examDescription: '', examDate: '', accessionNumber: '', format: 'zip', instances: 1,
    fetched: 1, position: null, failure: null, maybePartial: false, notifies: false, sizeBytes: null, fileName: null,
    mediaProfile: null, discLabel: [],
    createdAt: '2026-01-01T00:00:00Z', readyAt: null, expiresAt: null, lastDownloadedAt: null, endedAt: null, ...given,
  }
}
