import type { Pool, PoolClient } from 'pg'
import { isDatabaseAway } from './database/index.ts'

/** SQLSTATE `cannot_connect_now`: upon this the library waits and tries again. Upon most others nobody hears that it failed, and the process ends. */
const TRY_LATER = '57P03'

/**
 * The pool for the library of the queue, which notes that a job is done, or has failed, while nobody listens: where the database
 * is away just then, it shall be noted once that is back.
 */
export function retryingPool(pool: Pool): Pool {
  return new Proxy(pool, {
    get(target, name) {
      if (name !== 'connect') return memberOf(target, name)
      return (listener?: Parameters<Pool['connect']>[0]) =>
        listener === undefined ? target.connect().then(retryingClient, askToTryLater) : target.connect(listener)
    },
  })
}

function retryingClient(client: PoolClient): PoolClient {
  return new Proxy(client, {
    get(target, name) {
      if (name !== 'query') return memberOf(target, name)
      const query = target.query.bind(target) as (...asked: readonly unknown[]) => unknown
      return (...asked: readonly unknown[]) => {
        const answer = query(...asked)
        return answer instanceof Promise ? answer.catch(askToTryLater) : answer
      }
    },
  })
}

function memberOf(target: object, name: string | symbol): unknown {
  const member: unknown = Reflect.get(target, name)
  return typeof member === 'function' ? member.bind(target) as unknown : member
}

function askToTryLater(error: unknown): never {
  throw isDatabaseAway(error) ? Object.assign(new Error('the database is away', { cause: error }), { code: TRY_LATER }) : error
}
