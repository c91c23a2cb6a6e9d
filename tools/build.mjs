/** `npm run build`: the server into dist/server, the pages into dist/web, the viewer of discs into dist/disc. */
import { build } from 'esbuild'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build as buildWeb } from 'vite'
import { buildDisc } from './build-disc.mjs'
import { markBuilt, ROOT, sourceStamp } from './checkout.mjs'

/** Libraries of hundreds of small files: read one by one, they are half of what the start of a command takes. */
const BUNDLED = ['kysely', 'typebox']

const stamp = sourceStamp()
rmSync(join(ROOT, 'dist'), { recursive: true, force: true })
try {
  await Promise.all([buildServer(), buildWeb({ configFile: join(ROOT, 'vite.config.ts'), root: join(ROOT, 'app'), logLevel: 'warn' })])
  // After the pages: two builds of pages at a time want more memory than a small machine has.
  await buildDisc()
  pack(join(ROOT, 'dist/web'))
  markBuilt(stamp)
  console.log('Built dist/server, dist/web and dist/disc.')
} catch (error) {
  console.error(error.message)
  process.exit(1)
}

/** Our own packages are bundled, most libraries stay where npm put them: some bring binaries and folders of their own. */
function buildServer() {
  return build({
    absWorkingDir: ROOT,
    entryPoints: ['app/cli.ts', ...filesIn('app/workers')],
    outbase: 'app',
    outdir: 'dist/server',
    bundle: true,
    splitting: true, // A command loads only what it needs.
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: true,
    sourcesContent: false, // Lines for a trace, which every start reads.
    external: libraries(),
    logLevel: 'silent',
  })
}

/** Each text and program beside itself as .br and .gz, which the server sends to browsers that take them. */
function pack(folder) {
  for (const { name, parentPath, path = parentPath } of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!/\.(js|css|html|svg|wasm)$/.test(name)) continue
    const bytes = readFileSync(join(path, name))
    writeFileSync(join(path, `${name}.br`), brotliCompressSync(bytes))
    writeFileSync(join(path, `${name}.gz`), gzipSync(bytes))
  }
}

/** Each worker thread is a program of its own: app/workers/x.ts becomes dist/server/workers/x.js. */
function filesIn(folder) {
  if (!existsSync(join(ROOT, folder))) return []
  return readdirSync(join(ROOT, folder)).filter((name) => /(?<!\.test)\.ts$/.test(name)).map((name) => `${folder}/${name}`)
}

function libraries() {
  const manifests = ['package.json', ...readdirSync(join(ROOT, 'packages')).map((name) => `packages/${name}/package.json`)]
  const names = manifests.filter((file) => existsSync(join(ROOT, file)))
    .flatMap((file) => Object.keys(JSON.parse(readFileSync(join(ROOT, file), 'utf8')).dependencies ?? {}))
  return [...new Set(names)].filter((name) => !name.startsWith('@filmjacket/') && !BUNDLED.includes(name))
}
