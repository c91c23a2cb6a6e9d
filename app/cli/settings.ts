import { Command } from 'commander'
import { systemClock } from '../../platform/server/clock.ts'
import { parseConfig, type Config } from '../../platform/server/config/config.ts'
import { processEnvironment, type Flags } from '../../platform/server/config/env.ts'
import { openLogBook, type LogBook } from '../../platform/server/log-book.ts'
import type { Product } from '../product.ts'

export const EXIT_FAILED = 1
export const EXIT_WRONG = 2

/** A command that works on an installation: where its data and its database are. */
export function installationCommand(name: string): Command {
  return new Command(name)
    .option('--data <folder>', 'where everything is kept (default ./data)')
    .option('--database <url>', 'a PostgreSQL of your own instead of the embedded one')
}

export function configOf(flags: Flags): Config {
  return parseConfig(flags, processEnvironment())
}

/** Faults only: a command line's own words are its result. */
function commandBook(): LogBook {
  return openLogBook({ folder: null, level: 'error', clock: systemClock })
}

/** Runs `work` on an installation, beside its server if one is running. */
export async function withProduct(flags: Flags, work: (product: Product) => Promise<number>): Promise<never> {
  return finish(async () => {
    const { openProduct } = await import('../product.ts')
    const product = await openProduct(configOf(flags), commandBook())
    try {
      return await work(product)
    } finally {
      await product.close()
    }
  })
}

/** Ends the process with the exit code of `work`, or with one sentence about what is in its way. */
export async function finish(work: () => Promise<number>): Promise<never> {
  try {
    process.exit(await work())
  } catch (error) {
    if (!isForOperator(error)) throw error
    console.error(error.message)
    process.exit(EXIT_WRONG)
  }
}

/** By their names: to load their classes is to load the whole server, which few commands need. */
const FOR_OPERATOR = new Set(['ConfigError', 'StartError', 'DatabaseStartError', 'MigrationError'])

function isForOperator(error: unknown): error is Error {
  return error instanceof Error && FOR_OPERATOR.has(error.name)
}
