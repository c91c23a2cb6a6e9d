import type { Migration } from '../../../platform/server/database/index.ts'
import { lookup } from './0001-lookup.ts'
import { exams } from './0002-exams.ts'

export const migrations: readonly Migration[] = [lookup, exams]
