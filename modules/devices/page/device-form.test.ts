import { describe, expect, it } from 'vitest'
import type { DeviceView } from '../contract.ts'
import { changeOf, deviceOf, flawsOf, valuesOf, type DeviceValues } from './device-form.ts'

const named: DeviceValues = { ...valuesOf(null), description: 'CT room 2', aeTitle: 'CT2' }
const CERTIFICATE = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----'
const KEY = '-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----'

/** As the server tells of it. */
function viewOf(values: DeviceValues): DeviceView {
  const { tls, dicomwebAuthorization, ...said } = deviceOf(values)
  return {
    ...said, hasDicomwebAuthorization: dicomwebAuthorization != null, id: 'dev_1', isQuiet: false, lastContactAt: null, lastAddress: null, lastCheck: null,
    tls: { ...tls, hasKey: tls?.key !== undefined },
  } as DeviceView
}

describe('a device that is typed', () => {
  it('needs a description and an AE title only, for one that we do not call', () => {
    expect(flawsOf(named, false)).toEqual({})
    expect(flawsOf(valuesOf(null), false)).toEqual({ description: 'descriptionMissing', aeTitle: 'aeTitleBad' })
  })

  const wrong: Readonly<Record<string, readonly [Partial<DeviceValues>, object]>> = {
    'a role without an address': [{ roles: ['store'] }, { host: 'hostMissing', port: 'portMissing' }],
    'a host without a port': [{ host: 'ct2' }, { port: 'portMissing' }],
    'a port without a host': [{ port: '104' }, { host: 'hostMissing' }],
    'a host with a scheme': [{ host: 'http://ct2', port: '104' }, { host: 'hostBad' }],
    'a port beyond the last': [{ host: 'ct2', port: '65536' }, { port: 'portBad' }],
    'a port that is none': [{ host: 'ct2', port: '1e3' }, { port: 'portBad' }],
    'DICOMweb without an address': [{ roles: ['dicomweb'] }, { dicomwebUrl: 'urlMissing' }],
    'an address with a password': [{ roles: ['dicomweb'], dicomwebUrl: 'https://me:x@pacs/dicom-web' }, { dicomwebUrl: 'urlBad' }],
    'credentials on two lines': [{ dicomwebAuthorization: 'Bearer\nx' }, { dicomwebAuthorization: 'authorizationBad' }],
    'a worklist by DICOMweb alone': [
      { roles: ['dicomweb', 'worklist'], dicomwebUrl: 'https://pacs/dicom-web' }, { host: 'hostMissing', port: 'portMissing' },
    ],
    'a scheduled AE title with a backslash': [{ worklistAeTitle: 'A\\B' }, { worklistAeTitle: 'aeTitleBad' }],
    'mutual TLS without what we show': [{ tlsMode: 'mutual' }, { tlsCertificate: 'certificateMissing', tlsKey: 'keyMissing' }],
    'a key where a certificate belongs': [{ tlsMode: 'server', tlsAuthority: KEY }, { tlsAuthority: 'certificateBad' }],
    'a key under a passphrase': [
      { tlsMode: 'mutual', tlsCertificate: CERTIFICATE, tlsKey: KEY.replaceAll('PRIVATE', 'ENCRYPTED PRIVATE') }, { tlsKey: 'keyBad' },
    ],
    'another name that is not given': [{ tlsMode: 'server', tlsNameRule: 'other' }, { tlsName: 'nameMissing' }],
  }
  for (const [what, [values, flaws]] of Object.entries(wrong)) {
    it(`is not taken with ${what}`, () => expect(flawsOf({ ...named, ...values }, false)).toEqual(flaws))
  }

  it('may leave the key away where one is kept', () => {
    expect(flawsOf({ ...named, tlsMode: 'mutual', tlsCertificate: CERTIFICATE }, true)).toEqual({})
  })

  it('comes back as it was typed', () => {
    const values: DeviceValues = {
      ...named, host: 'ct2.example.org', port: '104', roles: ['store', 'query'], patientsMayDownload: true, isWatched: true,
      tlsMode: 'mutual', tlsAuthority: CERTIFICATE, tlsNameRule: 'any', tlsCertificate: CERTIFICATE,
    }
    expect(valuesOf(viewOf(values))).toEqual(values)
  })

  it('does not promise patients what a device without queries cannot do', () => {
    expect(deviceOf({ ...named, patientsMayDownload: true, isWatched: true })).toMatchObject({ patientsMayDownload: false, isWatched: false })
  })
})

describe('a change', () => {
  const device = viewOf({ ...named, host: 'ct2', port: '104' })
  it('is nothing where nothing differs', () => expect(changeOf(device, valuesOf(device))).toBeNull())
  it('names only what differs', () => {
    expect(changeOf(device, { ...valuesOf(device), port: '11112', roles: ['store'] })).toEqual({ port: 11_112, roles: ['store'] })
  })
  it('takes a host and a port away by null', () => {
    expect(changeOf(device, { ...valuesOf(device), host: '', port: '' })).toEqual({ host: null, port: null })
  })
  it('brings new credentials, forgets old ones when told to, and else leaves them', () => {
    const typed = { ...valuesOf(device), dicomwebAuthorization: ' Bearer x ' }
    expect(changeOf(device, typed)).toEqual({ dicomwebAuthorization: 'Bearer x' })
    expect(changeOf(device, { ...typed, forgetsAuthorization: true })).toEqual({ dicomwebAuthorization: null })
  })
  it('brings a new key, and never an empty one', () => {
    expect(changeOf(device, { ...valuesOf(device), tlsKey: KEY })?.tls).toMatchObject({ key: KEY })
    expect(changeOf(device, { ...valuesOf(device), tlsMode: 'server' })?.tls).not.toHaveProperty('key')
  })
})
