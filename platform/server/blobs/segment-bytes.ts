/** A segment that is open for reading: a file, or what stands for one in a store of segments. */
export interface SegmentBytes {
  /** Fewer bytes than asked for are read at its end, none behind that. */
  read<Into extends Uint8Array>(buffer: Into, offset: number, length: number, position: number): Promise<{ readonly bytesRead: number; readonly buffer: Into }>
  /** The same for who will read these and no others, where it helps to know that before. */
  within?(start: number, end: number): Pick<SegmentBytes, 'read'>
  stat(): Promise<{ readonly size: number }>
  close(): Promise<void>
}
