/**
 * The two ways in which a volume writes its texts: one byte per character in the primary descriptor and its
 * tree, UCS-2 big-endian in Joliet's.
 *
 * @module
 */

export interface Text {
  encode(text: string): Uint8Array
  /** `text` in a field of `length` bytes: cut, or filled with spaces. ECMA-119 §7.4.3.2. */
  field(text: string, length: number): Uint8Array
}

export const singleByte: Text = {
  encode: (text) => Uint8Array.from(text, (character) => character.charCodeAt(0)),
  field: (text, length) => singleByte.encode(text.padEnd(length).slice(0, length)),
}

export const ucs2: Text = {
  encode: (text) => {
    const bytes = new Uint8Array(text.length * 2)
    const view = new DataView(bytes.buffer)
    for (let n = 0; n < text.length; n++) view.setUint16(2 * n, text.charCodeAt(n))
    return bytes
  },
  // A field of odd length ends with a byte that is no half of a character.
  field: (text, length) => {
    const characters = Math.floor(length / 2)
    const bytes = new Uint8Array(length)
    bytes.set(ucs2.encode(text.padEnd(characters).slice(0, characters)))
    return bytes
  },
}

/** a-characters: what a descriptor's free texts may hold. ECMA-119 §7.4.1. */
export function aCharacters(text: string): string {
  const upper = text.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase()
  return upper.replace(/[^A-Z0-9_ !"%&'()*+,\-./:;<=>?]/gu, '_')
}
