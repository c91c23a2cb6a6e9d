/** Single bits, one after the other without a gap: frames need not end at a byte. PS3.5 §8.1.1. */
export class BitPacker {
  #carry = 0
  #bits = 0

  /** @returns the bytes that are full. */
  push(cells: ArrayLike<number>): Uint8Array {
    const packed = new Uint8Array(Math.floor((this.#bits + cells.length) / 8))
    for (let n = 0, at = 0; n < cells.length; n++) {
      this.#carry |= ((cells[n] ?? 0) & 1) << this.#bits++
      if (this.#bits < 8) continue
      packed[at++] = this.#carry
      this.#carry = this.#bits = 0
    }
    return packed
  }

  /** The last byte, if it was begun. */
  end(): Uint8Array {
    return this.#bits === 0 ? new Uint8Array(0) : Uint8Array.of(this.#carry)
  }
}
