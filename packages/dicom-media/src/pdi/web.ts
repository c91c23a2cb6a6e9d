/**
 * Web content: what any browser shows of a medium, under names of 8.3 in one folder. IHE RAD TF-2 §4.47.4.1.2.2.
 *
 * @module
 */
import type { ExtentList } from '@filmjacket/bytes'

export const WEB_FOLDER = 'IHE_PDI'

/** A small picture of a series; one of its images, to be looked at; a document as it came; a page made of a report. */
export type WebKind = 'preview' | 'picture' | 'document' | 'page'

/** Whose it is, and how it is called where it is linked. */
export interface WebSubject {
  readonly seriesUid: string
  readonly kind: WebKind
  readonly title?: string
  /** Of which image it is, for what points at it. */
  readonly image?: ImageOfWeb
}

export interface ImageOfWeb {
  readonly sopInstanceUid: string
  /** From 1. */
  readonly frame: number
}

/** A file of web content, ready: JPEG, or PDF. */
export interface WebItem extends WebSubject {
  readonly kind: 'preview' | 'picture' | 'document'
  readonly content: ExtentList
}

/** From the root. */
export type Placed<Subject extends WebSubject = WebSubject> = Subject & { readonly path: readonly string[] }

const NAMES: Readonly<Record<WebKind, readonly [string, string]>> = {
  preview: ['PV', 'JPG'], picture: ['IM', 'JPG'], document: ['DC', 'PDF'], page: ['RP', 'HTM'],
}

/** Told apart by their number among those of their kind. */
export function placed<Subject extends WebSubject>(subjects: readonly Subject[]): readonly Placed<Subject>[] {
  const counts = new Map<WebKind, number>()
  return subjects.map((subject) => {
    const number = (counts.get(subject.kind) ?? 0) + 1
    counts.set(subject.kind, number)
    const [name, extension] = NAMES[subject.kind]
    return { ...subject, path: [WEB_FOLDER, `${name}${String(number).padStart(6, '0')}.${extension}`] }
  })
}
