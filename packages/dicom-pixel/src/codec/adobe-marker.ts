/**
 * What libjpeg believes about the colours of a stream: JFIF's marker, else Adobe's, else the names of the components.
 *
 * @module
 */

const APP0 = 0xe0
const APP14 = 0xee
const SOS = 0xda

/** APP14 with colour transform 0: the components are what they are. */
const UNTRANSFORMED = Uint8Array.of(0xff, APP14, 0, 14, 0x41, 0x64, 0x6f, 0x62, 0x65, 0, 100, 0, 0, 0, 0, 0)

/** The same stream, saying that its colours are not transformed, whatever it said before. */
export function sayingUntransformed(stream: Uint8Array): Uint8Array {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  const parts: Uint8Array[] = [stream.subarray(0, 2), UNTRANSFORMED]
  let at = 2
  while (at + 4 <= stream.length && view.getUint8(at) === 0xff && view.getUint8(at + 1) !== SOS) {
    const marker = view.getUint8(at + 1)
    const end = marker === 0xff ? at + 1 : at + 2 + view.getUint16(at + 2)
    if (marker !== APP0 && marker !== APP14) parts.push(stream.subarray(at, end))
    at = end
  }
  return joined([...parts, stream.subarray(at)])
}

/** Without Node's own: pages use it too. */
function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
