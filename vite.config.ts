import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The words of one language, of all modules. */
const texts = ['en', 'nl', 'fr'].map((language) => ({ name: `texts-${language}`, test: new RegExp(`/texts/${language}\\.ts$`) }))

export default defineConfig({
  root: 'app',
  plugins: [react()],
  cacheDir: '../node_modules/.vite',
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    // A data: URI would need an exception in the Content-Security-Policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    // All words of a language come together, and those of no other.
    rolldownOptions: { output: { codeSplitting: { groups: texts } } },
  },
  // Decoders come in pieces, each when the first picture needs it.
  worker: { format: 'es' },
  server: { proxy: { '/api': 'http://127.0.0.1:8080', '/dicom-web': 'http://127.0.0.1:8080' } },
})
