import { afterAll, beforeAll, expect, test } from 'vitest'
import { liveDuties } from './catalogue/catalogue.ts'
import { type DutyHouse, dutyHouse } from './house-for-tests.ts'
import { approveTheYear, stories } from './stories-for-tests.ts'
import type { Story } from './story-for-tests.ts'

let h: DutyHouse
const at = (wall: string, minutes = 0): string =>
  new Date(new Date(`${wall}:00+08:00`).getTime() + minutes * 60_000).toISOString()

beforeAll(async () => {
  h = await dutyHouse()
  await h.begin('2026-11-23')
  for (const { id, associates } of h.chain.stores.slice(2, 4))
    for (const day of ['2026-11-23', '2026-11-24'])
      await h.db.query(
        'insert into person_day_target (store_id, day, person_id, amount, month_to_date, month_total) values ($1, $2, $3, 100000, 100000, 100000)',
        [id, day, associates[0]!.id],
      )
  await h.keep(at('2026-11-23T09:00'))
})
afterAll(() => h.db.close())

test('every live clause has its story here, and only they', () => {
  expect(stories.map((s) => s.duty).sort()).toEqual(liveDuties.map((d) => d.id).sort())
})

const periodOf = ({ period }: Story): string => (typeof period === 'string' ? period : period())

async function states(story: Story, when: string): Promise<string | undefined> {
  const holder = story.holder(h)
  const today = await h.today(holder, when)
  for (const section of ['now', 'next', 'later', 'done', 'missed', 'excused'] as const)
    for (const item of today[section])
      if (item.duty === story.duty && item.period === periodOf(story) && item.seat === story.seat(h))
        return `${item.proof ? 'done' : 'owed'} ${item.state}`
  return undefined
}

/** Whether it stands among what is wrong at the seat when the superior looks; the seat itself is red on his Today. */
async function redAtSuperior(story: Story, when: string): Promise<boolean> {
  const superior = story.superior(h)
  const seat = story.seat(h)
  const { items } = await h.sees<{ items: { duty: string; period: string; state: string }[] }>(
    superior,
    when,
    'duties.ofSeat',
    { seat },
  )
  const isRed = items.some(
    (i) => i.duty === story.duty && i.period === periodOf(story) && i.state === 'overdue',
  )
  const { below } = await h.today(superior, when)
  const shown = below!.seats.some((s) => s.seat === seat && s.duties.some((d) => d.duty === story.duty))
  if (isRed) expect(shown).toBe(!story.isResult)
  return isRed
}

for (const story of stories)
  test(`${story.duty}: due, overdue at the superior, done by the act itself${
    typeof story.back === 'function' ? ', taken back, due again' : ''
  }`, async () => {
    await h.keep(at(story.open))
    await story.raise?.(h, at(story.open))
    expect(await states(story, at(story.open))).toBe('owed open')
    await h.keep(at(story.overdue))
    expect(await states(story, at(story.overdue))).toBe('owed overdue')
    expect(await redAtSuperior(story, at(story.overdue))).toBe(true)
    await story.act(h, at(story.overdue, 5))
    expect(await states(story, at(story.overdue, 6))).toBe('done late')
    expect(await redAtSuperior(story, at(story.overdue, 6))).toBe(false)
    if (typeof story.back === 'function') {
      await story.back(h, at(story.overdue, 10))
      expect(await states(story, at(story.overdue, 11))).toBe('owed overdue')
      expect(await redAtSuperior(story, at(story.overdue, 11))).toBe(true)
      await story.act(h, at(story.overdue, 15))
      expect(await states(story, at(story.overdue, 16))).toBe('done late')
    } else expect(story.back.never.length).toBeGreaterThan(10)
    if (story.duty === 'OD-3.1') await approveTheYear(h, at(story.overdue, 20))
    expect(await h.broken()).toEqual([])
  })
