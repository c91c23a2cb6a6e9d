/**
 * The viewer on discs: dist/disc with INDEX.HTM and VIEWER/, names as ISO 9660 level 1 wants them, classic scripts
 * alone. Browsers let a page that is a file load no module, fetch nothing and start no worker from an address.
 */
import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { ROOT } from './checkout.mjs'

const VIEWER = join(ROOT, 'modules/viewer')
const DISC = join(ROOT, 'dist/disc')
const standIn = (name) => join(VIEWER, 'disc/stand-ins', `${name}.ts`)

/** Everything in one script: nothing is fetched later. */
const IN_ONE = { assetsInlineLimit: Infinity, rollupOptions: { output: { codeSplitting: false } } }

export async function buildDisc() {
  rmSync(DISC, { recursive: true, force: true })
  mkdirSync(join(DISC, 'VIEWER'), { recursive: true })
  await build({
    configFile: false,
    root: VIEWER,
    logLevel: 'error',
    cacheDir: join(ROOT, 'node_modules/.vite-disc'),
    plugins: [react(), decoder()],
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: {
      alias: [
        { find: 'filmjacket-part10', replacement: join(VIEWER, 'disc/browser.ts') },
        { find: 'node:crypto', replacement: standIn('crypto') },
        { find: 'node:zlib', replacement: standIn('zlib') },
        { find: /^iconv-lite$/, replacement: standIn('iconv') },
      ],
    },
    build: {
      ...IN_ONE,
      outDir: join(DISC, 'VIEWER'),
      emptyOutDir: true,
      copyPublicDir: false,
      chunkSizeWarningLimit: 8_000,
      lib: { entry: join(VIEWER, 'page/disc/start.tsx'), formats: ['iife'], name: 'filmjacket', fileName: () => 'VIEWER.JS', cssFileName: 'VIEWER' },
      rollupOptions: { output: { ...IN_ONE.rollupOptions.output, assetFileNames: ({ names: [name] }) => (name ?? '').toUpperCase() } },
    },
  })
  copyFileSync(join(VIEWER, 'disc/INDEX.HTM'), join(DISC, 'INDEX.HTM'))
}

/** `filmjacket-decoder` is the text of the program that decodes, codecs included. */
function decoder() {
  const id = '\0filmjacket-decoder'
  return {
    name: 'filmjacket-decoder',
    resolveId: (name) => (name === 'filmjacket-decoder' ? id : null),
    async load(asked) {
      if (asked !== id) return null
      const [{ output }] = await build({
        configFile: false,
        root: VIEWER,
        logLevel: 'error',
        define: { 'process.env.NODE_ENV': '"production"' },
        build: {
          ...IN_ONE, write: false, copyPublicDir: false,
          lib: { entry: join(VIEWER, 'page/core/decode/worker.ts'), formats: ['iife'], name: 'decoder' },
        },
      })
      return `export const program = ${JSON.stringify(output[0].code)}`
    },
  }
}
