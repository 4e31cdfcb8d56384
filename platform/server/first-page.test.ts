import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type HttpOptions, httpServer } from './http.ts'

test('the first page comes to whoever asks, also to a client that names no encoding', async () => {
  const webFolder = mkdtempSync(join(tmpdir(), 'web-'))
  for (const name of ['index.html', 'index.html.br', 'index.html.gz'])
    writeFileSync(join(webFolder, name), '<!doctype html>')
  const nothing = { operations: {}, door: {} }
  const { app } = await httpServer({
    door: nothing,
    directory: nothing,
    live: { hear: () => () => undefined },
    database: nothing,
    clock: () => new Date(),
    secureCookies: false,
    webFolder,
  } as unknown as HttpOptions)
  for (const url of ['/', '/?day=2026-11-23', '/today', '/index.html'])
    for (const headers of [{}, { 'accept-encoding': 'identity' }, { 'accept-encoding': 'br' }]) {
      const answer = await app.inject({ method: 'GET', url, headers })
      expect([url, answer.statusCode]).toEqual([url, 200])
      expect(answer.headers['content-type']).toContain('text/html')
    }
  await app.close()
  rmSync(webFolder, { recursive: true })
})
