import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { DeviceChange } from '../contract.ts'
import { retrieve, type Retrieved } from './retrieve.ts'
import { ADMIN, keep, LOOPBACK, RemoteArchive, studyOf, testDevices, type Image, type TestDevices } from '../testing.ts'

let ours: TestDevices
let made = 0

beforeAll(async () => {
  ours = await testDevices()
})

/** An archive of its own for each test, which may call us. */
async function archiveOf(images: readonly Image[], more: Partial<DeviceChange> = {}): Promise<{ remote: RemoteArchive; id: string }> {
  const remote = await RemoteArchive.open(images, ours.port)
  const id = await ours.add({ aeTitle: `PACS${++made}`, host: LOOPBACK, port: remote.port, roles: ['query'], ...more })
  return { remote, id }
}

async function bring(id: string, studyUid: string, signal = new AbortController().signal): Promise<Retrieved> {
  return ours.remote.retrieveFrom(id, studyUid, { signal })
}

async function held(images: readonly Image[]): Promise<number> {
  return (await ours.store.archive.heldInstances(images.map((image) => String(image[0x00080018])))).size
}

for (const retrieveBy of ['move', 'get'] as const) {
  describe(`a study that is brought home by C-${retrieveBy.toUpperCase()}`, () => {
    const study = (name: number) => `1.2.${retrieveBy === 'move' ? 3 : 4}.${name}`

    it('is asked for as a whole where nothing of it is here', async () => {
      const images = studyOf(study(1), 5)
      const { remote, id } = await archiveOf(images, { retrieveBy })
      expect(await bring(id, study(1))).toMatchObject({ kind: 'complete', progress: { total: 5, already: 0, moved: 5 } })
      expect(remote.asked.map(({ level }) => level)).toEqual(['STUDY'])
      expect(await held(images)).toBe(5)
    })

    it('is not asked for where all of it is here', async () => {
      const images = studyOf(study(2), 3)
      await keep(ours, images)
      const { remote, id } = await archiveOf(images, { retrieveBy })
      expect(await bring(id, study(2))).toMatchObject({ kind: 'complete', progress: { total: 3, already: 3, moved: 0 } })
      expect(remote.asked).toEqual([])
    })

    it('is asked for by whole series and by single instances where some of it is here', async () => {
      const images = studyOf(study(3), 6, {}, 3)
      await keep(ours, images.slice(0, 1))
      const { remote, id } = await archiveOf(images, { retrieveBy })
      expect(await bring(id, study(3))).toMatchObject({ kind: 'complete', progress: { total: 6, already: 1, moved: 5 } })
      expect(remote.asked).toEqual([
        { level: 'IMAGE', series: [`${study(3)}.1`], instances: [`${study(3)}.0.2`, `${study(3)}.0.3`] },
        { level: 'SERIES', series: [`${study(3)}.2`], instances: [] },
      ])
    })

    it('is resumed after a broken association: only what is missing is asked for again', async () => {
      const images = studyOf(study(4), 6)
      const { remote, id } = await archiveOf(images, { retrieveBy })
      let sent = 0
      remote.behaviour = {
        sending() {
          if (++sent === 4) throw new Error('the cable is pulled')
        },
      }
      expect(await bring(id, study(4))).toMatchObject({ kind: 'complete' })
      expect(await held(images)).toBe(6)
      expect(remote.asked.slice(1).flatMap(({ level }) => level)).not.toContain('STUDY')
      expect(remote.asked.slice(1).flatMap(({ instances }) => instances)).not.toContain(`${study(4)}.0.1`)
    })

    it('is incomplete, and says what is missing, where the archive tells of what it has lost', async () => {
      const images = studyOf(study(5), 3)
      const { remote, id } = await archiveOf(images, { retrieveBy })
      remote.behaviour = { lost: [`${study(5)}.0.2`] }
      const outcome = await bring(id, study(5))
      expect(outcome).toMatchObject({ kind: 'incomplete', progress: { total: 3, moved: 2 } })
      expect(outcome.missing.map(({ instanceUid }) => instanceUid)).toEqual([`${study(5)}.0.2`])
    })

    it('is brought home from an archive that wants the patient to be named', async () => {
      const images = studyOf(study(6), 2)
      const { id } = await archiveOf(images, { retrieveBy, queryModel: 'patient-root' })
      expect(await bring(id, study(6))).toMatchObject({ kind: 'complete', progress: { moved: 2 } })
    })

    it('ends when it is aborted, with the reason that was given', async () => {
      const images = studyOf(study(7), 4)
      const { remote, id } = await archiveOf(images, { retrieveBy })
      const stop = new AbortController()
      remote.behaviour = {
        sending() {
          stop.abort(new Error('enough'))
          return undefined
        },
      }
      await expect(bring(id, study(7), stop.signal)).rejects.toThrow('enough')
    })

    it('fails by name where the archive does not have it', async () => {
      const { id } = await archiveOf([], { retrieveBy })
      expect(await bring(id, study(8))).toMatchObject({ kind: 'failed', error: { problem: 'study-not-found' } })
    })
  })
}

