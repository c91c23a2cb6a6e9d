/** One line that changes in place on a terminal, and nothing elsewhere. */
export interface Progress {
  show(line: string): void
  done(): void
}

const EVERY_MS = 100

export function openProgress(): Progress {
  const { stderr } = process
  let shownAt = 0
  const write = (line: string) => stderr.isTTY && stderr.write(`\r\u001b[K${line}`)
  return {
    show(line) {
      const now = performance.now()
      if (now - shownAt < EVERY_MS) return
      shownAt = now
      write(line)
    },
    done: () => void write(''),
  }
}
