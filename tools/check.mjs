/** `npm run check`: types, lint, arrows and documents. */
import { installIfNeeded } from './checkout.mjs'
import { checks, docsCheck, reportAll } from './checks.mjs'

await installIfNeeded()
const went = await reportAll(docsCheck === null ? checks : [...checks, docsCheck])
process.exit(went.every(Boolean) ? 0 : 1)
