/** Calls out when the peer has been silent for `limitMs` although it was its turn. */
export class SilenceWatch {
  readonly #timer: NodeJS.Timeout

  /** @param isPeersTurn - asked when the time is over: what we owe the peer ourselves is no silence. */
  constructor(limitMs: number, isPeersTurn: () => boolean, onSilence: () => void) {
    this.#timer = setTimeout(() => {
      if (isPeersTurn()) onSilence()
      else this.#timer.refresh()
    }, limitMs)
  }

  /** Something was heard, or it is the peer's turn from now on. */
  restart(): void {
    this.#timer.refresh()
  }

  stop(): void {
    clearTimeout(this.#timer)
  }
}
