import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, it } from 'vitest'
import { openEmbedded } from './embedded.ts'
import { DatabaseStartError, openDatabase } from './index.ts'
import { runningIn } from './postmaster.ts'
import { scratchFolder } from './scratch.ts'

const log = pino({ level: 'silent' })

describe('openEmbedded', () => {
  let data: string
  beforeEach(() => {
    data = scratchFolder()
  })
  afterEach(() => rmSync(data, { recursive: true, force: true }))

  const isRunning = () => runningIn(join(data, 'postgres')) !== null

  it('keeps what was written from one start to the next', async () => {
    const first = await openEmbedded(data, log)
    await query(first.url, 'create table kept as select 1 as n')
    await first.stop()
    assert.equal(isRunning(), false)
    const second = await openEmbedded(data, log)
    assert.deepEqual(await query(second.url, 'select n from kept'), [{ n: 1 }])
    await second.stop()
  })

  it('is private: a password only its owner can read, no superuser, no socket but on this machine', async () => {
    const { url, adminUrl, stop } = await openEmbedded(data, log)
    const secret = join(data, 'secrets', 'database-password')
    assert.equal(statSync(secret).mode & 0o777, 0o600)
    assert.deepEqual(readdirSync(data).sort(), ['postgres', 'postgres.log', 'secrets'])
    assert.deepEqual(await query(url, 'select usesuper from pg_user where usename = current_user'), [{ usesuper: false }])
    assert.deepEqual(
      await query(adminUrl, `select current_setting('listen_addresses') as at, current_setting('unix_socket_directories') as sockets`),
      [{ at: '127.0.0.1', sockets: '' }],
    )
    await assert.rejects(query(url.replace(readFileSync(secret, 'utf8').trim(), 'guess'), 'select 1'), /password authentication failed/)
    await stop()
  })

  it('is shared by all who open the folder, even at the same time, and stopped by the last', async () => {
    const [one, two, three] = await Promise.all([openEmbedded(data, log), openEmbedded(data, log), openEmbedded(data, log)])
    assert.equal(one.url, two.url)
    assert.equal(two.url, three.url)
    await Promise.all([one.stop(), two.stop()])
    assert.deepEqual(await query(three.url, 'select 1 as n'), [{ n: 1 }])
    await three.stop()
    assert.equal(isRunning(), false)
  })

  it('takes over the server of a killed process', async () => {
    const url = await openInChildAndKill(data)
    assert.equal(isRunning(), true)
    const { url: joined, stop } = await openEmbedded(data, log)
    assert.equal(joined, url)
    await stop()
    assert.equal(isRunning(), false)
  })

  it('comes back on its port after the server was killed', async () => {
    const { db, close } = await openDatabase({ folder: data, log })
    const before = runningIn(join(data, 'postgres'))
    assert.ok(before !== null)
    process.kill(before.pid, 'SIGKILL')
    let after = runningIn(join(data, 'postgres'))
    while (after?.isReady !== true || after.pid === before.pid) {
      await new Promise((resolve) => setTimeout(resolve, 20))
      after = runningIn(join(data, 'postgres'))
    }
    assert.equal(after.port, before.port)
    assert.deepEqual(await db.selectNoFrom((eb) => eb.lit(1).as('n')).execute(), [{ n: 1 }])
    await close()
    assert.equal(isRunning(), false)
  })

  it('starts although a stranger was given the number of a dead server', async () => {
    await (await openEmbedded(data, log)).stop()
    writeFileSync(join(data, 'postgres', 'postmaster.pid'), `${process.ppid}\n.\n1\n5432\n\n127.0.0.1\n1 1\nready\n`)
    const { stop } = await openEmbedded(data, log)
    await stop()
  })

  it('starts although the last server was killed before it wrote its number', async () => {
    await (await openEmbedded(data, log)).stop()
    writeFileSync(join(data, 'postgres', 'postmaster.pid'), '')
    const { stop } = await openEmbedded(data, log)
    await stop()
  })

  it('takes no half-made cluster for a whole one, and clears it away', async () => {
    mkdirSync(join(data, 'postgres.new-4194304', 'cluster'), { recursive: true })
    await (await openEmbedded(data, log)).stop()
    assert.deepEqual(readdirSync(data).sort(), ['postgres', 'postgres.log', 'secrets'])
  })

  const broken: Record<string, [prepare: () => void, sentence: RegExp]> = {
    'a file in the place of the data folder': [
      () => {
        rmSync(data, { recursive: true })
        writeFileSync(data, '')
      },
      /is not a folder/,
    ],
    'a folder that is no cluster': [() => mkdirSync(join(data, 'postgres')), /holds no PostgreSQL database/],
    'another major version': [
      () => {
        mkdirSync(join(data, 'postgres'))
        writeFileSync(join(data, 'postgres', 'PG_VERSION'), '17\n')
      },
      /is of PostgreSQL 17; this program brings 18/,
    ],
  }
  for (const [what, [prepare, sentence]] of Object.entries(broken)) {
    it(`says in a sentence that there is ${what}`, async () => {
      prepare()
      await assert.rejects(openEmbedded(data, log), isSentence(sentence))
    })
  }

  it.skipIf(process.getuid?.() === 0)('says in a sentence that the folder is not writable (not as root, who may write everywhere)', async () => {
    chmodSync(data, 0o500)
    await assert.rejects(openEmbedded(data, log), isSentence(/is not writable/))
    chmodSync(data, 0o700)
  })

  it('says in a sentence that the password was lost', async () => {
    await (await openEmbedded(data, log)).stop()
    rmSync(join(data, 'secrets'), { recursive: true })
    await assert.rejects(openEmbedded(data, log), isSentence(/does not take the password/))
    assert.equal(isRunning(), false)
  })

  it("says PostgreSQL's own words when it does not start", async () => {
    await (await openEmbedded(data, log)).stop()
    writeFileSync(join(data, 'postgres', 'postgresql.auto.conf'), 'work_mem = much\n')
    await assert.rejects(openEmbedded(data, log), isSentence(/did not start: .*(work_mem|configuration)/))
  })
})

describe('openDatabase', () => {
  it('says in a sentence, without the password, that a database does not answer', async () => {
    const url = 'postgres://someone:hidden@127.0.0.1:1/there'
    await assert.rejects(openDatabase({ url, log }), (error: Error) => {
      assert.ok(error instanceof DatabaseStartError)
      assert.match(error.message, /^The database at 127\.0\.0\.1:1\/there cannot be opened: .*ECONNREFUSED/)
      return !error.message.includes('hidden')
    })
  })
})

function isSentence(sentence: RegExp) {
  return (error: Error) => error instanceof DatabaseStartError && sentence.test(error.message) && !error.message.includes('\n')
}

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    return (await client.query<Record<string, unknown>>(text)).rows
  } finally {
    await client.end()
  }
}

async function openInChildAndKill(data: string): Promise<string> {
  const program = `
    import { openEmbedded } from ${JSON.stringify(new URL('embedded.ts', import.meta.url).href)}
    import { pino } from 'pino'
    const { url } = await openEmbedded(${JSON.stringify(data)}, pino({ level: 'silent' }))
    console.log(url)`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  child.kill('SIGKILL')
  await once(child, 'exit')
  return line.toString().trim()
}
