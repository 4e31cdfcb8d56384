// The server and its workers are bundled flat into dist/, the pages into dist/web.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'esbuild'
import { build as buildWeb } from 'vite'
import { root } from './prepare.mjs'

const workers = []
const find = (folder) => {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) find(path)
    else if (entry.name.endsWith('-worker.ts')) workers.push(path)
  }
}
for (const folder of ['platform', 'business']) if (existsSync(join(root, folder))) find(folder)

await build({
  absWorkingDir: root,
  entryPoints: Object.fromEntries(
    ['app/jingwei.ts', ...workers].map((path) => [basename(path, '.ts'), path]),
  ),
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  sourcemap: true,
  logLevel: 'warning',
})
await buildWeb({ configFile: join(root, 'app', 'vite.config.ts'), logLevel: 'warn' })
// The empty database cluster that a first start unpacks instead of making its own.
execFileSync(
  process.execPath,
  ['--import', 'tsx', 'platform/database/template.ts', 'dist/database-template.tgz'],
  {
    cwd: root,
    stdio: 'inherit',
  },
)
