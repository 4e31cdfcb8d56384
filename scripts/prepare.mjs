// What every command needs first: the right Node, the exact packages, a build that is not older than the sources.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const [major, minor] = process.versions.node.split('.').map(Number)

export function checkNode() {
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(
    `需要 Node 20.19 或更新；现在是 ${process.versions.node}。 Node 20.19 or newer is needed; this is ${process.versions.node}.`,
  )
  process.exit(1)
}

export function installPackages(say) {
  const installed = join(root, 'node_modules', '.jingwei-installed')
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(installed) && readFileSync(installed, 'utf8') === wanted) return
  say('安装依赖 installing packages …')
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  writeFileSync(installed, wanted)
}

export function buildIfStale(say) {
  const sources = unbuiltSources()
  if (!sources) return
  say('构建 building …')
  run(process.execPath, [builder])
  markBuilt(sources)
}

export const builder = join(root, 'scripts', 'build.mjs')
const stamp = join(root, 'dist', '.built-from')

/** The fingerprint of sources that dist/ is not built from; undefined where it is. */
export function unbuiltSources() {
  const sources = fingerprint()
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === sources ? undefined : sources
}

export const markBuilt = (sources) => writeFileSync(stamp, sources)

/** Names, sizes and times of every source file. */
function fingerprint() {
  const hash = createHash('sha256')
  const walk = (folder) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) walk(path)
      else {
        const { size, mtimeMs } = statSync(join(root, path))
        hash.update(`${path}:${size}:${mtimeMs}\n`)
      }
    }
  }
  for (const folder of ['platform', 'business', 'app', 'demo']) walk(folder)
  hash.update(readFileSync(join(root, 'package-lock.json')))
  hash.update(readFileSync(join(root, 'scripts', 'build.mjs')))
  return hash.digest('hex')
}

export function run(command, words) {
  const { status } = spawnSync(command, words, { cwd: root, stdio: ['ignore', 2, 2] })
  if (status !== 0) process.exit(status ?? 1)
}
