import type { Db } from '../database/database.ts'
import type { PhotoStore } from './store.ts'
import { forgetUnkept, hashesAfter, hashesKnown } from './tables.ts'

/** A photograph that no record took goes after so many days; bytes without any, after one. */
const unkeptFor = 7 * 86_400_000
const strayFor = 86_400_000
const batch = 500

/** What nothing shows any more. Bytes written a moment ago belong to an act that is not done yet. */
export async function sweepPhotos(db: Db, store: PhotoStore, now: Date): Promise<{ removed: number }> {
  await forgetUnkept(db, new Date(now.getTime() - unkeptFor))
  let removed = 0
  const before = new Date(now.getTime() - strayFor)
  for await (const some of store.each()) {
    const old = some.filter((file) => file.changedAt < before)
    if (old.length === 0) continue
    const known = new Set(
      (
        await hashesKnown(
          db,
          old.map((file) => file.hash),
        )
      ).map((k) => k.hash),
    )
    for (const { hash } of old) if (!known.has(hash) && (await store.remove(hash, before))) removed++
  }
  return { removed }
}

/** The folder beside a backup that holds the photographs it names; several backups of one folder share it. */
export const besideBackup = (file: string): string => `${file.replace(/[^/\\]*$/, '')}photos`

/** What is gone from the store for so many days goes from beside its backups: the oldest of them is younger. */
export async function forgetCarried(store: PhotoStore, beside: PhotoStore, days: number): Promise<void> {
  const before = new Date(Date.now() - (days + 1) * 86_400_000)
  // A file that two folders share changes when one of them lets it go.
  for await (const some of beside.each())
    for (const { hash, changedAt } of some)
      if (changedAt < before && !(await store.has(hash))) await beside.remove(hash, before)
}

/** Every photograph that the database names, from one store into another. Throws where one is missing or damaged. */
export async function carryPhotos(db: Db, from: PhotoStore, to: PhotoStore): Promise<{ photos: number }> {
  let photos = 0
  for (let after = ''; ; ) {
    const some = await hashesAfter(db, after, batch)
    for (const { hash } of some) {
      await from.layInto(to, hash)
      await to.read(hash)
      photos++
    }
    const last = some.at(-1)
    if (!last) return { photos }
    after = last.hash
  }
}
