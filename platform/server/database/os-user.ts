/**
 * As whom PostgreSQL runs. It refuses to run as root, so root hands it to an unprivileged user.
 *
 * @module
 */
import { readFileSync, statSync } from 'node:fs'

/** Numeric, as spawn and chown want it. */
export interface OsUser {
  readonly uid: number
  readonly gid: number
}

/** `nobody` of every Linux; used where no passwd file names another. */
const NOBODY: OsUser = { uid: 65_534, gid: 65_534 }

/**
 * The user for the cluster in `folder`; null means this process's own.
 *
 * An existing cluster keeps its owner, so that a start as root and one as the owner follow each other.
 */
export function databaseUser(folder: string): OsUser | null {
  if (process.getuid?.() !== 0) return null
  const owner = statSync(folder, { throwIfNoEntry: false })
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return named('postgres') ?? named('nobody') ?? NOBODY
}

function named(name: string): OsUser | null {
  const fields = passwd().find((line) => line.startsWith(`${name}:`))?.split(':')
  const [uid, gid] = [Number(fields?.[2]), Number(fields?.[3])]
  return Number.isInteger(uid) && Number.isInteger(gid) && uid !== 0 ? { uid, gid } : null
}

function passwd(): string[] {
  try {
    return readFileSync('/etc/passwd', 'utf8').split('\n')
  } catch {
    return []
  }
}
