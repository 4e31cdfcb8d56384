import { AsyncLocalStorage } from 'node:async_hooks'

const current = new AsyncLocalStorage<number>()

/**
 * Lets the statements of `work` take up to `limit` milliseconds each, where a request's would be stopped much
 * sooner: for backups and verification, which read everything.
 */
export const patiently = <T>(limit: number, work: () => Promise<T>): Promise<T> => current.run(limit, work)

/** The limit in force here, if it is not the ordinary one. Milliseconds. */
export const patience = (): number | undefined => current.getStore()

export const hours = (n: number): number => n * 3_600_000
