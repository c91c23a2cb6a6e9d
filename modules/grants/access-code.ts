/**
 * Access codes on printouts (POR-25, POR-26): twenty characters in four groups of five, a hundred random bits. No I, L, O or
 * U is in them; who reads one of these for a 1 or a 0 is understood.
 *
 * Only keyed hashes of them are kept: who has a copy of the database can neither read a code nor try birth dates on it.
 *
 * @module
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { newToken } from '../../platform/server/ids.ts'

const LENGTH = 20
const GROUP = 5
/** With the fifth wrong try in a row a code is locked. */
export const WRONG_MAX = 5

export function newAccessCode(): string {
  return newToken().slice(0, LENGTH)
}

/** `ABCDE-FGHJK-MNPQR-STVWX`. */
export function written(code: string): string {
  return code.match(new RegExp(`.{1,${GROUP}}`, 'g'))?.join('-') ?? ''
}

/** What was meant by what was typed. */
export function read(typed: string): string {
  return typed.toUpperCase().replace(/[^0-9A-Z]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
}

/** By which a code is found. @param key - of this installation. */
export function hashOfCode(key: string, code: string): string {
  return hash(key, `code\0${code}`)
}

/** By which code and birth date are judged together. */
export function hashOfBoth(key: string, code: string, birthDate: string): string {
  return hash(key, `both\0${code}\0${birthDate}`)
}

function hash(key: string, text: string): string {
  return createHmac('sha256', Buffer.from(key, 'hex')).update(text).digest('hex')
}

export function isSame(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
}
