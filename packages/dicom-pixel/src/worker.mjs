// The program of a worker thread, where the sources run as they are: older Nodes need a loader for TypeScript.
// A bundle brings a program of its own, and never comes here.
import { tsImport } from 'tsx/esm/api'

await tsImport('./worker.ts', import.meta.url)
