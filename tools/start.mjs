/** `npm start`: install and build what is missing or out of date, then serve, in this very process. */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { installIfNeeded, isBuilt, node, ROOT } from './checkout.mjs'

await installIfNeeded()
if (!isBuilt()) {
  console.log('Building ...')
  const { ok, output } = await node(join(ROOT, 'tools', 'build.mjs'))
  if (!ok) {
    console.error(`${output}\nThe build failed; see above.`)
    process.exit(1)
  }
}

// No child: signals, terminal and exit code are the server's own.
const program = join(ROOT, 'bin', 'filmjacket')
process.argv.splice(1, process.argv.length, program, 'serve', ...process.argv.slice(2))
createRequire(import.meta.url)(program)
