// `npm run -s jingwei -- COMMAND`: the command line, built first where that is needed; only its own words go to standard output.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildIfStale, checkNode, installPackages, root } from './prepare.mjs'

const say = (text) => console.error(text)
checkNode()
installPackages(say)
buildIfStale(say)
const command = spawn(
  process.execPath,
  ['--enable-source-maps', join(root, 'dist', 'jingwei.js'), ...process.argv.slice(2)],
  { stdio: 'inherit' },
)
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => command.kill(signal))
command.on('exit', (code) => process.exit(code ?? 1))
