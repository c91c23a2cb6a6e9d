import Type from 'typebox'
import { job } from '../../../platform/server/jobs.ts'
import type { Changes } from './changes.ts'

/** What is forgotten is not there any more: twice forgets nothing twice. */
const forgetChanges = job({
  kind: 'archive.forget-changes', payload: Type.Object({}), attempts: 1, every: '40 1 * * *',
  run: async (changes: Changes) => {
    await changes.forget()
  },
})

export const changeJobs = [forgetChanges]
