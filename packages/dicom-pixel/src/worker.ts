/** What `worker.mjs` runs. */
import { servePixels } from './worker/serve.ts'

servePixels()
