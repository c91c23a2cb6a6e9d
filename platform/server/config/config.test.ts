import assert from 'node:assert/strict'
import { resolve } from 'node:path'
import { describe, it } from 'vitest'
import { ConfigError, parseConfig, type Config } from './config.ts'
import { environmentKinds, environmentName, flagKinds, type Environment, type Flags } from './env.ts'

const secrets = { databaseUrl: null, smtpUrl: null, smsSecret: null, demoPassword: null, oidcSecret: null, storeSecret: null }
const defaults: Config = {
  dataFolder: resolve('data'), host: '0.0.0.0', httpPort: 8080, dicomPort: 11_112, aeTitle: 'FILMJACKET',
  dicomTls: null, demo: false, publicUrl: null, mailFrom: null, store: null, secrets,
}
const bucket = {
  kind: 's3', bucket: 'images', prefix: '', endpoint: null, region: 'us-east-1', isPathStyle: false, accessKeyId: null, secretFile: null, authorityFile: null,
} as const

type Case = [what: string, flags: Flags, env: Environment, differs: Partial<Config>]

describe('parseConfig', () => {
  const good: readonly Case[] = [
    ['nothing is given', {}, {}, {}],
    ['flags are given', { data: '/srv/fj', http: '80', dicom: '104', aet: 'ARCHIVE', host: '::1' }, {},
      { dataFolder: '/srv/fj', httpPort: 80, dicomPort: 104, aeTitle: 'ARCHIVE', host: '::1' }],
    ['the environment is given', {}, { FILMJACKET_DATA: '/srv/fj', FILMJACKET_HTTP: '81', FILMJACKET_AET: ' FJ 1 ' },
      { dataFolder: '/srv/fj', httpPort: 81, aeTitle: 'FJ 1' }],
    ['a flag and its variable disagree: the flag wins', { http: '0' }, { FILMJACKET_HTTP: '81' }, { httpPort: 0 }],
    ['a variable is empty: it is unset', {}, { FILMJACKET_HTTP: '', FILMJACKET_DATABASE: '', DATABASE_URL: '' }, {}],
    ['both ports are any', { http: '0', dicom: '0' }, {}, { httpPort: 0, dicomPort: 0 }],
    ['DATABASE_URL is given', {}, { DATABASE_URL: 'postgres://u:p@db/x' }, { secrets: { ...secrets, databaseUrl: 'postgres://u:p@db/x' } }],
    ['FILMJACKET_DATABASE wins over DATABASE_URL', {}, { FILMJACKET_DATABASE: 'postgresql://a/x', DATABASE_URL: 'postgres://b/x' },
      { secrets: { ...secrets, databaseUrl: 'postgresql://a/x' } }],
    ['--database wins over both', { database: 'postgres://c/x' }, { FILMJACKET_DATABASE: 'postgres://a/x', DATABASE_URL: 'postgres://b/x' },
      { secrets: { ...secrets, databaseUrl: 'postgres://c/x' } }],
    ['a demo listens on this machine only', { demo: true }, { FILMJACKET_HOST: '0.0.0.0' }, { demo: true, host: '127.0.0.1' }],
    ['a demo by environment', {}, { FILMJACKET_DEMO: 'yes', FILMJACKET_DEMO_PASSWORD: 'pass' },
      { demo: true, host: '127.0.0.1', secrets: { ...secrets, demoPassword: 'pass' } }],
    ['no demo by environment', {}, { FILMJACKET_DEMO: '0' }, {}],
    ['a flag that is absent', { demo: false, http: undefined }, {}, {}],
    ['a public URL loses its slash', {}, { FILMJACKET_PUBLIC_URL: 'https://images.example.org/' }, { publicUrl: 'https://images.example.org' }],
    ['a DICOM door with TLS', {},
      { FILMJACKET_DICOM_TLS: '2762', FILMJACKET_DICOM_TLS_CERTIFICATE: '/tls/fj.crt', FILMJACKET_DICOM_TLS_KEY: '/tls/fj.key' },
      { dicomTls: { port: 2762, files: { certificate: '/tls/fj.crt', key: '/tls/fj.key', authority: null } } }],
    ['mail', {}, { FILMJACKET_SMTP_URL: 'smtps://u:p@mail.example.org', FILMJACKET_MAIL_FROM: 'Images <images@example.org>' },
      { mailFrom: 'Images <images@example.org>', secrets: { ...secrets, smtpUrl: 'smtps://u:p@mail.example.org' } }],
    ['a folder on a slower disk', {}, { FILMJACKET_STORE: '/mnt/slow/images' }, { store: { kind: 'folder', folder: '/mnt/slow/images' } }],
    ['a bucket, its key as AWS has it', {}, { FILMJACKET_STORE: 's3://images', FILMJACKET_STORE_REGION: 'eu-west-3' }, { store: { ...bucket, region: 'eu-west-3' } }],
    ['a part of a bucket of one\'s own', {}, {
      FILMJACKET_STORE: 's3://images/site-1', FILMJACKET_STORE_ENDPOINT: 'https://s3.example.org:7480', FILMJACKET_STORE_KEY: 'key', FILMJACKET_STORE_SECRET: 'hidden',
      FILMJACKET_STORE_AUTHORITY: '/tls/ca.crt',
    }, {
      store: { ...bucket, prefix: 'site-1/', endpoint: 'https://s3.example.org:7480', isPathStyle: true, accessKeyId: 'key', authorityFile: '/tls/ca.crt' },
      secrets: { ...secrets, storeSecret: 'hidden' },
    }],
    ['its secret in a file', {}, { FILMJACKET_STORE: 's3://images', FILMJACKET_STORE_KEY: 'key', FILMJACKET_STORE_SECRET_FILE: '/run/secrets/s3' },
      { store: { ...bucket, accessKeyId: 'key', secretFile: '/run/secrets/s3' } }],
  ]
  for (const [what, flags, env, differs] of good) {
    it(`reads: ${what}`, () => assert.deepEqual(parseConfig(flags, env), { ...defaults, ...differs }))
  }

  const bad: readonly [flags: Flags, env: Environment, sentence: string][] = [
    [{ http: '65536' }, {}, '--http is no port from 0 to 65535: 65536.'],
    [{ dicom: 'dicom' }, {}, '--dicom is no port from 0 to 65535: dicom.'],
    [{ http: '-1' }, {}, '--http is no port from 0 to 65535: -1.'],
    [{}, { FILMJACKET_DICOM: '1e3' }, 'FILMJACKET_DICOM is no port from 0 to 65535: 1e3.'],
    [{ http: '104', dicom: '104' }, {}, '--http and --dicom are both 104: each needs a port of its own.'],
    [{}, { FILMJACKET_DICOM_TLS: '2762' },
      'DICOM with TLS needs a port and two files: FILMJACKET_DICOM_TLS, FILMJACKET_DICOM_TLS_CERTIFICATE and FILMJACKET_DICOM_TLS_KEY.'],
    [{ dicom: '2762' }, { FILMJACKET_DICOM_TLS: '2762', FILMJACKET_DICOM_TLS_CERTIFICATE: 'a', FILMJACKET_DICOM_TLS_KEY: 'b' },
      'FILMJACKET_DICOM_TLS is 2762, as another door is: each needs a port of its own.'],
    [{ data: ' ' }, {}, '--data is empty.'],
    [{ host: 'here:80' }, {}, '--host is no address to listen on: here:80.'],
    [{ aet: 'SEVENTEEN_LETTERS' }, {}, '--aet is no AE title of 1 to 16 characters: SEVENTEEN_LETTERS.'],
    [{ aet: 'A\\B' }, {}, '--aet is no AE title of 1 to 16 characters: A\\B.'],
    [{}, { FILMJACKET_AET: '  ' }, 'FILMJACKET_AET is no AE title of 1 to 16 characters:   .'],
    [{}, { FILMJACKET_DEMO: 'perhaps' }, 'FILMJACKET_DEMO is neither on nor off: perhaps.'],
    [{ demo: true, host: '0.0.0.0' }, {}, '--host 0.0.0.0 contradicts --demo: a demo is only served on 127.0.0.1.'],
    [{}, { DATABASE_URL: 'mysql://u:hidden@db/x' }, 'DATABASE_URL is no URL that begins with postgres:// or postgresql:// and names a host.'],
    [{ database: 'db' }, {}, '--database is no URL that begins with postgres:// or postgresql:// and names a host.'],
    [{}, { FILMJACKET_PUBLIC_URL: 'images.example.org' }, 'FILMJACKET_PUBLIC_URL is no address like https://images.example.org: images.example.org.'],
    [{}, { FILMJACKET_PUBLIC_URL: 'https://a.org/path' }, 'FILMJACKET_PUBLIC_URL is no address like https://images.example.org: https://a.org/path.'],
    [{}, { FILMJACKET_SMTP_URL: 'mail.example.org:25' }, 'FILMJACKET_SMTP_URL is no URL that begins with smtp:// or smtps:// and names a host.'],
    [{}, { FILMJACKET_SMTP_URL: 'smtp://mail' }, 'FILMJACKET_SMTP_URL is set without FILMJACKET_MAIL_FROM: mail needs both.'],
    [{}, { FILMJACKET_MAIL_FROM: 'a@b.org' }, 'FILMJACKET_MAIL_FROM is set without FILMJACKET_SMTP_URL: mail needs both.'],
    [{}, { FILMJACKET_SMTP_URL: 'smtp://mail', FILMJACKET_MAIL_FROM: 'a@b.org\nBcc: x@y.org' },
      'FILMJACKET_MAIL_FROM is no mail address: a@b.org\nBcc: x@y.org.'],
    [{}, { FILMJACKET_STORE: 's3:///images' }, 'FILMJACKET_STORE is neither a folder nor s3://bucket nor s3://bucket/prefix: s3:///images.'],
    [{}, { FILMJACKET_STORE: '/mnt/slow', FILMJACKET_STORE_SECRET: 'hidden' }, 'FILMJACKET_STORE_... is set, and FILMJACKET_STORE is no s3://bucket that it could be for.'],
    [{}, { FILMJACKET_STORE: 's3://images', FILMJACKET_STORE_KEY: 'key' }, 'Of FILMJACKET_STORE_KEY and its secret only one is set: an object store needs both, or neither.'],
    [{}, { FILMJACKET_STORE: 's3://images', FILMJACKET_STORE_KEY: 'key', FILMJACKET_STORE_SECRET: 'hidden', FILMJACKET_STORE_SECRET_FILE: '/run/s3' },
      'FILMJACKET_STORE_SECRET and FILMJACKET_STORE_SECRET_FILE are both set: one of them is too many.'],
  ]
  for (const [flags, env, sentence] of bad) {
    it(`refuses: ${JSON.stringify(sentence)}`, () => {
      assert.throws(() => parseConfig(flags, env), (error) => error instanceof ConfigError && error.message === sentence)
    })
  }

  it('is frozen, secrets too', () => {
    const config = parseConfig({}, {})
    assert.ok(Object.isFrozen(config) && Object.isFrozen(config.secrets))
  })
})