describe('a study that is brought home by C-MOVE', () => {
  it('is waited for where the archive answers first and sends later', async () => {
    const images = studyOf('1.2.5.1', 4)
    const { remote, id } = await archiveOf(images)
    remote.behaviour = { isAsynchronous: true, sending: () => new Promise((resolve) => setTimeout(resolve, 100)) }
    expect(await bring(id, '1.2.5.1')).toMatchObject({ kind: 'complete', progress: { moved: 4 } })
  })

  it('is given up where nothing comes for too long', async () => {
    const images = studyOf('1.2.5.2', 2)
    const { remote, id } = await archiveOf(images)
    remote.behaviour = { isAsynchronous: true, lost: images.map((image) => String(image[0x00080018])) }
    const device = await ours.devices.one(id)
    const wish = { device: device!, studyUid: '1.2.5.2', signal: new AbortController().signal }
    expect(await retrieve({ ...ours.options, stalledMs: 100 }, wish)).toMatchObject({ kind: 'failed', error: { problem: 'no-progress' } })
  })

  it('is given up where the archive hangs in the middle', async () => {
    const images = studyOf('1.2.5.3', 3)
    const { remote, id } = await archiveOf(images)
    let sent = 0
    remote.behaviour = { sending: () => (++sent < 3 ? undefined : new Promise(() => undefined)) }
    expect(await bring(id, '1.2.5.3')).toMatchObject({ kind: 'incomplete', progress: { moved: 2 }, error: { problem: 'no-progress' } })
  })

  it('fails by name where the archive does not know us as a destination, and is not tried again', async () => {
    const images = studyOf('1.2.5.4', 2)
    const { id } = await archiveOf(images)
    const device = await ours.devices.one(id)
    const outcome = await retrieve({ ...ours.options, own: () => ({ aeTitle: 'SOMEBODY' }) }, {
      device: device!, studyUid: '1.2.5.4', signal: new AbortController().signal,
    })
    expect(outcome).toMatchObject({ kind: 'failed', error: { problem: 'destination-unknown', status: 0xa801 } })
  })

  it('fails where the archive may not call us', async () => {
    const images = studyOf('1.2.5.5', 2)
    const { id } = await archiveOf(images)
    await ours.devices.change(ADMIN, id, { mayCall: false })
    expect(await bring(id, '1.2.5.5')).toMatchObject({ kind: 'failed', missing: [{}, {}] })
  })
})

describe('of several archives', () => {
  it('the one with more instances is asked', async () => {
    const images = studyOf('1.2.6.1', 4)
    const less = await archiveOf(images.slice(0, 2))
    const more = await archiveOf(images)
    expect(await ours.remote.retrieve('1.2.6.1', { signal: new AbortController().signal })).toMatchObject({ kind: 'complete', progress: { total: 4 } })
    expect([less.remote.asked.length, more.remote.asked.length]).toEqual([0, 1])
  })

  it('none is asked where we hold as many as any', async () => {
    const images = studyOf('1.2.6.2', 2)
    await keep(ours, images)
    const { remote } = await archiveOf(images)
    expect(await ours.remote.retrieve('1.2.6.2', { signal: new AbortController().signal })).toMatchObject({ kind: 'complete' })
    expect(remote.asked).toEqual([])
  })

  it('the next is asked where the best cannot send', async () => {
    const images = studyOf('1.2.6.3', 3)
    const best = await archiveOf(images)
    best.remote.behaviour = {
      sending() {
        throw new Error('its disk is broken')
      },
    }
    await archiveOf(images.slice(0, 2))
    expect(await ours.remote.retrieve('1.2.6.3', { signal: new AbortController().signal })).toMatchObject({ kind: 'complete', progress: { total: 2 } })
  })

  describe('what is damaged here', () => {
    const uidOf = (name: number, n: number) => `1.2.7.${name}.0.${n}`
    async function damage(...uids: readonly string[]): Promise<void> {
      await sql`insert into damaged_blob (blob_id, found_at, is_missing) select blob_id, now(), true from instance
        where instance_uid = any(${uids}::text[])`.execute(ours.db)
    }

    it('is asked for, and nothing else, of one after the other until all is here', async () => {
      const images = studyOf('1.2.7.1', 5)
      await keep(ours, images.slice(0, 4))
      await damage(uidOf(1, 1), uidOf(1, 3))
      const first = await archiveOf([...images.slice(0, 2), ...images.slice(3)])
      const second = await archiveOf(images.slice(2, 4))
      expect(await ours.remote.retrieveAgain('1.2.7.1', [uidOf(1, 1), uidOf(1, 3)], { signal: new AbortController().signal })).toBe('here')
      expect([first, second].map(({ remote }) => remote.asked)).toEqual([
        [{ level: 'IMAGE', series: ['1.2.7.1.1'], instances: [uidOf(1, 1)] }], [{ level: 'IMAGE', series: ['1.2.7.1.1'], instances: [uidOf(1, 3)] }],
      ])
      expect(await held(images)).toBe(4)
    })

    it('is absent where nobody has it, and failed where somebody did not give it', async () => {
      const images = studyOf('1.2.7.2', 2)
      await keep(ours, images)
      await damage(uidOf(2, 2))
      const again = () => ours.remote.retrieveAgain('1.2.7.2', [uidOf(2, 2)], { signal: new AbortController().signal, choose: ({ aeTitle }) => aeTitle === `PACS${made}` })
      await archiveOf(images.slice(0, 1))
      expect(await again()).toBe('absent')
      const { remote } = await archiveOf(images)
      remote.behaviour = { lost: [uidOf(2, 2)] }
      expect(await again()).toBe('failed')
    })
  })
})
