import type { Database } from '../../../platform/database/database.ts'
import { addDays, type Day, daysOf, daysThrough, type Month } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { cents } from '../../../platform/kinds/money.ts'
import { recordTicket, recordTraffic } from '../tickets/record-tables.ts'
import type { Tender } from '../tickets/shape.ts'

export interface TestStore {
  readonly id: string
  readonly code: string
  readonly area: string
  readonly manager: string
  readonly associates: readonly [string, string]
}
export interface TestChain {
  readonly areas: readonly [string, string]
  /** Two in the first area, two in the second; the last has neither targets nor traffic and opened this year. */
  readonly stores: readonly [TestStore, TestStore, TestStore, TestStore]
  readonly director: string
  readonly finance: string
  readonly areaManagers: readonly [string, string]
}

export const today = '2026-11-23' as Day
/** Half past three in the afternoon of a Monday in Shanghai. */
export const now = new Date('2026-11-23T15:30:00+08:00')

/** A small chain that has traded for seven weeks and in November a year ago, two or three tickets a day. */
export async function makeChain(db: Database): Promise<TestChain> {
  await db.query("insert into company (name) values ('Qinghe')")
  let count = 0
  const person = async (position: string, place: { store?: string; area?: string } = {}): Promise<string> => {
    const id = newId()
    await db.query(
      "insert into person (id, job_number, name, search, pinyin, hired_on) values ($1, $2, $3, '', $2, '2024-01-01')",
      [id, `P${++count}`, `员工${count}`],
    )
    await db.query(
      "insert into appointment (id, person_id, position, store_id, area_id, from_day) values ($1, $2, $3, $4, $5, '2024-01-01')",
      [newId(), id, position, place.store ?? null, place.area ?? null],
    )
    return id
  }
  const area = async (code: string): Promise<string> => {
    const id = newId()
    await db.query(
      "insert into area (id, code, name, search, pinyin, opened_on) values ($1, $2, $2, '', $2, '2020-01-01')",
      [id, code],
    )
    return id
  }
  const store = async (code: string, of: string, openedOn: string): Promise<TestStore> => {
    const id = newId()
    await db.query(
      `insert into store (id, code, name, search, pinyin, kind, time_zone, opened_on)
       values ($1, $2, $2, '', $2, 'street', 'Asia/Shanghai', $3)`,
      [id, code, openedOn],
    )
    await db.query('insert into store_area (store_id, from_day, area_id) values ($1, $2, $3)', [
      id,
      openedOn,
      of,
    ])
    await db.query(
      'insert into store_selling_area (store_id, from_day, square_centimetres) values ($1, $2, 1200000)',
      [id, openedOn],
    )
    return {
      id,
      code,
      area: of,
      manager: await person('storeManager', { store: id }),
      associates: [
        await person('salesAssociate', { store: id }),
        await person('salesAssociate', { store: id }),
      ],
    }
  }
  const areas = [await area('东区'), await area('南区')] as const
  const stores = [
    await store('E01', areas[0], '2024-01-01'),
    await store('E02', areas[0], '2024-01-01'),
    await store('S01', areas[1], '2024-01-01'),
    await store('S02', areas[1], '2026-08-01'),
  ] as const
  const chain: TestChain = {
    areas,
    stores,
    director: await person('operationsDirector'),
    finance: await person('finance'),
    areaManagers: [
      await person('areaManager', { area: areas[0] }),
      await person('areaManager', { area: areas[1] }),
    ],
  }
  await db.transaction(async (inside) => {
    const trade = { ...db, query: inside.query.bind(inside) }
    for (const [s, one] of stores.entries()) {
      const days = [
        ...(s === 3 ? [] : daysThrough('2025-11-01' as Day, '2025-11-24' as Day)),
        ...daysThrough('2026-10-05' as Day, addDays(today, -1)),
      ]
      for (const [i, day] of days.entries()) await tradeDay(trade, one, day, i + s * 3, s !== 3, 22)
      await tradeDay(trade, one, today, s, s !== 3, 15)
    }
  })
  for (const one of stores.slice(0, 3)) await setTargets(db, one, '2026-11' as Month)
  return chain
}

/** Tickets at 11, 16 and 20 o'clock as far as the day has come, and the people who came in until then. */
async function tradeDay(
  db: Database,
  store: TestStore,
  day: Day,
  i: number,
  isCounted: boolean,
  untilHour: number,
): Promise<void> {
  for (const [k, hour] of [11, 16, 20].entries()) {
    if (hour > untilHour || (hour === 20 && i % 3 === 0)) continue
    await sell(db, store, day, hour, {
      net: 90_000 + ((i * 7_919 + k * 104_729) % 160_000),
      units: 1 + ((i + k) % 3),
      by: (i + k) % 2,
    })
  }
  if (!isCounted) return
  for (const hour of [11, 16, 20]) {
    if (hour > untilHour) continue
    await recordTraffic(
      db,
      {
        id: newId(),
        store: store.id,
        day,
        hour,
        traffic: 8 + ((i * 5 + hour) % 9),
        tryOns: 3,
        by: store.manager,
        source: 'counter',
      },
      now,
    )
  }
}

export interface Sold {
  readonly net: number
  readonly units: number
  /** Which of the two associates. */
  readonly by: number
  /** By card, where nothing else is said. */
  readonly tender?: Tender
}
export async function sell(
  db: Pick<Database, 'query'>,
  store: TestStore,
  day: Day,
  hour: number,
  { net, units, by, tender = 'card' }: Sold,
) {
  const at = `${String(hour).padStart(2, '0')}:10`
  return recordTicket(
    db,
    {
      store: store.id,
      id: newId(),
      day,
      soldAt: new Date(`${day}T${at}:00+08:00`),
      hour,
      numbered: `${store.code}-${day}-`,
      kind: 'sale',
      net: cents(net),
      tagValue: cents(net * 2),
      taggedNet: cents(net),
      units,
      returned: cents(0),
      saleTickets: 1,
      customer: null,
      madeBy: store.associates[by]!,
      source: 'phone',
      externalKey: null,
      reverses: null,
      reason: null,
      note: null,
      lines: [
        {
          line: 1,
          sku: null,
          style: `K${units}`,
          name: '大衣',
          color: '驼',
          size: 'M',
          code: null,
          quantity: units,
          tagPrice: cents(Math.floor((net * 2) / units)),
          net: cents(net),
          reason: null,
          returnsTicket: null,
          returnsLine: null,
        },
      ],
      credits: [{ person: store.associates[by]!, shareMillionths: 1_000_000, net: cents(net) }],
      tenders: [{ tender, amount: cents(net) }],
      seen: null,
    },
    now,
  )
}

/** A month of targets: weekends half as heavy again; each associate has half of the day. */
export async function setTargets(db: Database, store: TestStore, month: Month): Promise<void> {
  let through = 0
  const days = daysOf(month)
  const amounts = days.map((_, i) => ([0, 6].includes(i % 7) ? 600_000 : 400_000))
  const total = amounts.reduce((a, b) => a + b, 0)
  for (const [i, day] of days.entries()) {
    through += amounts[i]!
    await db.query(
      'insert into store_day_target (store_id, day, amount, month_to_date, month_total) values ($1, $2, $3, $4, $5)',
      [store.id, day, amounts[i], through, total],
    )
    for (const associate of store.associates) {
      await db.query(
        'insert into person_day_target (store_id, day, person_id, amount, month_to_date, month_total) values ($1, $2, $3, $4, $5, $6)',
        [store.id, day, associate, amounts[i]! / 2, through / 2, total / 2],
      )
    }
  }
}