describe('environmentName', () => {
  it('gives every setting its documented name', () => {
    const names = Object.keys({ ...flagKinds, ...environmentKinds }) as (keyof typeof flagKinds)[]
    assert.deepEqual(names.map(environmentName), [
      'FILMJACKET_DATA', 'FILMJACKET_HOST', 'FILMJACKET_HTTP', 'FILMJACKET_DICOM', 'FILMJACKET_AET', 'FILMJACKET_DATABASE',
      'FILMJACKET_DEMO', 'FILMJACKET_DEMO_PASSWORD', 'FILMJACKET_PUBLIC_URL', 'FILMJACKET_DICOM_TLS',
      'FILMJACKET_DICOM_TLS_CERTIFICATE', 'FILMJACKET_DICOM_TLS_KEY', 'FILMJACKET_DICOM_TLS_AUTHORITY', 'FILMJACKET_SMTP_URL',
      'FILMJACKET_MAIL_FROM', 'FILMJACKET_OIDC_SECRET', 'FILMJACKET_SMS_SECRET',
      'FILMJACKET_STORE', 'FILMJACKET_STORE_ENDPOINT', 'FILMJACKET_STORE_REGION', 'FILMJACKET_STORE_PATH_STYLE', 'FILMJACKET_STORE_AUTHORITY',
      'FILMJACKET_STORE_KEY', 'FILMJACKET_STORE_SECRET', 'FILMJACKET_STORE_SECRET_FILE',
    ])
  })
})
