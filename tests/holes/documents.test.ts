import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../app/root.ts'

const documents = ['SECURITY.md', 'docs/threat-model.md', 'docs/asvs.md', 'docs/data-map.md']
const scripts = (
  JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
).scripts

test.each(documents)('%s names no test, file or command that is not there', (document) => {
  const text = readFileSync(join(root, document), 'utf8')
  const named = [...text.matchAll(/`([^`\n]+)`/g)].map(([, words]) => words!)
  const paths = named.filter((n) => /^(app|business|docs|platform|scripts|tests)\/[\w./-]+$/.test(n))
  const commands = named.flatMap((n) => /^npm run ([\w:]+)/.exec(n)?.[1] ?? [])
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([])
  expect(commands.filter((name) => !scripts[name])).toEqual([])
})

test('a pass of the table of ASVS says what shows it, a deviation why', () => {
  const rows = readFileSync(join(root, 'docs/asvs.md'), 'utf8')
    .split('\n')
    .filter((line) => /^\| \d/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()))
  expect(rows.length).toBeGreaterThan(100)
  for (const [, number, , verdict, shown] of rows) {
    expect(verdict, number).toMatch(/^(pass|deviation|proxy|n\/a)/)
    if (/^(pass|deviation)/.test(verdict!)) expect(shown!.length, `${number} ${verdict}`).toBeGreaterThan(3)
  }
})
