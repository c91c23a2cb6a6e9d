/** Places for work that runs at the same time, given in the order in which they are asked for. */
export class Turns {
  readonly #all: number
  #free: number
  readonly #waiting: { readonly places: number; readonly begin: () => void }[] = []

  /** @param places - how many there are; 0 is no limit, as in PS3.7 §D.3.3.3. */
  constructor(places: number) {
    this.#all = places === 0 ? Number.MAX_SAFE_INTEGER : places
    this.#free = this.#all
  }

  /** Resolves when a place is taken. Each is to be given back. */
  async take(): Promise<void> {
    await this.#take(1)
  }

  give(): void {
    this.#give(1)
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    return this.#run(1, work)
  }

  /** Behind all that was asked for before, and with nothing beside it. */
  async runAlone<T>(work: () => Promise<T>): Promise<T> {
    return this.#run(this.#all, work)
  }

  async #run<T>(places: number, work: () => Promise<T>): Promise<T> {
    await this.#take(places)
    try {
      return await work()
    } finally {
      this.#give(places)
    }
  }

  async #take(places: number): Promise<void> {
    if (this.#waiting.length === 0 && this.#free >= places) this.#free -= places
    else await new Promise<void>((begin) => this.#waiting.push({ places, begin }))
  }

  #give(places: number): void {
    this.#free += places
    for (let next = this.#waiting[0]; next !== undefined && next.places <= this.#free; next = this.#waiting[0]) {
      this.#waiting.shift()
      this.#free -= next.places
      next.begin()
    }
  }
}
