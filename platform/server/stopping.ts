import type { FastifyInstance } from 'fastify'

/** Milliseconds between two looks at the connections while the server stops. */
const sweepEvery = 50
/** Milliseconds that an answer under way is given. */
const patience = 10_000

/**
 * A server told to stop answers what it has begun and is gone. Node leaves a connection open that becomes idle only
 * after the order to close, until its keep-alive has run out, a minute and more: a restart would have to wait for it.
 */
export function stopAtOnce(app: FastifyInstance): void {
  app.addHook('preClose', async () => {
    const sweep = setInterval(() => app.server.closeIdleConnections(), sweepEvery)
    const end = setTimeout(() => app.server.closeAllConnections(), patience)
    app.server.once('close', () => {
      clearInterval(sweep)
      clearTimeout(end)
    })
  })
}
