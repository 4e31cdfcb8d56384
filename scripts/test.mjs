// `npm test`: everything that must hold, in order of how fast it tells. Ends with one line 'N passed, N failed'.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildIfStale, checkNode, installPackages, root } from './prepare.mjs'

const browsers = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]
const say = (text) => console.log(text)
checkNode()
installPackages(say)
const bin = (name) => join(root, 'node_modules', '.bin', name)
let passed = 0
let failed = 0
/** What did not hold, with the first line of why: told once more at the end, where a long output is read first. */
const faults = []
let isUpdated = false

ensureBrowser()
// Each of these fills one core: two at a time.
await Promise.all([
  step('types: server', bin('tsc'), ['-p', 'tsconfig.server.json']),
  step('types: web', bin('tsc'), ['-p', 'tsconfig.web.json']).then(() =>
    step('lint', bin('biome'), ['check', '--error-on-warnings', '.']),
  ),
])
buildIfStale(say)
await step('first visit on a phone', process.execPath, ['--import', 'tsx', 'tests/journeys/first-load.ts'])
await suite('rules, tables, actions on a real database', 'vitest.config.ts')
await suite('journeys in a real browser', 'vitest.journeys.config.ts')

for (const fault of faults) console.log(`\n✗ ${fault}`)
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)

/** What it says is told when it has ended, so that two at once do not speak into each other. */
async function step(name, command, words) {
  const { code, text } = await hear(command, words)
  console.log(`\n── ${name}`)
  if (text.trim() !== '') console.log(text)
  if (code === 0) passed += 1
  else {
    failed += 1
    faults.push(name)
  }
  console.log(code === 0 ? `   ${name}: holds` : `   ${name}: FAILED`)
}

/** Vitest counts its own tests; its report is read so that one closing line can count everything. */
async function suite(name, config) {
  console.log(`\n── ${name}`)
  const report = join(root, 'node_modules', '.cache', `report-${config}.json`)
  rmSync(report, { force: true })
  const code = await run(bin('vitest'), [
    'run',
    '--config',
    config,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  if (!existsSync(report)) {
    failed += 1
    faults.push(`${name}: did not run`)
    return
  }
  const result = JSON.parse(readFileSync(report, 'utf8'))
  passed += result.numPassedTests
  failed += result.numFailedTests + (code !== 0 && result.numFailedTests === 0 ? 1 : 0)
  const told = faults.length
  for (const file of result.testResults) {
    const broken = file.assertionResults.filter((test) => test.status === 'failed')
    for (const test of broken)
      faults.push(
        `${file.name.replace(`${root}/`, '')} › ${test.fullName}\n  ${firstLines(test.failureMessages[0])}`,
      )
    if (broken.length === 0 && file.status === 'failed')
      faults.push(`${file.name}: ${firstLines(file.message)}`)
  }
  if (code !== 0 && faults.length === told) faults.push(`${name}: ended with ${code} although no test failed`)
}

function firstLines(text = '') {
  return text.split('\n').slice(0, 12).join('\n  ').slice(0, 1500)
}

function run(command, words) {
  return new Promise((resolve) => {
    const child = spawn(command, words, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

function hear(command, words) {
  return new Promise((resolve) => {
    const child = spawn(command, words, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    const parts = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => parts.push(part))
    child.on('close', (code) => resolve({ code: code ?? 1, text: Buffer.concat(parts).toString() }))
  })
}

/** A browser, a Chinese typeface and PostgreSQL come from the system's packages where we may install them. */
function ensureBrowser() {
  // The browser without a window is asked for first; not every system has a package of it.
  if (!existsSync(browsers[0])) install(['chromium-headless-shell'], true)
  if (!browsers.some(existsSync)) install(['chromium'])
  const wanted = []
  if (
    spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout?.trim() === '' ||
    spawnSync('fc-list').error
  )
    wanted.push('fonts-noto-cjk', 'fontconfig')
  if (!existsSync('/usr/lib/postgresql') && spawnSync('postgres', ['--version']).error)
    wanted.push('postgresql')
  if (wanted.length > 0) install(wanted)
}

/** Says what to install where that is not ours to do, unless it is done without (`isSpared`). */
function install(wanted, isSpared = false) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    if (!isSpared)
      say(`!! not installed: ${wanted.join(', ')}. Please run: sudo apt-get install ${wanted.join(' ')}`)
    return
  }
  say(`installing ${wanted.join(', ')} …`)
  if (!isUpdated) spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' })
  isUpdated = true
  spawnSync('apt-get', ['install', '-y', '-qq', ...wanted], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
}
