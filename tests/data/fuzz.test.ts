import assert from 'node:assert/strict'
import { it } from 'vitest'
import { fuzz } from './fuzzing.ts'

const RUN_MS = 4000

it('every reader refuses or reads whatever it is given, in time (the seed is printed)', async () => {
  const seed = Date.now() >>> 0
  const end = performance.now() + RUN_MS
  const run = await fuzz(seed, (mutants) => mutants > 0 && performance.now() > end)
  console.log(`fuzz: seed ${seed}, ${run.mutants} mutants, ${run.read} read, slowest ${run.slowestMs.toFixed(0)} ms`)
  assert.deepEqual(run.faults, [])
}, 60_000)
