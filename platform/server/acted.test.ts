import { expect, test } from 'vitest'
import { actedAt, phoneSays, waitedTooLong } from './acted.ts'

const arrived = new Date('2026-11-27T08:00:00Z')
const minutes = (n: number): number => n * 60_000
const hours = (n: number): number => minutes(60 * n)
/** By a phone whose clock is `ahead`: done `ago` before it is sent. */
const says = (ago: number, ahead = 0) => ({
  acted: arrived.getTime() + ahead - ago,
  sent: arrived.getTime() + ahead,
  ahead,
})
const at = (acted: ReturnType<typeof actedAt>): string | undefined => acted?.at.toISOString()

test('what is sent at once is done when it arrives', () => {
  expect(actedAt(says(1_500), arrived)).toBeUndefined()
  expect(actedAt(says(minutes(1) - 1), arrived)).toBeUndefined()
})

test('what waited five hours was done five hours ago, also by a clock that is two days wrong', () => {
  for (const ahead of [0, hours(48), -hours(48)]) {
    const acted = actedAt(says(hours(5), ahead), arrived)
    expect(at(acted)).toBe('2026-11-27T03:00:00.000Z')
    expect(acted!.isDoubtful).toBe(false)
  }
})

test('a clock put forward or back while the act waited is said, and makes nothing earlier than the later reckoning', () => {
  const { acted } = says(hours(5))
  const forward = actedAt({ acted, sent: arrived.getTime() + hours(48), ahead: 0 }, arrived)
  expect(forward).toMatchObject({ isDoubtful: true })
  expect(at(forward)).toBe('2026-11-27T03:00:00.000Z')
  // Put back two hours before the act so that it looks in time, and right again before it is sent.
  const early = actedAt({ acted: acted - hours(2), sent: arrived.getTime(), ahead: 0 }, arrived)
  expect(at(early)).toBe('2026-11-27T01:00:00.000Z')
  const seen = actedAt({ acted: acted - hours(2), sent: arrived.getTime() - hours(2), ahead: 0 }, arrived)
  expect(seen).toMatchObject({ isDoubtful: true })
  expect(at(seen)).toBe('2026-11-27T03:00:00.000Z')
})

test('nothing was done after it arrived', () => {
  const future = actedAt({ acted: arrived.getTime() + hours(50), sent: arrived.getTime(), ahead: 0 }, arrived)
  expect(future).toMatchObject({ at: arrived, isDoubtful: true })
})

test('what waited longer than a week came too late', () => {
  expect(waitedTooLong(actedAt(says(hours(24 * 7)), arrived)!, arrived)).toBe(false)
  expect(waitedTooLong(actedAt(says(hours(24 * 7) + 1), arrived)!, arrived)).toBe(true)
  const ages = actedAt({ acted: -8.64e15, sent: 8.64e15, ahead: null }, arrived)!
  expect(waitedTooLong(ages, arrived)).toBe(true)
})

test('a header that is not of the form says nothing', () => {
  expect(phoneSays('acted=10;sent=20;ahead=-3')).toEqual({ acted: 10, sent: 20, ahead: -3 })
  expect(phoneSays('acted=10;sent=20')).toEqual({ acted: 10, sent: 20, ahead: null })
  for (const odd of [
    undefined,
    '',
    'acted=10',
    'acted=x;sent=20',
    'acted=1e3;sent=2',
    'acted=9999999999999999;sent=1',
  ])
    expect(phoneSays(odd)).toBeUndefined()
})
