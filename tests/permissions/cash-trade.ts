import { newId } from '../../platform/kinds/id.ts'
import { type StoreSeed, yesterday } from './chain.ts'
import type { Work } from './trade.ts'

/** A store's till on yesterday: its float, and a count with cash over that nobody has explained yet. */
export async function countTill(
  work: Work,
  store: StoreSeed,
  i: number,
  card: number,
  at: (time: string) => Date,
): Promise<{ count: string; moved: number }> {
  const float = 41_000 + i * 700
  const set = { id: newId(), store: store.id, float, from: 'company', words: `${store.code}备用金` }
  await work.do(store.manager, 'cash.float', set, at('09:10'))
  const pieces = [
    { value: 10_000, pieces: 61 + i },
    { value: 100, pieces: 33 + i },
  ]
  const count = newId()
  await work.do(
    store.manager,
    'cash.count',
    {
      id: count,
      store: store.id,
      day: yesterday,
      basedOn: 0,
      pieces,
      tenders: [{ tender: 'card', amount: card }],
    },
    at('22:03'),
  )
  return { count, moved: pieces.reduce((sum, p) => sum + p.value * p.pieces, 0) - float }
}
