/** `npm run check`: types, lint, arrows and documents. */
import { installIfNeeded } from './checkout.mjs'
import { checks, docsCheck, report, runAll } from './checks.mjs'

await installIfNeeded()
// The small machine that tests this has two cores.
const went = await runAll(docsCheck === null ? checks : [...checks, docsCheck], 2)
process.exit(went.map(report).every(Boolean) ? 0 : 1)
