import { insertDevice } from '../business/organization/access/device-tables.ts'
import { hashOf, newToken } from '../business/organization/access/session-tables.ts'
import { hashSecret } from '../platform/access/hashing.ts'
import type { Database } from '../platform/database/database.ts'
import { newId } from '../platform/kinds/id.ts'
import type { Chain } from './chain.ts'
import { type Bulk, insertAll } from './write.ts'

/** Of everybody in a demo store who has one. */
export const demoPin = '7392'

/** A tablet at the till of every store; its people have a PIN, all but the newest. */
export async function makeDevices(database: Database, chain: Chain, now: Date): Promise<void> {
  const hash = await hashSecret(demoPin)
  const enrolled = new Date(now.getTime() - 100 * 86_400_000)
  const pins: Bulk<string> = {
    table: 'pin',
    columns: [
      ['person_id', 'uuid', (person) => person],
      ['pin_hash', 'text', () => hash],
      ['changed_at', 'timestamptz', () => enrolled.toISOString()],
    ],
  }
  await database.transaction(async (db) => {
    for (const store of chain.stores) {
      const seats = chain.appointments.filter((a) => a.store === store.id && a.to === null)
      const manager = seats.find((a) => a.position === 'storeManager')
      if (!manager) continue
      const device = { id: newId(), tokenHash: hashOf(newToken()), store: store.id, name: '收银台平板' }
      await insertDevice(db, { ...device, by: manager.person }, enrolled)
      await db.query('update device set seen_at = $2 where id = $1', [
        device.id,
        new Date(now.getTime() - 3_600_000).toISOString(),
      ])
      await insertAll(db, pins, [...new Set(seats.map((a) => a.person))].slice(0, -1))
    }
  })
}
