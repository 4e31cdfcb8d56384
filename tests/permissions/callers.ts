import type { Db } from '../../platform/database/database.ts'
import { newId } from '../../platform/kinds/id.ts'
import {
  type AreaKey,
  type Chain,
  headquarters,
  type PersonSeed,
  type Seat,
  type StoreKey,
  seedToken,
  tokenOf,
} from './chain.ts'

/** Somebody who asks, with what is true of him; `absent`: nobody at all, as far as the house knows. */
export interface Caller {
  readonly label: string
  readonly headers: Readonly<Record<string, string>>
  readonly absent?: boolean
  readonly person?: PersonSeed
  /** What he holds today, his own and what he stands in for. */
  readonly seats: readonly Seat[]
  /** A till's token may be bound to one store. */
  readonly bound?: StoreKey
  readonly token?: boolean
}

const withSession = (token: string) => ({ cookie: `jingwei=${token}` })
const withToken = (token: string) => ({ authorization: `Bearer ${token}` })
const signedIn = (label: string, person: PersonSeed, extra: readonly Seat[] = []): Caller => ({
  label,
  person,
  headers: withSession(tokenOf(person.id)),
  seats: [...person.seats, ...extra],
})

/** Everybody whose reach is tried. Also writes what only they need: tokens, and a session that has run out. */
export async function seedCallers(db: Db, chain: Chain): Promise<Caller[]> {
  const { stores, areas, posts, others } = chain
  const standIn: Seat = stores.A1.manager.seats[0]!
  const till = async (
    label: string,
    person: PersonSeed,
    store: StoreKey | null,
    revoked = false,
  ): Promise<Caller> => {
    const at = store === null ? null : stores[store].id
    await seedToken(db, { id: newId(), label, person, store: at, by: posts.administrator.id, revoked })
    const live = !revoked && person !== others.gone
    return {
      label: `token: ${label}`,
      headers: withToken(tokenOf(label)),
      token: true,
      ...(live
        ? { person, seats: person.seats.filter((s) => store === null || s.store === store) }
        : { absent: true, seats: [] }),
      ...(store && { bound: store }),
    }
  }
  await db.query("update session set expires_at = '2026-11-20T00:00:00Z' where person_id = $1", [
    stores.A9.associates[0].id,
  ])
  return [
    { label: 'signed out', headers: {}, absent: true, seats: [] },
    {
      label: 'session that ran out',
      headers: withSession(tokenOf(stores.A9.associates[0].id)),
      absent: true,
      seats: [],
    },
    {
      label: 'session of somebody dismissed',
      headers: withSession(tokenOf(others.gone.id)),
      absent: true,
      seats: [],
    },
    {
      label: 'made-up session',
      headers: withSession('made-up-session-made-up-session'),
      absent: true,
      seats: [],
    },
    ...headquarters.map((post) => signedIn(post, posts[post])),
    signedIn('area manager of A', areas.A.manager),
    signedIn('area manager of B', areas.B.manager),
    ...(['A1', 'A2', 'B1', 'M1'] as const).flatMap((key) => [
      signedIn(`manager of ${key}`, stores[key].manager),
      signedIn(`associate of ${key}`, stores[key].associates[0]),
    ]),
    signedIn('associate of A2 who stands in for the manager of A1', stores.A2.associates[1], [standIn]),
    signedIn('associate of B1 who stood in for the manager of A1', stores.B1.associates[1]),
    signedIn('associate of B1 who managed A1 and area A before', others.transferred),
    signedIn('somebody who begins next week', others.starting),
    signedIn('somebody without a post', others.spare),
    signedIn('manager of the store that closed', stores.A9.manager),
    await till('till of A1', stores.A1.associates[0], 'A1'),
    await till('administrator at the till of A1', posts.administrator, 'A1'),
    await till('area manager, any store', areas.A.manager, null),
    await till('till of A1 whose person moved to B1', others.transferred, 'A1'),
    await till('revoked till', stores.A1.associates[0], 'A1', true),
    await till('till of somebody dismissed', others.gone, 'A1'),
  ]
}

/** Stores and areas that a caller's seats reach at most; undefined for headquarters, who reach all. */
export function reachOf(caller: Caller, chain: Chain): ReadonlySet<StoreKey | AreaKey> | undefined {
  if (caller.bound) return new Set([caller.bound])
  if (caller.seats.some((s) => !s.store && !s.area)) return undefined
  const ofArea = (area: AreaKey): (StoreKey | AreaKey)[] => [
    area,
    ...chain.areas[area].stores.map((s) => s.key),
  ]
  return new Set(caller.seats.flatMap((s) => (s.area ? ofArea(s.area) : s.store ? [s.store] : [])))
}
