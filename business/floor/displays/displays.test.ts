import { afterAll, beforeAll, expect, test } from 'vitest'
import { verify } from '../../../platform/database/verify.ts'
import { companyWide, newId } from '../../../platform/kinds/id.ts'
import { photosForTests, pictureOf } from '../../../platform/photos/photos-for-tests.ts'
import { keyOf } from '../../../platform/secrets/subjects.ts'
import { eventPeriod } from '../../duties/catalogue/codes.ts'
import { displayCheck, publishManual } from '../../duties/display-manual-for-tests.ts'
import { type DutyHouse, dutyHouse } from '../../duties/house-for-tests.ts'
import { displayInvariants } from './invariants.ts'
import { scoreOf } from './rules.ts'

let h: DutyHouse
let first: string
const at = (time: string, of: string): string => `${of}T${time}:00+08:00`
const place = (n: number) => h.chain.stores[n]!
const boss = () => h.chain.areas[0]!.manager
/** Periods of a store's clause that stand as done. */
const done = async (n: number): Promise<string[]> =>
  (await h.instances('SM-2.3', place(n).id)).filter((i) => i.done).map((i) => i.period)

beforeAll(async () => {
  h = await dutyHouse()
  photosForTests()
  await h.begin('2026-11-20')
  await h.keep(at('08:00', '2026-11-24'))
  first = await publishManual(h, at('10:00', '2026-11-24'), '2026-11-25')
  await h.keep(at('08:00', '2026-11-25'))
})
afterAll(async () => {
  expect(await h.broken()).toEqual([])
  const found = await verify(h.db, displayInvariants)
  expect(found.filter((f) => f.count > 0).map((f) => `${f.name} ${JSON.stringify(f.sample)}`)).toEqual([])
  await h.db.close()
})

test('a score is the points of all that were to be had, rounded to a tenth', () => {
  const page = (...points: (0 | 1 | 2)[]) => ({
    page: 'a',
    photo: 'x',
    scores: points.map((p, i) => ({ point: String(i), points: p, wrong: null })),
  })
  expect([scoreOf([]), scoreOf([page(2, 1, 2)]), scoreOf([page(2, 1), page(0)])]).toEqual([null, 833, 500])
})

test('a check shows every page with a photo of the store and says what deviates; that stays open until it is shown mended', async () => {
  const { manager, id: store, associates } = place(0)
  const when = at('11:00', '2026-11-25')
  const check = await displayCheck(h, associates[0]!, store, when, { 'p0 o1': 1 })
  const tried = (part: object) => h.refused(associates[0]!, when, 'displays.check', { ...check, ...part })
  const [window, wall] = check.pages
  expect(await tried({ pages: [window] })).toBe('pagesLeft')
  expect(await tried({ pages: [window, { ...wall, photo: null }] })).toBe('photoWanted')
  expect(await tried({ pages: [window, { ...wall, photo: window!.photo }] })).toBe('photoTwice')
  const unsaid = window!.scores.map((s) => ({ ...s, wrong: null }))
  expect(await tried({ pages: [{ ...window, scores: unsaid }, wall] })).toBe('sayWrong')
  expect(await h.does(associates[0]!, when, 'displays.check', check)).toMatchObject({ score: 875 })
  const seen = await h.sees<{ findings: { id: string }[] }>(manager, when, 'displays.store', { store })
  expect(seen.findings).toMatchObject([{ says: '配齐包和围巾', pageSays: '橱窗', mendedAt: null }])
  const mend = { store, id: seen.findings[0]!.id, words: '补上了' }
  expect(await h.refused(manager, when, 'displays.mend', mend)).toBe('photoWanted')
  const picture = (await pictureOf(91)).toString('base64')
  const { id: photo } = await h.does(manager, when, 'displays.takePhoto', {
    store,
    id: newId(),
    picture,
    takenAt: when,
  })
  await h.does(manager, at('12:00', '2026-11-25'), 'displays.mend', { ...mend, photo })
  const board = await h.sees<{ stores: { id: string }[] }>(
    boss(),
    at('12:01', '2026-11-25'),
    'displays.area',
    {
      area: h.chain.areas[0]!.id,
    },
  )
  expect(board.stores.find((s) => s.id === store)).toMatchObject({ open: 0, check: { score: 875, alike: 0 } })
})

