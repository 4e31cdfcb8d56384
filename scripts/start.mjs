// `npm start`: installs what is missing, builds, migrates, makes the demo chain on an empty data folder, serves.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildIfStale, checkNode, installPackages, root } from './prepare.mjs'

const say = (text) => console.log(text)
checkNode()
installPackages(say)
buildIfStale(say)
const server = spawn(process.execPath, ['--enable-source-maps', join(root, 'dist', 'jingwei.js'), 'serve'], {
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
server.on('exit', (code) => process.exit(code ?? 1))
