import Type from 'typebox'
import { job } from '../../platform/server/jobs.ts'
import { SEND_RESET, type Reset } from './reset.ts'

/** Twice does little harm: a second link beside the first, and no more than three. */
const sendReset = job({
  ...SEND_RESET,
  payload: Type.Object({ login: Type.String(), language: Type.String() }),
  run: (reset: Reset, { login, language }) => reset.send(login, language),
})

export const jobs = [sendReset]
