/**
 * What a checkout needs before anything runs: libraries that fit the lock file, a build that fits the sources.
 * Stands on Node alone, because it runs before the libraries are there.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))
const STAMP = join(ROOT, 'dist', 'stamp')

/** Everything a build reads. */
const SOURCES = ['app', 'modules', 'packages', 'platform', 'package-lock.json', 'tools/build.mjs', 'tools/build-disc.mjs', 'tsconfig.base.json', 'vite.config.ts']

/** By content: times say nothing after a git checkout or a copy. Optional packages depend on the platform. */
export function isInstalled() {
  const wanted = lockedPackages('package-lock.json')
  const found = lockedPackages('node_modules/.package-lock.json')
  if (wanted === null || found === null) return false
  return Object.entries(wanted).every(
    ([path, { optional, devOptional, version, integrity }]) =>
      path === '' || (found[path] === undefined ? optional || devOptional : found[path].version === version && found[path].integrity === integrity),
  )
}

function lockedPackages(file) {
  try {
    return JSON.parse(readFileSync(join(ROOT, file), 'utf8')).packages
  } catch {
    return null
  }
}

/** Says what it does; shows npm's own words only if it fails. */
export async function installIfNeeded() {
  if (isInstalled()) return
  console.log('Installing libraries; this takes a minute ...')
  // A production shell must not lose the tools that build.
  const { ok, output } = await npm('ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error')
  if (ok) return
  console.error(`${output}\nThe libraries could not be installed. See npm's words above; \`npm ci\` tries it again.`)
  process.exit(1)
}

/** Digest of all that a build reads. */
export function sourceStamp() {
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    for (const file of filesOf(source)) hash.update(`${file}\0`).update(readFileSync(join(ROOT, file))).update('\0')
  }
  return hash.digest('hex')
}

function filesOf(path) {
  const full = join(ROOT, path)
  if (!existsSync(full)) return []
  if (!statSync(full).isDirectory()) return path.endsWith('.test.ts') ? [] : [path]
  return readdirSync(full)
    .filter((name) => name !== 'node_modules' && name !== 'dist')
    .sort()
    .flatMap((name) => filesOf(`${path}/${name}`))
}

export function isBuilt() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sourceStamp()
}

export function markBuilt(stamp) {
  writeFileSync(STAMP, stamp)
}

/** Run to its end; `output` is all that it said. With `show` it says it to the terminal instead. */
export function run(command, args, { show = false, env = process.env } = {}) {
  return new Promise((resolve) => {
    const started = performance.now()
    const child = spawn(command, args, { cwd: ROOT, env, stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout?.on('data', (text) => (output += text))
    child.stderr?.on('data', (text) => (output += text))
    const end = (code) => resolve({ ok: code === 0, code, output, seconds: (performance.now() - started) / 1000 })
    child.once('error', (error) => {
      output += error.message
      end(1)
    })
    child.once('close', end)
  })
}

export function node(...args) {
  return run(process.execPath, args)
}

/** The npm that runs us, or the one on the path. */
export function npm(...args) {
  const own = process.env['npm_execpath']
  return own?.endsWith('.js') ? node(own, ...args) : run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args)
}
