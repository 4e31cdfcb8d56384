import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/kinds/id.ts'
import { type DutyHouse, dutyHouse } from './house-for-tests.ts'

let h: DutyHouse
const day = '2026-11-23'
const at = (time: string): string => `${day}T${time}:00+08:00`

beforeAll(async () => {
  h = await dutyHouse()
  await h.begin(day)
  const { id, associates } = h.chain.stores[0]!
  await h.db.query(
    'insert into person_day_target (store_id, day, person_id, amount, month_to_date, month_total) values ($1, $2, $3, 100000, 100000, 100000)',
    [id, day, associates[0]!.id],
  )
  await h.keep(at('09:00'))
})
afterAll(() => h.db.close())

test('one look at an associate’s report is a look at everything that it proves', async () => {
  const { id: store, manager, associates } = h.chain.stores[0]!
  const unread = async (time: string) =>
    (await h.today(manager, at(time))).below!.unread.map((u) => u.duty).sort()
  const report = newId()
  await h.does(associates[0]!, at('21:40'), 'ownReports.submit', {
    id: report,
    store,
    kind: 'day',
    day,
    practice: { what: 'ahead', step: '进门先问穿着场合' },
  })
  expect(await unread('21:45')).toEqual(['SA-1.4', 'SA-5'])
  // Looked at once a week it waits a week, late on the day after; then no pile of old days stands on the page.
  const waits = async (on: string) =>
    (await h.today(manager, `2026-${on}T12:00:00+08:00`)).below!.unread.find((u) => u.duty === 'SA-5')?.isLate
  expect([await waits('11-24'), await waits('11-30'), await waits('12-01'), await waits('12-02')]).toEqual([
    false,
    false,
    true,
    undefined,
  ])
  await h.does(manager, at('21:50'), 'ownReports.open', { store, id: report })
  await h.does(manager, at('21:51'), 'ownReports.confirm', { store, id: report })
  expect(await unread('21:55')).toEqual([])
  expect(await h.broken()).toEqual([])
})
