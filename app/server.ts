import { resolve } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { healthFigures } from '../business/organization/health/figures.ts'
import type { rosterOperations } from '../business/roster/week/actions.ts'
import { startRosterSearcher } from '../business/roster/week/searcher.ts'
import { type importOperations, mayImport } from '../business/sales/imports/actions.ts'
import { startImportRunner } from '../business/sales/imports/runner.ts'
import { maySendTargets } from '../business/targets/files/actions.ts'
import { registerFileRoutes } from '../platform/files/routes.ts'
import { keepUploadsIn } from '../platform/files/uploads.ts'
import { vitals } from '../platform/observe/vitals.ts'
import { keepPhotosIn } from '../platform/photos/store.ts'
import { httpServer } from '../platform/server/http.ts'
import { takeBackupsWanted } from './backups.ts'
import type { Config } from './config.ts'
import { type House, photoFolder } from './house.ts'
import { startHousekeeping } from './housekeeping.ts'
import { webFolder } from './root.ts'

export interface RunningServer {
  readonly app: FastifyInstance
  readonly address: string
  stop(): Promise<void>
}

/** Every route of the house, without the background work; also what tests ask over HTTP. */
export async function webServer(house: House, config: Config, clock: () => Date) {
  const uploads = keepUploadsIn(resolve(config.dataFolder, 'files'))
  keepPhotosIn(photoFolder(config))
  const { app, whoCalls } = await httpServer({
    door: house.door,
    directory: house.directory,
    live: house.live,
    database: house.database,
    webFolder,
    clock,
    secureCookies: config.behindHttps,
    ...(config.behindHttps ? { proxies: 1 } : {}),
    ...(config.publicUrl ? { site: config.publicUrl } : {}),
    vitals: vitals(),
    figures: () => healthFigures(house.database, clock()),
    ...(config.metricsToken ? { metricsToken: config.metricsToken } : {}),
    ...(config.securityContact ? { securityContact: config.securityContact } : {}),
  })
  registerFileRoutes(app, {
    uploads,
    whoCalls,
    clock,
    may: (actor) => mayImport(actor) || maySendTargets(actor),
  })
  return { app, uploads }
}

export async function startServer(
  house: House,
  config: Config,
  clock: () => Date = () => new Date(),
): Promise<RunningServer> {
  await house.live.start()
  const { app, uploads } = await webServer(house, config, clock)
  const stopImports = await startImportRunner(house.database, {
    uploads,
    keys: house.keys,
    clock,
    ended: () => house.live.tell({ action: 'imports.run' satisfies keyof typeof importOperations }),
  })
  const stopRosters = await startRosterSearcher(house.database, {
    clock,
    changed: (store) =>
      house.live.tell({ action: 'rosters.improve' satisfies keyof typeof rosterOperations, store }),
  })
  const address = await app.listen({ port: config.port, host: config.host })
  const jobs = await startHousekeeping(house.database, clock, {
    anchors: resolve(config.dataFolder, 'audit-anchors.txt'),
    backups: resolve(config.dataFolder, 'backups'),
  })
  const stopBackups =
    house.database.engine === 'pglite' ? takeBackupsWanted(house.database, config.dataFolder) : undefined
  return {
    app,
    address,
    async stop() {
      await app.close()
      await stopBackups?.()
      await stopRosters()
      await stopImports()
      await jobs.stop()
    },
  }
}
