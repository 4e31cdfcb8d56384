import type { Database } from '../platform/database/database.ts'
import { addMonths, type Day, monthOf } from '../platform/kinds/day.ts'
import { newId } from '../platform/kinds/id.ts'
import type { Acts } from './acts.ts'
import type { Chain } from './chain.ts'
import { instant } from './moments.ts'
import { hashOf, Random } from './random.ts'
import { type Bulk, insertAll } from './write.ts'

interface DemoPunch {
  readonly store: string
  readonly id: string
  readonly person: string
  readonly day: Day
  readonly kind: 'in' | 'out'
  readonly at: Date
  readonly device: string | null
}
const punchRows: Bulk<DemoPunch> = {
  table: 'attendance_punch',
  columns: [
    ['store_id', 'uuid', (p) => p.store],
    ['id', 'uuid', (p) => p.id],
    ['person_id', 'uuid', (p) => p.person],
    ['day', 'date', (p) => p.day],
    ['kind', 'text', (p) => p.kind],
    ['at', 'timestamptz', (p) => p.at.toISOString()],
    ['phone_at', 'timestamptz', (p) => p.at.toISOString()],
    ['device_id', 'uuid', (p) => p.device],
  ],
}
interface DemoException {
  readonly store: string
  readonly person: string
  readonly day: Day
  readonly words: string
  readonly by: string | null
  readonly accepted: boolean | null
}
const exceptionRows: Bulk<DemoException> = {
  table: 'attendance_exception',
  columns: [
    ['store_id', 'uuid', (e) => e.store],
    ['person_id', 'uuid', (e) => e.person],
    ['day', 'date', (e) => e.day],
    ['words', 'text', (e) => e.words],
    ['at', 'timestamptz', (e) => instant(e.day, 20 * 60).toISOString()],
    ['decided_by', 'uuid', (e) => e.by],
    ['decided_at', 'timestamptz', (e) => (e.by ? instant(e.day, 21 * 60).toISOString() : null)],
    ['accepted', 'bool', (e) => e.accepted],
    ['decided_words', 'text', (e) => (e.accepted === false ? '没有提前说' : null)],
  ],
}
const reasons = ['地铁停运', '送孩子上学', '手机没电，忘了打卡', '去总部拿样衣', '路上堵车']
/** Days of which something still waits for the store manager. */
const openDays = 3

/** Clock-ins of the last weeks beside the rosters; most in time, some late, a few forgotten. Last month is locked in one area. */
export async function makeAttendance(
  database: Database,
  acts: Acts,
  chain: Chain,
  { today, now }: { today: Day; now: Date },
  progress: (text: string) => void,
): Promise<void> {
  const cells = await database.query<{ store: string; person: string; day: Day; from: number; to: number }>(
    `select store_id as store, person_id as person, day, from_minute as "from", to_minute as "to" from roster_works
     where day <= $1 order by store_id, day, person_id`,
    [today],
  )
  const random = new Random(`attendance:${today}`)
  const devices = new Map(
    (
      await database.query<{ id: string; store: string }>(
        'select id, store_id as store from device where store_id is not null and revoked_at is null',
      )
    ).map((d) => [d.store, d.id]),
  )
  const managers = new Map(chain.stores.map((s) => [s.id, acts.holder('storeManager', { store: s.id })]))
  const above = new Map(chain.stores.map((s) => [s.id, acts.holder('areaManager', { area: s.areaId })]))
  const punches: DemoPunch[] = []
  const exceptions: DemoException[] = []
  const isRecent = (day: Day): boolean => Date.parse(today) - Date.parse(day) <= openDays * 86_400_000
  for (const { store, person, day, from, to } of cells) {
    const isLate = random.chance(0.04)
    const isMissing = random.chance(0.006)
    const forgets = random.chance(0.012)
    const usesOwn = hashOf(`${person} ${day}`) % 4 === 0
    const came = from + (isLate ? random.whole(7, 34) : random.whole(-14, 4))
    const left = to + random.whole(0, 16)
    const press = (kind: 'in' | 'out', minutes: number) => {
      const at = instant(day, minutes)
      const device = usesOwn ? null : (devices.get(store) ?? null)
      if (at < now) punches.push({ store, id: random.id(at.getTime()), person, day, kind, at, device })
    }
    if (!isMissing) {
      press('in', came)
      if (!forgets) press('out', left)
    }
    if (!(isLate || isMissing || forgets) || day === today) continue
    const words = random.pick(reasons)
    const own = managers.get(store)!
    const by = person === own ? above.get(store)! : own
    if (!isRecent(day)) {
      const accepted = random.chance(0.7)
      exceptions.push({ store, person, day, words, by, accepted })
    } else if (random.chance(0.5)) exceptions.push({ store, person, day, words, by: null, accepted: null })
  }
  await database.transaction(async (db) => {
    await insertAll(db, punchRows, punches)
    await insertAll(db, exceptionRows, exceptions)
  })
  // One store takes clock-ins on its own tablet only.
  const strict = chain.stores.at(-1)!
  await acts.do(above.get(strict.id)!, now, 'attendance.setStorePlace', {
    id: newId(),
    store: strict.id,
    from: today,
    rule: 'enrolled',
  })
  const month = addMonths(monthOf(today), -1)
  const [first] = chain.areas
  let locked = 0
  for (const store of chain.stores.filter((s) => s.areaId === first!.id).slice(0, 4)) {
    const seen = await acts.see<{ open: number }>(managers.get(store.id)!, now, 'attendance.month', {
      store: store.id,
      month,
    })
    if (seen.open > 0) continue
    await acts.do(managers.get(store.id)!, now, 'attendance.confirmMonth', { store: store.id, month })
    await acts.do(above.get(store.id)!, now, 'attendance.lockMonth', { store: store.id, month })
    locked += 1
  }
  progress(`  打卡 clock-ins: ${punches.length}, 锁定 locked: ${locked}`)
}
