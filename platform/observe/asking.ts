import { AsyncLocalStorage } from 'node:async_hooks'

/** What is being worked on, for whoever wants to say on whose behalf he was slow. */
export interface Asking {
  /** The operation's name. */
  readonly name: string
  /** Of the request, as it is answered in the header x-request-id. */
  readonly id: string
  statements: number
  /** Milliseconds that were waited for the database. */
  databaseMs: number
}

const underWay = new AsyncLocalStorage<Asking>()
export const whileAsking = <T>(asking: Asking, work: () => T): T => underWay.run(asking, work)
export const asked = (): Asking | undefined => underWay.getStore()
