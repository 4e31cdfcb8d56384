import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { transform } from 'esbuild'
import { defineConfig, type Plugin } from 'vite'

/** The server sends .br and .gz files that lie beside an asset, so nothing is compressed while somebody waits. */
const compressed = (folder: string): Plugin => ({
  name: 'compressed-beside',
  apply: 'build',
  closeBundle() {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.(js|css|svg|html|json)$/.test(entry.name)) continue
      const path = join(entry.parentPath, entry.name)
      const bytes = readFileSync(path)
      if (bytes.length < 1024) continue
      writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }))
      writeFileSync(
        `${path}.br`,
        brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
      )
    }
  },
})

/** The service worker, with the names of all files of this edition written into it. */
const shellWorker = (): Plugin => ({
  name: 'shell-worker',
  apply: 'build',
  generateBundle: {
    order: 'post',
    async handler(_options, bundle) {
      const files = Object.keys(bundle)
        .filter((file) => file.startsWith('assets/') && !file.endsWith('.map'))
        .sort()
        .map((file) => `/${file}`)
      const { code } = await transform(readFileSync(join(root, '../platform/web/shell-worker.ts'), 'utf8'), {
        loader: 'ts',
        target: 'es2022',
        minify: true,
        define: { filesOfEdition: JSON.stringify(files) },
      })
      this.emitFile({ type: 'asset', fileName: 'sw.js', source: code })
    },
  },
})

const root = import.meta.dirname
const out = process.env.WEB_OUT ?? join(root, '../dist/web')

export default defineConfig({
  root,
  base: '/',
  plugins: [react(), shellWorker(), compressed(out)],
  server: { proxy: { '/api': process.env.API ?? 'http://127.0.0.1:3000' } },
  build: {
    outDir: out,
    emptyOutDir: true,
    manifest: true, // read by tests/journeys/first-load.ts
    target: 'es2022',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What changes with the library versions only stays in the phone's cache over our own releases.
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 30 },
            { name: 'tanstack', test: /node_modules[\\/]@tanstack[\\/]/, priority: 20 },
          ],
        },
      },
    },
  },
})
