/** As much of Node's Buffer as reading DICOM needs, for a browser. Imported before anything that reads. */

const CHUNK = 0x8000

class ByteBuffer extends Uint8Array {
  static override from(source: unknown, offset?: unknown, length?: unknown): ByteBuffer {
    if (source instanceof ArrayBuffer) return new ByteBuffer(source, Number(offset ?? 0), length === undefined ? undefined : Number(length))
    return typeof source === 'string' ? bytesOf(source, offset) : new ByteBuffer(source as ArrayLike<number>)
  }

  static alloc(length: number): ByteBuffer {
    return new ByteBuffer(length)
  }

  static concat(parts: readonly Uint8Array[]): ByteBuffer {
    const whole = new ByteBuffer(parts.reduce((sum, part) => sum + part.length, 0))
    let at = 0
    for (const part of parts) {
      whole.set(part, at)
      at += part.length
    }
    return whole
  }

  override toString(encoding = 'latin1', start = 0, end = this.length): string {
    let text = ''
    for (let at = start; at < end; at += CHUNK) text += String.fromCharCode(...this.subarray(at, Math.min(end, at + CHUNK)))
    return encoding === 'base64' ? btoa(text) : text
  }
}

function bytesOf(text: string, encoding: unknown): ByteBuffer {
  if (encoding === 'hex') return new ByteBuffer((text.match(/../g) ?? []).map((pair) => parseInt(pair, 16)))
  const letters = encoding === 'base64' ? atob(text) : text
  return new ByteBuffer(Array.from(letters, (character) => character.charCodeAt(0)))
}

Object.assign(globalThis, { Buffer: ByteBuffer })
