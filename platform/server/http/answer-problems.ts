import type { FastifyError, FastifyInstance } from 'fastify'
import { StoreAwayError } from '../blobs/index.ts'
import { isDatabaseAway } from '../database/index.ts'
import { faultOf, type Log } from '../log.ts'
import { Problem, problemBody } from './problem.ts'

const STORE_AWAY = 'These images lie in a second store that cannot be reached at the moment. Nothing is lost; please try again later.'
const DATABASE_AWAY = 'The database cannot be reached at the moment. Nothing is lost; please try again in a few seconds.'

/** Every refusal leaves as a problem; a fault leaves as 500 without its text, which goes to the log. */
export function answerProblems(app: FastifyInstance, log: Log): void {
  app.setErrorHandler((error, request, reply) => {
    const problem = toProblem(error)
    if (problem.status >= 500) log.error({ ...faultOf(error), route: request.routeOptions.url }, 'request failed')
    return reply.code(problem.status).headers(problem.headers).type('application/problem+json').send(problemBody(problem))
  })
  app.setNotFoundHandler((_request, reply) => {
    const problem = new Problem('not-found', 404, 'There is nothing at this address.')
    return reply.code(404).type('application/problem+json').send(problemBody(problem))
  })
}

function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (error instanceof StoreAwayError) return new Problem('store-away', 503, STORE_AWAY)
  if (isDatabaseAway(error)) return new Problem('database-away', 503, DATABASE_AWAY, { 'retry-after': '5' })
  const { validation, validationContext, statusCode } = error as FastifyError
  if (validation !== undefined) return invalid(validation.map(({ instancePath }) => instancePath), validationContext)
  if (statusCode === 429) return new Problem('too-many-attempts', 429, 'Too many attempts. Wait a minute and try again.')
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return new Problem('invalid-input', statusCode, 'The request could not be read.')
  return new Problem('internal', 500, 'Something went wrong on our side. Nothing was lost; please try again.')
}

/** Names the fields, never what was in them. */
function invalid(paths: readonly string[], where = 'input'): Problem {
  const fields = [...new Set(paths.map((path) => path.slice(1).replaceAll('/', '.')))].filter((path) => path !== '')
  const which = fields.length === 0 ? '' : `: ${fields.join(', ')}`
  return new Problem('invalid-input', 400, `The ${where} is missing something or holds something unexpected${which}.`)
}
