import { newId } from '../../platform/kinds/id.ts'
import type { DutyHouse } from './house-for-tests.ts'
import { area, type Story, sentBack, store } from './story-for-tests.ts'

const month = '2026-11'
const shop = 4
const [take, zone] = [newId(), newId()]
const associate = (h: DutyHouse) => store(h, shop).associates[0]!

interface Planned {
  readonly takes: readonly { readonly id: string; readonly state: string }[]
}
/** The store manager has planned a stocktake, in a store whose stock book holds nothing yet. */
async function planned(h: DutyHouse, at: string): Promise<void> {
  const { id, manager } = store(h, shop)
  const { takes } = await h.sees<Planned>(manager, at, 'takes.ofStore', { store: id })
  if (takes.length > 0) return
  const [sku] = await h.db.query<{ id: string }>('select id from sku order by id limit 1')
  const lines = [{ sku: sku?.id ?? (await aPiece(h)), quantity: 0 }]
  await h.does(manager, at, 'stock.open', { id: newId(), store: id, lines })
  const zones = [{ id: zone, name: '后仓' }]
  await h.does(manager, at, 'takes.plan', { id: take, store: id, month, zones })
}
async function aPiece(h: DutyHouse): Promise<string> {
  const [style, sku] = [newId(), newId()]
  await h.db.query(
    "insert into style (id, code, name, search, category, season, launched_on) values ($1, 'T-1', '大衣', '', '大衣', '26D', '2026-09-01')",
    [style],
  )
  await h.db.query(
    "insert into sku (id, style_id, color, size, size_order, barcode) values ($1, $2, '燕麦', 'M', 1, '69700001')",
    [sku, style],
  )
  return sku
}
/** Every associate of the store counts a piece and hands her sheet in. */
async function handIn(h: DutyHouse, at: string): Promise<void> {
  await planned(h, at)
  const on = { store: store(h, shop).id, take, zone }
  const [sku] = await h.db.query<{ id: string }>('select id from sku order by id limit 1')
  for (const associate of store(h, shop).associates) {
    const entries = [{ id: newId(), sku: sku!.id, pieces: 1, at }]
    await h.does(associate, at, 'takes.count', { ...on, entries })
    await h.does(associate, at, 'takes.handIn', on)
  }
}

/** Closed, counted again, explained, handed up, approved; then the month is analysed. */
async function analyse(h: DutyHouse, at: string): Promise<void> {
  const { id, manager } = store(h, shop)
  const { manager: head, id: seat } = area(h, 1)
  const on = { store: id, take }
  const seen = await h.sees<{ take: { state: string }; lines: { sku: string }[] }>(
    manager,
    at,
    'takes.result',
    on,
  )
  if (seen.take.state === 'counting') {
    await h.does(manager, at, 'takes.close', on)
    const { lines } = await h.sees<typeof seen>(manager, at, 'takes.result', on)
    for (const { sku } of lines)
      await h.does(manager, at, 'takes.recount', { ...on, id: newId(), sku, counted: 1 })
    await h.does(manager, at, 'takes.explain', { ...on, skus: lines.map((l) => l.sku), cause: 'receiving' })
    await h.does(manager, at, 'takes.submit', on)
    await h.does(head, at, 'takes.decide', { ...on, approve: true })
  }
  const { analysis } = await h.sees<{ analysis: { version: number } | null }>(head, at, 'takes.analysis', {
    area: seat,
    month,
  })
  const basedOn = analysis?.version ?? 0
  const words = '一件收货漏点，收货时两人复核'
  await h.does(head, at, 'takes.analyse', { id: newId(), area: seat, month, basedOn, words })
}

/** November's stocktake: the associate's sheet, and what the area manager makes of it. */
export const takesStories: readonly Story[] = [
  {
    duty: 'SA-4',
    period: month,
    holder: associate,
    superior: (h) => store(h, shop).manager,
    seat: (h) => store(h, shop).id,
    open: '2026-12-02T10:00',
    overdue: '2026-12-02T18:10',
    act: handIn,
    back: (h, at) => sentBack(h, at, store(h, shop).manager, 'SA-4', month, store(h, shop).id),
  },
  {
    duty: 'AM-2.3',
    period: month,
    holder: (h) => area(h, 1).manager,
    superior: (h) => h.chain.director,
    seat: (h) => area(h, 1).id,
    open: '2026-12-08T10:00',
    overdue: '2026-12-08T18:10',
    act: analyse,
    back: (h, at) => sentBack(h, at, h.chain.director, 'AM-2.3', month, area(h, 1).id),
  },
]
