import type { Migration } from '../../../platform/server/database/migrate.ts'
import { init } from './0001-init.ts'
import { ingest } from './0002-ingest.ts'
import { search } from './0010-search.ts'
import { commitment } from './0011-commitment.ts'
import { seriesMetadata } from './0020-series-metadata.ts'
import { removal } from './0021-removal.ts'

export const migrations: readonly Migration[] = [init, ingest, search, commitment, seriesMetadata, removal]
