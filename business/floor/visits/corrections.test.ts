import { afterAll, beforeAll, expect, test } from 'vitest'
import { verify } from '../../../platform/database/verify.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { eventPeriod } from '../../duties/catalogue/codes.ts'
import { type DutyHouse, dutyHouse, whereIs } from '../../duties/house-for-tests.ts'
import type { TestPerson } from '../../targets/test-chain.ts'
import { visitInvariants } from './invariants.ts'

let h: DutyHouse
const day = '2026-11-24'
const at = (time: string): string => `${day}T${time}:00+08:00`
const place = (n: number) => h.chain.stores[n]!
const boss = () => h.chain.areas[0]!.manager
interface One {
  visit: { score: number; corrected: number }
  mayCorrect: boolean
  corrections: { reason: string; scoreBefore: number; scoreAfter: number; changes: object[] }[]
  sections: { lines: { code: string; points: number | null }[] }[]
  findings: { code: string; state: string; moves: { kind: string; words: string }[] }[]
}
const seen = (who: TestPerson, n: number, id: string) =>
  h.sees<One>(who, at('19:00'), 'visits.one', { store: place(n).id, id })
const pointsOf = (one: One, code: string) =>
  one.sections.flatMap((s) => s.lines).find((l) => l.code === code)!.points

async function visit(who: TestPerson, n: number, wrong: Readonly<Record<string, 0 | 1>>) {
  const on = { store: place(n).id, kind: 'quick' }
  const form = await h.sees<{ edition: string; items: { code: string }[] }>(
    who,
    at('13:00'),
    'visits.form',
    on,
  )
  const findings = Object.keys(wrong).map((code) => ({
    id: newId(),
    code,
    wrong: `${code} 不对`,
    person: place(n).manager.id,
    due: day,
  }))
  const scores = form.items.map(({ code }) => ({ code, points: wrong[code] ?? 2 }))
  const input = { ...on, id: newId(), edition: form.edition, seconds: 900, scores, findings }
  const { score } = await h.does<{ score: number }>(who, at('13:00'), 'visits.submit', input)
  return { id: input.id, score, findings }
}
const change = (n: number, of: string, scores: Readonly<Record<string, 0 | 1 | 2 | null>>, basedOn = 0) => ({
  id: newId(),
  store: place(n).id,
  visit: of,
  basedOn,
  reason: '照片看过，灯是亮的',
  scores: Object.entries(scores).map(([code, points]) => ({ code, points })),
})

beforeAll(async () => {
  h = await dutyHouse()
  await h.begin('2026-11-20')
  await h.keep(at('08:00'))
})
afterAll(async () => {
  expect(await h.broken()).toEqual([])
  const found = await verify(h.db, visitInvariants)
  expect(found.filter((f) => f.count > 0).map((f) => `${f.name} ${JSON.stringify(f.sample)}`)).toEqual([])
  await h.db.close()
})

test('a superior corrects a visit: the score is reckoned anew, both versions stand, and nobody has to mend what was right', async () => {
  const { director } = h.chain
  const { manager } = place(0)
  const made = await visit(boss(), 0, { 'i-window': 0, 's-try': 1 })
  const window = eventPeriod(made.findings[0]!.id)
  expect(whereIs(await h.today(manager, at('13:01')), 'SM-2.8', window)?.[1]).toBe('open')
  const right = change(0, made.id, { 'i-window': 2 })
  const { score } = await h.does<{ score: number }>(director, at('18:00'), 'visits.correct', right)
  expect(score).toBeGreaterThan(made.score)
  const one = await seen(manager, 0, made.id)
  expect([one.visit.score, one.visit.corrected, pointsOf(one, 'i-window'), pointsOf(one, 's-try')]).toEqual([
    score,
    1,
    2,
    1,
  ])
  expect(one.corrections).toMatchObject([
    {
      reason: '照片看过，灯是亮的',
      scoreBefore: made.score,
      scoreAfter: score,
      changes: [{ code: 'i-window', before: 0, after: 2 }],
    },
  ])
  const found = one.findings.find((f) => f.code === 'i-window')!
  expect([found.state, found.moves.at(-1)!.words]).toEqual(['withdrawn', '照片看过，灯是亮的'])
  expect(one.findings.find((f) => f.code === 's-try')!.state).toBe('open')
  expect(whereIs(await h.today(manager, at('18:01')), 'SM-2.8', window)?.[0]).toBe('excused')
  expect(whereIs(await h.today(boss(), at('18:01')), 'AM-2.6', window)?.[0]).toBe('excused')
})

test('sent again it is one correction; of two at once the second is told; a later one follows the first', async () => {
  const { director } = h.chain
  const made = await visit(boss(), 1, { 'i-window': 0 })
  const first = change(1, made.id, { 'i-window': 1 })
  await h.does(director, at('18:10'), 'visits.correct', first)
  await h.does(director, at('18:11'), 'visits.correct', first)
  const second = change(1, made.id, { 'i-window': 0 })
  expect(await h.refused(director, at('18:12'), 'visits.correct', second)).toBe('changedMeanwhile')
  const { score } = await h.does<{ score: number }>(director, at('18:13'), 'visits.correct', {
    ...second,
    basedOn: 1,
  })
  expect(score).toBe(made.score)
  const { corrections } = await seen(boss(), 1, made.id)
  expect(corrections.map((c) => [c.scoreBefore, c.scoreAfter])).toEqual([
    [made.score, corrections[0]!.scoreAfter],
    [corrections[0]!.scoreAfter, made.score],
  ])
})

test('nobody corrects his own visit or a superior’s; nothing is made wrong that nobody was told of, nothing right that was mended', async () => {
  const { director, generalManager } = h.chain
  const { manager, id: store } = place(2)
  const own = await visit(director, 2, { 'i-window': 0 })
  const tried = (who: TestPerson, of: string, scores: Parameters<typeof change>[2], more: object = {}) =>
    h.refused(who, at('18:20'), 'visits.correct', { ...change(2, of, scores), ...more })
  expect(await tried(director, own.id, { 'i-window': 2 })).toBe('ownVisit')
  const byArea = change(2, own.id, { 'i-window': 2 })
  expect((await h.outcome('action', boss(), at('18:20'), 'visits.correct', byArea)).ok).toBe(false)
  expect((await seen(boss(), 2, own.id)).mayCorrect).toBe(false)
  expect((await seen(generalManager, 2, own.id)).mayCorrect).toBe(true)
  expect(await tried(generalManager, own.id, { 'i-window': 0 })).toBe('nothingChanged')
  expect(await tried(generalManager, own.id, { 's-try': 0 })).toBe('notFoundThen')
  expect(await tried(generalManager, own.id, { 'i-window': 2 }, { reason: ' ' })).toBe('badShape')
  const finding = own.findings[0]!.id
  await h.does(manager, at('18:21'), 'visits.mend', { store, id: finding, words: '换好了' })
  await h.does(director, at('18:22'), 'visits.verify', { store, id: finding })
  expect(await tried(generalManager, own.id, { 'i-window': 2 })).toBe('wasVerified')
})
