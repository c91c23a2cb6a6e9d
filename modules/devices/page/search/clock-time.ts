/** `10:11` of a DICOM time (TM, PS3.5 §6.2); null where it is none. */
export function clockTime(tm: string): string | null {
  const match = /^([01]\d|2[0-3]):?([0-5]\d)/.exec(tm)
  return match === null ? null : `${match[1] ?? ''}:${match[2] ?? ''}`
}
