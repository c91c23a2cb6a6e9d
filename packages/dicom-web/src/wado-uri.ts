/**
 * WADO-URI: one Instance by the query string. PS3.18 §9.
 *
 * @module
 */
import { isUid } from '@filmjacket/dicom-data'
import { decimalOf, qualityOf, RenderError, viewportFrom, windowFrom, type RenderWish } from './rendering.ts'

export interface WadoUri {
  readonly studyUid: string
  readonly seriesUid: string
  readonly instanceUid: string
  /** Media types, the most welcome first; empty if none was named. */
  readonly contentTypes: readonly string[]
  readonly transferSyntax: string | null
  /** From 1. */
  readonly frame: number | null
  readonly rendering: RenderWish
}

/** The query string is not that of a WADO-URI request. */
export class WadoUriError extends Error {
  override readonly name = 'WadoUriError'
}

/** @throws WadoUriError */
export function parseWadoUri(parameters: ReadonlyMap<string, string>): WadoUri {
  if (parameters.get('requestType')?.toUpperCase() !== 'WADO') throw new WadoUriError('requestType is WADO')
  if (parameters.get('anonymize') === 'yes') throw new WadoUriError('anonymize is not served')
  const frame = parameters.get('frameNumber')
  if (frame !== undefined && !/^[1-9]\d{0,8}$/.test(frame)) throw new WadoUriError('frameNumber is a number from 1')
  const transferSyntax = parameters.get('transferSyntax') ?? null
  if (transferSyntax !== null && !isUid(transferSyntax) && transferSyntax !== '*')
    throw new WadoUriError('transferSyntax is no UID')
  return {
    studyUid: uidOf(parameters, 'studyUID'), seriesUid: uidOf(parameters, 'seriesUID'),
    instanceUid: uidOf(parameters, 'objectUID'),
    contentTypes: (parameters.get('contentType') ?? '').split(',').map((type) => type.trim().toLowerCase())
      .filter((type) => type !== ''),
    transferSyntax, frame: frame === undefined ? null : Number(frame), rendering: renderingOf(parameters),
  }
}

function uidOf(parameters: ReadonlyMap<string, string>, name: string): string {
  const uid = parameters.get(name) ?? ''
  if (!isUid(uid)) throw new WadoUriError(`${name} is missing or is no UID`)
  return uid
}

function renderingOf(parameters: ReadonlyMap<string, string>): RenderWish {
  const number = (name: string) => {
    const text = parameters.get(name)
    return text === undefined ? undefined : decimalOf(text)
  }
  const [center, width, rows, columns] = ['windowCenter', 'windowWidth', 'rows', 'columns'].map(number)
  try {
    return {
      window: center === undefined && width === undefined ? null : windowFrom(center, width),
      viewport: rows === undefined && columns === undefined ? null : viewportFrom(columns ?? rows, rows ?? columns),
      quality: qualityOf(parameters.get('imageQuality')),
      annotation: (parameters.get('annotation') ?? '').split(',').filter((word) => word !== ''),
    }
  } catch (error) {
    throw error instanceof RenderError ? new WadoUriError(error.message) : error
  }
}
