import { appendFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MINUTE_MS, systemClock } from './clock.ts'
import { LogFiles } from './config/log-files.ts'
import { scratchFolder } from './database/scratch.ts'
import { openLogBook, type LogBook, type LogLine } from './log-book.ts'

let folder: string

beforeEach(() => {
  folder = scratchFolder()
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

function open(): { readonly book: LogBook; readonly told: string[] } {
  const told: string[] = []
  const book = openLogBook({ folder: join(folder, 'log'), level: 'info', clock: systemClock, to: { write: (line) => void told.push(line) } })
  return { book, told }
}

const any = () => true
const messages = (lines: readonly LogLine[]) => lines.map(({ message }) => message)

describe('the log', () => {
  it('is read newest first, a page at a time, also after a restart', async () => {
    const { book: before } = open()
    for (const word of ['one', 'two', 'three']) before.log.info({ word }, word)
    const { book } = open()
    book.log.warn('four')
    const first = await book.last(any, 2)
    expect(messages(first)).toEqual(['four', 'three'])
    expect(first[1]).toMatchObject({ level: 'info', fields: { word: 'three' } })
    expect(messages(await book.last(any, 9, first[1]?.place ?? undefined))).toEqual(['two', 'one'])
    expect(messages(await book.last(({ level }) => level === 'warn', 9))).toEqual(['four'])
  })

  it('goes to the operator as it always did', () => {
    const { book, told } = open()
    book.log.info({ n: 1 }, 'hello')
    expect(JSON.parse(told.join(''))).toMatchObject({ level: 'info', n: 1, msg: 'hello' })
  })

  it('is whole but for the line that a crash cut short', async () => {
    const { book: before } = open()
    before.log.info('kept')
    appendFileSync(join(folder, 'log', '000001.ndjson'), '{"level":"info","ti')
    const { book } = open()
    book.log.info('after')
    expect(messages(await book.last(any, 9))).toEqual(['after', 'kept'])
  })

  it('cannot be in the way of the program where it cannot be written', async () => {
    writeFileSync(join(folder, 'log'), 'a file, no folder')
    const { book, told } = open()
    book.log.info('hello')
    expect(told).toHaveLength(1)
    expect(await book.last(any, 9)).toEqual([])
  })

  it('is followed as it is written', async () => {
    const { book } = open()
    const gone = new AbortController()
    const lines = book.follow(gone.signal)[Symbol.asyncIterator]()
    expect((await lines.next()).value).toBeNull()
    book.log.error('broken')
    expect((await lines.next()).value).toMatchObject({ level: 'error', message: 'broken' })
    gone.abort()
  })

  it('tells more for a while, and as usual after', () => {
    const { book, told } = open()
    book.log.debug('not told')
    book.tell('debug', systemClock.now() + MINUTE_MS)
    book.log.debug('told')
    expect(book.telling()).toMatchObject({ level: 'debug' })
    book.tellAsUsual()
    book.log.debug('not told')
    expect(told).toHaveLength(1)
    expect(book.telling()).toEqual({ level: 'info', until: null })
  })

  it('tells as usual by itself when the time is over', async () => {
    const { book } = open()
    book.tell('debug', systemClock.now() + 20)
    await expect.poll(() => book.telling()).toEqual({ level: 'info', until: null })
  })

  it('counts what it tells', () => {
    const { book } = open()
    book.log.error('one')
    book.log.fatal('two')
    book.log.info('three')
    expect([book.counts(), book.errorsLately()]).toEqual([{ debug: 0, info: 1, warn: 0, error: 2 }, 2])
  })
})

describe('its files', () => {
  it('never grow beyond their bounds, and the oldest lines go first', async () => {
    const files = new LogFiles(join(folder, 'log'), { fileBytes: 100, files: 3 })
    for (let n = 0; n < 50; n++) files.append(`{"n":${n},"fill":"${'x'.repeat(20)}"}\n`)
    expect(readdirSync(join(folder, 'log'))).toHaveLength(3)
    const kept: number[] = []
    for await (const lines of files.forwards()) for (const { text } of lines) kept.push((JSON.parse(text) as { n: number }).n)
    expect(kept).toEqual(Array.from({ length: kept.length }, (_, n) => 50 - kept.length + n))
  })
})
