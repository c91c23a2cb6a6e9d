/** Half-open: `start` in, `end` out. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/**
 * Understand a Range header against a body of `size` bytes. RFC 9110 §14.1.2, §14.2.
 *
 * One range of unit `bytes` is served. Anything else that is well formed or not (several
 * ranges, another unit, no sense) is ignored, as the RFC allows, and the whole body is due.
 *
 * @returns null for the whole body; `'unsatisfiable'` where the answer is 416.
 */
export function parseRange(header: string | undefined, size: number): ByteRange | null | 'unsatisfiable' {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '')
  if (match === null) return null
  const [first, last] = [match[1] ?? '', match[2] ?? '']
  if (first === '') return last === '' ? null : suffix(Number(last), size)
  const start = Number(first)
  if (last !== '' && Number(last) < start) return null
  if (start >= size) return 'unsatisfiable'
  const end = last === '' ? size : Math.min(Number(last) + 1, size)
  return { start, end }
}

function suffix(length: number, size: number): ByteRange | 'unsatisfiable' {
  if (length === 0 || size === 0) return 'unsatisfiable'
  return { start: Math.max(size - length, 0), end: size }
}
