import assert from 'node:assert/strict'
import { copyFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { Certificates } from '../../../tests/setup/certificates.ts'
import { whyMissing } from '../../../tests/setup/programs.ts'
import { Scratch } from '../../../tests/setup/scratch.ts'
import { followTlsFiles, readTlsFiles } from './dicom-tls.ts'

const missing = whyMissing('openssl')

describe.skipIf(missing !== null)(missing === null ? 'certificates that somebody else renews' : `certificates (${missing})`, () => {
  const scratch = new Scratch()
  const certificates = new Certificates(scratch.path)
  const path = (name: string) => certificates.path(name)
  const files = { certificate: path('door.crt'), key: path('door.key'), authority: null }

  beforeAll(() => {
    certificates.authority('ca')
    for (const name of ['old', 'new']) certificates.certificate(name, 'ca', 'IP:127.0.0.1')
    for (const end of ['crt', 'key']) copyFileSync(path(`old.${end}`), path(`door.${end}`))
  })
  afterAll(() => scratch.remove())

  it('are found by the clock: told of once when they fit, and once when they do not', async () => {
    const heard: string[] = []
    const following = followTlsFiles(files, await readTlsFiles(files), {
      changed: ({ certificate }) => heard.push(certificate === certificates.pem('new.crt') ? 'new' : 'other'), failed: () => heard.push('failed'),
    }, 5)
    try {
      copyFileSync(path('new.crt'), path('door.crt'))
      while (heard.length < 1) await sleep(5)
      await following.look()
      copyFileSync(path('new.key'), path('door.key'))
      while (heard.length < 2) await sleep(5)
      await following.look()
      assert.deepEqual(heard, ['failed', 'new'])
    } finally {
      following.stop()
    }
  })
})
