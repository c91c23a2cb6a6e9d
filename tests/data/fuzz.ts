/**
 * `npm run fuzz [-- <mutants> [<seed>]]`: mutants of real and made files through every reader of `dicom-data`.
 *
 * Exit 1 if one made a reader crash or hang, or if memory grew.
 */
import { fuzz } from './fuzzing.ts'

const GROWTH_MAX = 256 * 1024 * 1024
const MANY = 200_000
const REPORT_EVERY = 10_000

const [mutants = MANY, seed = Date.now() >>> 0] = process.argv.slice(2).map(Number)
console.log(`${mutants} mutants, seed ${seed}`)
const started = performance.now()
const run = await fuzz(seed, (done) => {
  if (done > 0 && done % REPORT_EVERY === 0) console.log(`${done} (${((performance.now() - started) / 1000).toFixed(0)} s)`)
  return done >= mutants
})
for (const fault of run.faults) console.error(fault)
const growth = Math.ceil(run.growth / 1024 / 1024)
console.log(`${run.mutants} mutants: ${run.read} read, ${run.mutants - run.read} refused, ${run.faults.length} faults, ` +
  `slowest ${run.slowestMs.toFixed(0)} ms, memory grew by ${growth} MiB, ${((performance.now() - started) / 1000).toFixed(0)} s`)
process.exit(run.faults.length > 0 || run.growth > GROWTH_MAX ? 1 : 0)
