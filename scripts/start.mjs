// `npm start`: installs what is missing, builds, migrates, makes the demo chain on an empty data folder, serves.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { builder, checkNode, installPackages, markBuilt, root, run, unbuiltSources } from './prepare.mjs'

const say = (text) => console.log(text)
checkNode()
installPackages(say)
const sources = unbuiltSources()
if (sources) {
  say('构建 building …')
  run(process.execPath, [builder, 'server'])
}
const server = spawn(
  process.execPath,
  ['--enable-source-maps', join(root, 'dist', 'jingwei.js'), 'serve', ...(sources ? ['--pages-coming'] : [])],
  { stdio: sources ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit' },
)
if (sources) buildPagesFor(server)
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
server.on('exit', (code) => process.exit(code ?? 1))

/** While the server opens its data, or makes the demo chain, the other core builds the pages. */
function buildPagesFor(server) {
  const pages = spawn(process.execPath, [builder, 'pages'], { cwd: root, stdio: ['ignore', 2, 2] })
  server.on('exit', () => pages.kill())
  pages.on('exit', (code, stopped) => {
    if (code === 0) {
      markBuilt(sources)
      if (server.connected) server.send('pages')
      return
    }
    if (stopped) return
    say('页面没有构建成功。 The pages could not be built.')
    server.kill('SIGTERM')
  })
}
