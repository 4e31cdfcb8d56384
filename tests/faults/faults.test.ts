import { expect, test } from 'vitest'
import { TcpProxy } from './proxy.ts'
import { runFaults } from './run.ts'

const whole = { lost: 0, twice: 0, halfDone: 0, broken: [], refused: [] }

test('on PostgreSQL what was acknowledged stands once and whole after each kind of fault', async () => {
  const run = await runFaults({ engine: 'postgres', faults: 10, between: 12, width: 4 })
  if (!run) return
  expect(run).toMatchObject({ ...whole, faults: 10 })
  expect(Object.keys(run.byFault)).toHaveLength(10)
  expect(run.acknowledged).toBeGreaterThanOrEqual(100)
}, 240_000)

test('with the embedded database too', async () => {
  const run = await runFaults({ engine: 'pglite', faults: 6, between: 8, width: 4 })
  expect(run).toMatchObject({ ...whole, faults: 6 })
}, 240_000)

test('a server that answers before it commits is caught', async () => {
  const run = await runFaults({
    engine: 'postgres',
    faults: 12,
    between: 10,
    width: 4,
    untilLost: true,
    only: ['kill -9 of the server', 'the database crashes and recovers'],
    words: ['--import', 'tsx', 'tests/faults/answers-early.ts'],
  })
  if (!run) return
  expect(run.lost).toBeGreaterThan(0)
}, 240_000)

test('the proxy itself: what it swallows was heard on the other side', async () => {
  const { createServer } = await import('node:http')
  let heard = 0
  const server = createServer((_request, reply) => {
    heard += 1
    reply.end('yes')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const proxy = await TcpProxy.before(() => port)
  const ask = () => fetch(`http://127.0.0.1:${proxy.port}`).then((r) => r.text())
  expect(await ask()).toBe('yes')
  proxy.swallowReplies(true)
  await expect(ask()).rejects.toThrow()
  expect(heard).toBe(2)
  proxy.swallowReplies(false)
  proxy.cutOff(true)
  await expect(ask()).rejects.toThrow()
  expect(heard).toBe(2)
  await proxy.close()
  server.close()
})
