import { Agent, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import fastify from 'fastify'
import { expect, test } from 'vitest'
import type { Actor } from '../access/who.ts'
import type { Live } from './live.ts'
import { registerLiveRoute } from './live-route.ts'
import { stopAtOnce } from './stopping.ts'

test('a server told to stop answers what it has begun, ends live pages and waits for no idle connection', async () => {
  const app = fastify({ keepAliveTimeout: 600_000 })
  stopAtOnce(app)
  registerLiveRoute(app, {
    live: { hear: () => () => undefined } as unknown as Live,
    whoCalls: async () => ({ actor: { person: 'p', appointments: [] } as unknown as Actor, language: 'zh' }),
  })
  let begun = (): void => undefined
  let finish = (): void => undefined
  const hasBegun = new Promise<void>((resolve) => (begun = resolve))
  const mayFinish = new Promise<void>((resolve) => (finish = resolve))
  app.get('/slow', async () => {
    begun()
    await mayFinish
    return 'answered'
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  const agent = new Agent({ keepAlive: true })
  const ask = (path: string): Promise<string> =>
    new Promise((resolve, reject) => {
      get({ host: '127.0.0.1', port, path, agent }, (reply) => {
        let text = ''
        reply.on('data', (part) => (text += part))
        reply.on('end', () => resolve(text))
        if (path === '/api/live') reply.once('data', () => resolve('listening'))
      }).on('error', reject)
    })
  expect(await ask('/api/live')).toBe('listening')
  const slow = ask('/slow')
  await hasBegun
  const closed = app.close()
  setImmediate(finish)
  expect(await slow).toBe('answered')
  await closed
  agent.destroy()
})
