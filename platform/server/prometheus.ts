/**
 * Measures for a monitor, in the text format of Prometheus, version 0.0.4.
 *
 * @module
 */

export const EXPOSITION_TYPE = 'text/plain; version=0.0.4; charset=utf-8'

/** Values of labels are words of ours, and few: a monitor keeps a row of its own for each. */
export interface Sample {
  readonly labels?: Readonly<Record<string, string>>
  readonly value: number
}

export interface Metric {
  readonly name: string
  readonly help: string
  readonly type: 'counter' | 'gauge'
  readonly samples: readonly Sample[]
}

export function exposition(metrics: readonly Metric[]): string {
  return metrics.map(({ name, help, type, samples }) =>
    [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...samples.map((sample) => lineOf(name, sample))].map((line) => `${line}\n`).join('')).join('')
}

function lineOf(name: string, { labels = {}, value }: Sample): string {
  const pairs = Object.entries(labels).map(([key, word]) => `${key}="${escaped(word)}"`)
  return `${name}${pairs.length === 0 ? '' : `{${pairs.join(',')}}`} ${value}`
}

function escaped(word: string): string {
  return word.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
}

/** Counts since the start. */
export class Counter {
  readonly #name: string
  readonly #help: string
  readonly #samples = new Map<string, { readonly labels: Readonly<Record<string, string>>; value: number }>()

  constructor(name: string, help: string) {
    this.#name = name
    this.#help = help
  }

  add(value = 1, labels: Readonly<Record<string, string>> = {}): void {
    const key = JSON.stringify(labels)
    const known = this.#samples.get(key)
    if (known === undefined) this.#samples.set(key, { labels, value })
    else known.value += value
  }

  metric(): Metric {
    return { name: this.#name, help: this.#help, type: 'counter', samples: [...this.#samples.values()] }
  }
}
