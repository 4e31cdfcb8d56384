import { newId } from '../../platform/kinds/id.ts'
import { eventPeriod } from './catalogue/codes.ts'
import type { DutyHouse } from './house-for-tests.ts'
import { area, type Story, store } from './story-for-tests.ts'

const shop = 2
const finding = newId()

/** A quick visit at which everything is in order, or one thing is not. */
async function visit(
  h: DutyHouse,
  at: string,
  by: (typeof h.chain)['director'],
  n: number,
  found?: { id: string; due: string },
): Promise<void> {
  const { id, manager } = store(h, n)
  const on = { store: id, kind: 'quick' }
  const form = await h.sees<{ edition: string; items: { code: string }[] }>(by, at, 'visits.form', on)
  const [wrong] = form.items
  await h.does(by, at, 'visits.submit', {
    ...on,
    id: newId(),
    edition: form.edition,
    seconds: 600,
    scores: form.items.map(({ code }) => ({ code, points: found && code === wrong!.code ? 0 : 2 })),
    findings: found ? [{ ...found, code: wrong!.code, wrong: '橱窗灯坏了两盏', person: manager.id }] : [],
  })
}

/** What a visit found is seen to be mended; the director inspects. */
export const visitStories: readonly Story[] = [
  {
    duty: 'AM-2.6',
    period: eventPeriod(finding),
    holder: (h) => area(h).manager,
    superior: (h) => h.chain.director,
    seat: (h) => area(h).id,
    raise: (h, at) => visit(h, at, area(h).manager, shop, { id: finding, due: '2026-11-27' }),
    open: '2026-11-26T10:00',
    overdue: '2026-11-29T22:10',
    async act(h, at) {
      const on = { store: store(h, shop).id, id: finding }
      await h.does(store(h, shop).manager, at, 'visits.mend', { ...on, words: '灯泡换好了' })
      await h.does(area(h).manager, at, 'visits.verify', on)
    },
    back: (h, at) =>
      h.does(h.chain.director, at, 'visits.sendBack', {
        store: store(h, shop).id,
        id: finding,
        words: '左边一盏还是不亮',
      }),
  },
  {
    duty: 'OD-4.2',
    period: '2026-11',
    holder: (h) => h.chain.director,
    superior: (h) => h.chain.generalManager,
    seat: () => '00000000-0000-0000-0000-000000000000',
    open: '2026-11-25T10:00',
    overdue: '2026-11-30T18:10',
    act: (h, at) => visit(h, at, h.chain.director, 0),
    back: { never: 'who was in a store was there; what he found is mended at the finding itself' },
  },
]
