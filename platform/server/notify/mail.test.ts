import { simpleParser, type ParsedMail } from 'mailparser'
import pg from 'pg'
import { SMTPServer } from 'smtp-server'
import { afterEach, describe, expect, it } from 'vitest'
import { freshDatabaseAt } from '../database/testing.ts'
import { migrateJobs, runJobs } from '../jobs.ts'
import { createLog } from '../log.ts'
import { mailJobs, mailLater, openPostOffice } from './mail.ts'

const ends: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

/** A real SMTP server that says no to the first `refusals` mails. */
async function mailServer(refusals: number): Promise<{ url: string; next: Promise<ParsedMail>; refused: () => number }> {
  let refused = 0
  let take: (mail: ParsedMail) => void
  const next = new Promise<ParsedMail>((resolve) => (take = resolve))
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      void simpleParser(stream).then((mail) => {
        if (refused < refusals) {
          refused++
          done(Object.assign(new Error('come back later'), { responseCode: 451 }))
          return
        }
        take(mail)
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  ends.push(() => new Promise<void>((resolve) => server.close(resolve)))
  const address = server.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { url: `smtp://127.0.0.1:${port}`, next, refused: () => refused }
}

const NOTICE = { to: 'anna@example.org', subject: 'Prêt', text: 'Vos images', html: '<p>Vos images</p>' }

describe('mail', () => {
  it('goes out after the transaction that asked for it, and again while the server says no', async () => {
    const { url, next, refused } = await mailServer(1)
    const database = await freshDatabaseAt([])
    const pool = new pg.Pool({ connectionString: database.url })
    pool.on('error', () => undefined).on('connect', (client) => client.on('error', () => undefined))
    ends.push(() => pool.end())
    await migrateJobs(pool)
    const post = openPostOffice({ url, from: 'Filmjacket <images@example.org>' })
    const runner = await runJobs({ pool, log: createLog('silent'), mounted: [mailJobs(post)] })
    ends.push(() => runner.stop())
    await database.db.transaction().execute((tx) => mailLater(tx, NOTICE))
    const mail = await next
    expect([mail.subject, mail.text?.trim(), mail.html, mail.from?.text]).toEqual(
      ['Prêt', 'Vos images', '<p>Vos images</p>', '"Filmjacket" <images@example.org>'])
    expect(refused()).toBe(1)
  })

  it('is not offered where no server is set', async () => {
    const post = openPostOffice({ url: null, from: '' })
    expect(post.open).toBe(false)
    await expect(post.send(NOTICE)).rejects.toThrow('no mail server')
  })
})
