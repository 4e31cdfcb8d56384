import { expect } from 'vitest'
import { newId } from '../../platform/kinds/id.ts'
import type { CheckKind } from '../floor/checks/shape.ts'
import { itemOf, orderly, type SeenCard } from '../floor/checks/sheets-for-tests.ts'
import type { DutyHouse } from './house-for-tests.ts'
import { area, type Story, store } from './story-for-tests.ts'

const day = '2026-11-24'
const n = 3
const associate = (h: DutyHouse) => store(h, n).associates[0]!
const manager = (h: DutyHouse) => store(h, n).manager
const areaManager = (h: DutyHouse) => area(h, 1).manager
type By = (h: DutyHouse) => ReturnType<typeof associate>

/** The day's card as whoever keeps the floor sees it. */
async function cardOf(h: DutyHouse, who: By, at: string, kind: CheckKind): Promise<SeenCard> {
  const seen = await h.sees<{ cards: SeenCard[] }>(who(h), at, 'checks.today', { store: store(h, n).id, day })
  return seen.cards.find((c) => c.kind === kind)!
}
const own = (kind: CheckKind) => kind === 'display'

/** Everything looked at and one thing wrong; done anew where a sheet stands already. */
const handIn =
  (who: By, kind: CheckKind, round?: number) =>
  async (h: DutyHouse, at: string): Promise<void> => {
    const card = await cardOf(h, who, at, kind)
    const by = who(h).id
    const before = card.sheets.find((s) => (own(kind) ? s.by === by : s.round === (round ?? 0)))
    await h.does(who(h), at, 'checks.handIn', {
      id: newId(),
      store: store(h, n).id,
      day,
      kind,
      edition: card.edition,
      ...(own(kind) ? { zone: 'left' } : {}),
      ...(round === undefined ? {} : { round }),
      basedOn: before?.id ?? null,
      seconds: 95,
      answers: orderly(card, { [itemOf(card, 0)]: '有手印，已擦' }),
    })
  }
/** An associate counts the pieces twice, the store manager hands in the closing sheet; done once it is said why one is missing. */
async function close(h: DutyHouse, at: string): Promise<void> {
  const { id } = store(h, n)
  const [book] = await h.db.query('select 1 from stock_book where store_id = $1', [id])
  if (book) return handIn(manager, 'closing')(h, at)
  const [sku] = await h.db.query<{ id: string }>('select id from sku order by id limit 1')
  const lines = [{ sku: sku!.id, quantity: 3 }]
  await h.does(manager(h), at, 'stock.open', { id: newId(), store: id, day, lines })
  const seen = await h.sees<{ categories: { category: string }[] }>(associate(h), at, 'dailyCounts.ofDay', {
    store: id,
    day,
  })
  const categories = seen.categories.map((c) => c.category)
  const rows = categories.map((category) => ({ category, shelf: 2, back: 0, begunAt: at, at }))
  for (let i = 0; i < 2; i++)
    await h.does(associate(h), at, 'dailyCounts.count', { id: newId(), store: id, day, rows })
  await handIn(manager, 'closing')(h, at)
  const closing = (await h.instances('SM-4.4', id)).find((one) => one.period === `${day}#2`)
  expect(closing?.done).toBe(false)
  const why = { id: newId(), store: id, day, categories, reason: 'unscannedSale' }
  await h.does(associate(h), at, 'dailyCounts.explain', why)
}
/** The superior opens it and sends it back, with words. */
const sendBack =
  (by: By, kind: CheckKind, round = 0) =>
  async (h: DutyHouse, at: string): Promise<void> => {
    const card = await cardOf(h, by, at, kind)
    const id = card.sheets.find((s) => s.round === round)!.id
    const input = { store: store(h, n).id, id }
    await h.does(by(h), at, 'checks.open', input)
    await h.does(by(h), at, 'checks.sendBack', { ...input, words: '橱窗还有手印，再看一遍' })
  }

const ofStore = { holder: manager, superior: areaManager, seat: (h: DutyHouse) => store(h, n).id } as const
const ofAssociate = { holder: associate, superior: manager, seat: (h: DutyHouse) => store(h, n).id } as const
const morning = { open: '2026-11-24T09:30', overdue: '2026-11-24T10:20' } as const
const evening = { open: '2026-11-24T21:30', overdue: '2026-11-24T22:40' } as const

/** Before the doors open, in one store. */
export const morningSheetStories: readonly Story[] = [
  {
    duty: 'SM-2.8',
    period: day,
    ...ofStore,
    ...morning,
    act: handIn(manager, 'hygiene'),
    back: sendBack(areaManager, 'hygiene'),
  },
  {
    duty: 'SA-2.2',
    period: day,
    ...ofAssociate,
    ...morning,
    act: handIn(associate, 'display'),
    back: sendBack(manager, 'display'),
  },
  {
    duty: 'SA-2.1',
    period: `${day}#2`,
    ...ofAssociate,
    open: '2026-11-24T15:00',
    overdue: '2026-11-24T16:10',
    act: handIn(associate, 'fitting', 15),
    back: sendBack(manager, 'fitting', 15),
  },
]
/** After the doors have closed. */
export const eveningSheetStories: readonly Story[] = [
  {
    duty: 'SM-4.4',
    period: `${day}#2`,
    ...ofStore,
    ...evening,
    act: close,
    back: sendBack(areaManager, 'closing'),
  },
  {
    duty: 'SM-1.6',
    period: day,
    ...ofStore,
    ...evening,
    act: handIn(manager, 'safety'),
    back: sendBack(areaManager, 'safety'),
  },
]
