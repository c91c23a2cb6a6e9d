/** Other people's programs that the tests hold ours against, and the Debian packages that bring them. */
import { accessSync, chmodSync, constants, existsSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './checkout.mjs'

const PEERS = {
  dcmtk: ['storescu', 'DICOM network and files'],
  orthanc: ['/usr/sbin/Orthanc', 'an archive of others, over DICOM'],
  'orthanc-dicomweb': ['/usr/share/orthanc/plugins/libOrthancDicomWeb.so', 'an archive of others, over DICOMweb'],
  'chromium-headless-shell': ['chromium-headless-shell', 'the pages in a browser'],
  xorriso: ['xorriso', 'ISO images'],
  genisoimage: ['isoinfo', 'ISO images'],
  unzip: ['unzip', 'ZIP files'],
  'p7zip-full': ['7z', 'ZIP files and ISO images'],
  dicom3tools: ['dciodvfy', 'DICOM objects and DICOMDIR'],
  strace: ['strace', 'durable before acknowledged'],
  ...(process.env['FILMJACKET_LONG'] === '1' && {
    'ceph-mon': ['ceph-mon', 'an object store'],
    'ceph-osd': ['ceph-osd', 'an object store'],
    'ceph-common': ['ceph', 'an object store'],
    radosgw: ['radosgw', 'an object store'],
  }),
}

/** Asked by package scripts before they start a service: 101 means no. */
const GUARD = '/usr/sbin/policy-rc.d'

export async function bringPeers() {
  if (missing().length > 0 && process.getuid?.() === 0 && isOnPath('apt-get')) await install(missing())
  const left = missing()
  if (left.length === 0) return
  console.log('Not installed, so the tests that need them are skipped:')
  for (const name of left) console.log(`  ${name}: ${PEERS[name][1]}`)
  console.log(`To run them too: sudo apt-get install --no-install-recommends ${left.join(' ')}`)
}

function missing() {
  return Object.keys(PEERS).filter((name) => !isThere(PEERS[name][0]))
}

async function install(names) {
  console.log(`Installing for the tests: ${names.join(' ')} ...`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const guarded = existsSync(GUARD)
  try {
    if (!guarded) {
      writeFileSync(GUARD, '#!/bin/sh\nexit 101\n')
      chmodSync(GUARD, 0o755)
    }
    await run('apt-get', ['update', '-qq'], { env })
    const { ok, output } = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], { env })
    if (!ok) console.log(output.trim().split('\n').slice(-3).join('\n'))
  } finally {
    if (!guarded) rmSync(GUARD, { force: true })
  }
}

/** A program by its name, or a file by its path. */
function isThere(what) {
  return what.startsWith('/') ? existsSync(what) : isOnPath(what)
}

function isOnPath(program) {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}
