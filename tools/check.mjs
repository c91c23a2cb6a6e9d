/** `npm run check`: types, lint, arrows and documents; stops at the first that fails. */
import { installIfNeeded } from './checkout.mjs'
import { checks, docsCheck, report } from './checks.mjs'

await installIfNeeded()
for (const check of docsCheck === null ? checks : [...checks, docsCheck]) {
  if (!(await report(check))) process.exit(1)
}