test('one check proves the week and the new manual; sent back both are owed again, unless another check stands', async () => {
  const week = '2026-W48'
  expect(await done(0)).toEqual([eventPeriod(first), week].sort())
  const { checks } = await h.sees<{ checks: { id: string }[] }>(
    boss(),
    at('13:00', '2026-11-25'),
    'displays.store',
    {
      store: place(0).id,
    },
  )
  const on = { store: place(0).id, id: checks[0]!.id }
  const back = { ...on, words: '橱窗照片看不清' }
  expect(await h.refused(place(1).manager, at('13:00', '2026-11-25'), 'displays.confirm', on)).toBe(
    'position',
  )
  await h.does(boss(), at('13:01', '2026-11-25'), 'displays.sendBack', back)
  expect(await done(0)).toEqual([])
  const again = at('15:00', '2026-11-25')
  const check = await displayCheck(h, place(0).manager, place(0).id, again)
  // What was typed of a point before it was scored as in order is let go.
  const [window, ...others] = check.pages
  const typed = { ...window, scores: window!.scores.map((s) => ({ ...s, wrong: '先写了再改' })) }
  await h.does(place(0).manager, again, 'displays.check', { ...check, pages: [typed, ...others] })
  expect(await done(0)).toEqual([eventPeriod(first), week].sort())
  await h.does(boss(), at('16:00', '2026-11-25'), 'displays.confirm', { ...on, id: check.id })
  expect(await h.refused(boss(), at('16:01', '2026-11-25'), 'displays.sendBack', back)).toBe(
    'reviewedAlready',
  )
  expect(await done(0)).toHaveLength(2)
})

test('the day’s code is one that nobody knows before, and stands with each photo of the day', async () => {
  const { manager, id: store } = place(1)
  await h.db.transaction((db) => keyOf(db, h.keys, companyWide, new Date(at('09:00', '2026-11-25'))))
  const codeOn = async (day: string): Promise<number> =>
    (await h.sees<{ code: number }>(manager, at('10:00', day), 'displays.store', { store })).code
  const days = ['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29']
  const codes = []
  for (const day of days) codes.push(await codeOn(day))
  expect(new Set(codes).size).toBeGreaterThan(2)
  for (const code of codes) expect(code >= 10 && code <= 99).toBe(true)
  const when = at('10:00', '2026-11-26')
  const check = await displayCheck(h, manager, store, when)
  await h.does(manager, when, 'displays.check', check)
  const seen = await h.sees<{ pages: { photo: { code: number } }[] }>(boss(), when, 'displays.one', {
    store,
    id: check.id,
  })
  expect(seen.pages.map((p) => p.photo.code)).toEqual([codes[1], codes[1]])
})

test('the manual in force is never edited: the next one asks every store anew, withdrawn nobody', async () => {
  const when = at('10:00', '2026-11-26')
  const next = await publishManual(h, when, '2026-11-30')
  const owed = async () =>
    (await h.instances('SM-2.3', place(1).id)).filter((i) => i.period === eventPeriod(next))
  expect(await owed()).toMatchObject([{ done: false }])
  const early = await displayCheck(h, place(1).manager, place(1).id, when)
  expect(early.edition).toBe(first)
  await h.does(h.chain.director, at('11:00', '2026-11-26'), 'displays.withdraw', { id: next })
  const today = await h.today(place(1).manager, at('12:00', '2026-11-26'))
  expect([...today.now, ...today.next, ...today.later].some((i) => i.period === eventPeriod(next))).toBe(
    false,
  )
  expect(await h.refused(h.chain.director, when, 'displays.withdraw', { id: first })).toBe('begunAlready')
  const picture = (await pictureOf(3)).toString('base64')
  const own = { id: newId(), picture, takenAt: when }
  expect(await h.refused(place(1).manager, when, 'displays.takePicture', own)).toBe('position')
})
