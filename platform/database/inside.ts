import { AsyncLocalStorage } from 'node:async_hooks'

interface Open {
  readonly database: object
  open: boolean
}
const current = new AsyncLocalStorage<Open>()

/** Runs a transaction's work so that `refuseInside` can tell when it reaches for the database again. */
export async function inside<T>(database: object, work: () => Promise<T>): Promise<T> {
  const here: Open = { database, open: true }
  try {
    return await current.run(here, work)
  } finally {
    here.open = false
  }
}

/**
 * Within a transaction, only the `db` it was handed may be used. Reaching for the database itself would
 * wait for ever on the one connection of the embedded engine, and be outside the transaction on the other.
 */
export function refuseInside(database: object): void {
  const here = current.getStore()
  if (here?.open && here.database === database) {
    throw new Error('inside a transaction, use the db that was handed to it, not the database')
  }
}
