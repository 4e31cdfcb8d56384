import type { FastifyInstance } from 'fastify'
import { httpServer } from '../platform/server/http.ts'
import type { Config } from './config.ts'
import type { House } from './house.ts'
import { webFolder } from './root.ts'

export async function startServer(
  house: House,
  config: Config,
  clock: () => Date = () => new Date(),
): Promise<{ app: FastifyInstance; address: string }> {
  await house.live.start()
  const { app } = await httpServer({
    door: house.door,
    directory: house.directory,
    live: house.live,
    database: house.database,
    webFolder,
    clock,
    secureCookies: config.behindHttps,
    trustProxy: config.behindHttps,
  })
  const address = await app.listen({ port: config.port, host: config.host })
  return { app, address }
}
