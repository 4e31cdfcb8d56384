// The server and its workers are bundled flat into dist/, the pages into dist/web.
// `build.mjs server` or `build.mjs pages` builds that half only: a first start makes its data while the pages are built.
import { execFile } from 'node:child_process'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { root } from './prepare.mjs'

const halves = { server: buildServer, pages: buildPages }
const asked = process.argv.slice(2)
await Promise.all((asked.length > 0 ? asked : Object.keys(halves)).map((half) => halves[half]()))

async function buildServer() {
  const { build } = await import('esbuild')
  removeParts()
  await Promise.all([
    build({
      absWorkingDir: root,
      entryPoints: Object.fromEntries(
        ['app/jingwei.ts', ...workers()].map((path) => [basename(path, '.ts'), path]),
      ),
      outdir: 'dist',
      bundle: true,
      // What the server does first is a part of its own, and runs while the rest is read.
      splitting: true,
      chunkNames: 'part-[hash]',
      platform: 'node',
      target: 'node20',
      format: 'esm',
      packages: 'external',
      sourcemap: true,
      logLevel: 'warning',
    }),
    // The empty database cluster that a first start unpacks instead of making its own.
    promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', 'platform/database/template.ts', 'dist/database-template.tgz'],
      { cwd: root },
    ),
  ])
}

/** Parts are named by what is in them: those of builds before would stay for ever. */
function removeParts() {
  const dist = join(root, 'dist')
  if (!existsSync(dist)) return
  for (const name of readdirSync(dist)) if (/^part-.*\.js(\.map)?$/.test(name)) rmSync(join(dist, name))
}

async function buildPages() {
  const { build } = await import('vite')
  await build({ configFile: join(root, 'app', 'vite.config.ts'), logLevel: 'warn' })
}

function workers() {
  const found = []
  const find = (folder) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = join(folder, entry.name)
      // What works for the pages in a browser is built with them.
      if (path === join('platform', 'web')) continue
      if (entry.isDirectory()) find(path)
      else if (entry.name.endsWith('-worker.ts')) found.push(path)
    }
  }
  for (const folder of ['platform', 'business']) if (existsSync(join(root, folder))) find(folder)
  return found
}
