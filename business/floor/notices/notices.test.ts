import { afterAll, beforeAll, expect, test } from 'vitest'
import { verify } from '../../../platform/database/verify.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { eventPeriod } from '../../duties/catalogue/codes.ts'
import { type DutyHouse, dutyHouse, whereIs } from '../../duties/house-for-tests.ts'
import type { TestPerson } from '../../targets/test-chain.ts'
import { noticeInvariants } from './invariants.ts'

let h: DutyHouse
const at = (day: number, time: string): string => `2026-11-${day}T${time}:00+08:00`
const morning = at(23, '09:00')
const place = (index: number) => h.chain.stores[index]!
const content = (more: Record<string, unknown> = {}) => ({
  id: newId(),
  title: '双十二备货与陈列',
  body: '周三前把羊绒换到主通道。\n\n价签按新表更换，拍照留底。',
  kind: 'promotion',
  positions: ['salesAssociate'],
  validFrom: '2026-11-23',
  validTo: '2026-12-12',
  minutes: 0,
  relayBy: '2026-11-24',
  ...more,
})
async function publish(who: TestPerson, more: Record<string, unknown> = {}, when = morning) {
  const input = content(more)
  return {
    ...(await h.does<{ id: string; stores: number; version: number }>(who, when, 'notices.publish', input)),
    input,
  }
}
const refusedPublishing = (who: TestPerson, more: Record<string, unknown>) =>
  h.refused(who, morning, 'notices.publish', content(more))
const reads = (who: TestPerson, notice: string, when = at(23, '09:40')) =>
  h.does<{ first: boolean }>(who, when, 'notices.read', { notice })
const relays = (index: number, notice: string, people: readonly TestPerson[], when = at(23, '09:30')) =>
  h.does<{ complete: boolean }>(place(index).manager, when, 'notices.relay', {
    id: newId(),
    store: place(index).id,
    notice,
    briefing: 'morning',
    people: people.map((p) => p.id),
  })
const unread = async (who: TestPerson, when = at(23, '12:00')) =>
  (await h.sees<{ count: number }>(who, when, 'notices.unread')).count
const duty = async (index: number, notice: string, when: string) =>
  whereIs(await h.today(place(index).manager, when), 'SM-1.7', eventPeriod(notice))

beforeAll(async () => {
  h = await dutyHouse()
  await h.begin('2026-11-20')
  await h.keep(at(23, '08:00'))
})
afterAll(async () => {
  expect(await h.broken()).toEqual([])
  const found = await verify(h.db, noticeInvariants)
  expect(found.filter((f) => f.count > 0).map((f) => `${f.name} ${JSON.stringify(f.sample)}`)).toEqual([])
  await h.db.close()
})

test('headquarters publishes to all; every store owes the passing on by its own deadline, and everybody has it unread', async () => {
  const { id, stores, input } = await publish(h.chain.director)
  expect(stores).toBe(5)
  const due = (await h.today(place(0).manager, morning)).later.find((i) => i.period === eventPeriod(id))!
  expect(due).toMatchObject({
    duty: 'SM-1.7',
    state: 'open',
    dueAt: '2026-11-24T10:00:00.000Z',
    act: { path: '/notices', query: { open: id } },
  })
  expect(await h.instances('SM-1.7')).toHaveLength(5)
  expect([
    await unread(place(0).associates[0]!),
    await unread(place(0).manager),
    await unread(h.chain.finance),
  ]).toEqual([1, 1, 0])
  const seen = await h.sees<{ unread: { title: string }[] }>(
    place(4).associates[2]!,
    morning,
    'notices.inbox',
  )
  expect(seen.unread.map((n) => n.title)).toEqual([input.title])
})

test('told at the briefing and read by each associate it is done, by the manager who told it, and only then', async () => {
  const { id } = await publish(h.chain.director)
  const { associates, manager, id: store } = place(0)
  await relays(0, id, associates)
  await reads(associates[0]!, id)
  await reads(associates[1]!, id)
  expect(await duty(0, id, at(23, '10:00'))).toEqual(['later', 'open'])
  await reads(associates[2]!, id)
  const done = (await h.today(manager, at(23, '10:00'))).done.find((i) => i.period === eventPeriod(id))!
  expect(done.proof).toMatchObject({ action: 'notices.read', role: 'holder', byName: manager.actor.name })
  expect((await reads(associates[2]!, id, at(23, '11:00'))).first).toBe(false)
  const [row] = await h.db.query<{ n: number }>(
    'select count(*)::int as n from notice_reading where store_id = $1 and notice_id = $2',
    [store, id],
  )
  expect(row!.n).toBe(4)
  expect(await unread(manager)).toBeLessThan(await unread(place(1).manager))
})

test('read by all but never told it is not passed on; told last, that completes it', async () => {
  const { id } = await publish(h.chain.director)
  const { associates } = place(1)
  for (const one of associates) await reads(one, id)
  expect(await duty(1, id, at(23, '10:00'))).toEqual(['later', 'open'])
  expect(await relays(1, id, associates.slice(0, 1), at(23, '10:05'))).toMatchObject({ complete: true })
  expect(await duty(1, id, at(23, '10:10'))).toEqual(['done', 'inTime'])
})

test('sent back by the area manager it is due again, and telling it once more makes it good', async () => {
  const { id } = await publish(h.chain.director)
  const { associates, id: store } = place(0)
  const area = h.chain.areas[0]!.manager
  await relays(0, id, associates)
  for (const one of associates) await reads(one, id)
  expect(await duty(0, id, at(23, '10:00'))).toEqual(['done', 'inTime'])
  const instance = (await h.instances('SM-1.7', store)).find((i) => i.period === eventPeriod(id))!
  await h.does(area, at(23, '11:00'), 'duties.open', { store, instance: instance.id })
  await h.does(area, at(23, '11:01'), 'duties.sendBack', {
    store,
    instance: instance.id,
    words: '小李说没讲到换价签',
  })
  expect(await duty(0, id, at(23, '11:02'))).toEqual(['later', 'open'])
  await relays(0, id, associates, at(23, '13:30'))
  expect(await duty(0, id, at(23, '13:31'))).toEqual(['done', 'inTime'])
})

test('whoever is on leave is not waited for, and cannot be named', async () => {
  const { id } = await publish(h.chain.director)
  const { associates, manager, id: store } = place(2)
  const [li, wang, zhao] = associates
  await h.does(manager, morning, 'leave.ask', {
    id: newId(),
    person: zhao!.id,
    kind: 'sick',
    from: '2026-11-23',
    to: '2026-11-24',
    why: '发烧',
  })
  const sheet = await h.sees<{ relay: { listeners: { away: boolean }[] } }>(manager, morning, 'notices.one', {
    id,
  })
  expect(sheet.relay.listeners.filter((l) => l.away)).toHaveLength(1)
  const named = (people: readonly TestPerson[]) => ({
    id: newId(),
    store,
    notice: id,
    briefing: 'morning',
    people: people.map((p) => p.id),
  })
  expect(await h.refused(manager, morning, 'notices.relay', named(associates))).toBe('onLeave')
  expect(await h.refused(manager, morning, 'notices.relay', named(place(0).associates))).toBe('notHere')
  expect(await h.refused(manager, morning, 'notices.relay', named([]))).toBe('nobodyTold')
  await relays(2, id, [li!, wang!])
  await reads(li!, id)
  await reads(wang!, id)
  expect(await duty(2, id, at(23, '10:00'))).toEqual(['done', 'inTime'])
})

test('withdrawn nobody owes it any more, and it can be neither read nor told', async () => {
  const { id } = await publish(h.chain.director)
  expect(await h.refused(h.chain.finance, morning, 'notices.withdraw', { id, why: '发错了' })).toBe(
    'notYours',
  )
  await h.does(h.chain.director, at(23, '10:00'), 'notices.withdraw', { id, why: '发错了' })
  expect(await duty(3, id, at(23, '10:01'))).toEqual(['excused', 'excused'])
  expect(await h.refused(place(3).associates[0]!, at(23, '10:02'), 'notices.read', { notice: id })).toBe(
    'withdrawnAlready',
  )
  const waiting = await h.sees<{ unread: { id: string }[] }>(
    place(3).manager,
    at(23, '10:03'),
    'notices.inbox',
  )
  expect(waiting.unread.map((n) => n.id)).not.toContain(id)
})

test('a correction is a new version, linked with the old, that everybody reads again', async () => {
  const { id, input } = await publish(h.chain.director)
  const { associates } = place(3)
  await relays(3, id, associates)
  for (const one of associates) await reads(one, id)
  const next = newId()
  const { id: _, ...rest } = input
  const corrected = await h.does<{ version: number }>(h.chain.director, at(23, '14:00'), 'notices.correct', {
    ...rest,
    id: next,
    corrects: id,
    body: '改为周四前。',
  })
  expect(corrected.version).toBe(2)
  expect(await duty(3, id, at(23, '14:01'))).toEqual(['done', 'inTime'])
  expect(await duty(4, id, at(23, '14:01'))).toEqual(['excused', 'excused'])
  expect(await duty(3, next, at(23, '14:01'))).toEqual(['later', 'open'])
  expect(await h.refused(associates[0]!, at(23, '14:02'), 'notices.read', { notice: id })).toBe(
    'correctedAlready',
  )
  expect(
    await h.refused(h.chain.director, at(23, '14:03'), 'notices.correct', {
      ...rest,
      id: newId(),
      corrects: id,
    }),
  ).toBe('correctedAlready')
  const seen = await h.sees<{ versions: { id: string }[]; readAt: string | null; notice: { body: string } }>(
    associates[0]!,
    at(23, '14:04'),
    'notices.one',
    { id: next },
  )
  expect(seen).toMatchObject({
    versions: [{ id }, { id: next }],
    readAt: null,
    notice: { body: '改为周四前。' },
  })
})

test('an area manager publishes to own stores only, and to nobody else’s', async () => {
  const [east, south] = h.chain.areas
  const { id, stores } = await publish(east!.manager, { areas: [east!.id] })
  expect(stores).toBe(3)
  expect(await refusedPublishing(east!.manager, {})).toBe('onlyYourArea')
  expect(await refusedPublishing(east!.manager, { areas: [south!.id] })).toBe('scope')
  expect(await refusedPublishing(east!.manager, { areas: [east!.id, south!.id] })).toBe('notFound')
  expect(await refusedPublishing(east!.manager, { stores: [east!.stores[0], south!.stores[0]] })).toBe(
    'notFound',
  )
  expect(await refusedPublishing(place(0).manager, {})).toBe('position')
  expect(await h.refused(south!.manager, morning, 'notices.withdraw', { id, why: '与我无关' })).toBe('scope')
  expect(await h.outcome('view', place(3).manager, morning, 'notices.one', { id })).toMatchObject({
    problem: { why: 'notFound' },
  })
  expect(await h.refused(place(3).associates[0]!, morning, 'notices.read', { notice: id })).toBe('notFound')
  const other = { id: newId(), store: place(3).id, notice: id, briefing: 'morning', people: [] }
  expect(await h.refused(place(3).manager, morning, 'notices.relay', other)).toBe('notForStore')
})

test('what cannot be carried out is refused at its field', async () => {
  const { director } = h.chain
  expect(await refusedPublishing(director, { relayBy: null })).toBe('relayByMissing')
  expect(await refusedPublishing(director, { relayBy: '2026-11-22' })).toBe('relayTooSoon')
  expect(await refusedPublishing(director, { relayBy: '2026-12-13' })).toBe('relayAfterwards')
  expect(await refusedPublishing(director, { validTo: '2026-11-22', validFrom: '2026-11-20' })).toBe(
    'overAlready',
  )
  expect(await refusedPublishing(director, { validTo: '2027-11-22' })).toBe('validTooLong')
  expect(await refusedPublishing(director, { title: ' ' })).toBe('badShape')
})

test('only for store managers there is nothing to pass on, and no duty is raised', async () => {
  const before = (await h.instances('SM-1.7')).length
  const { id } = await publish(h.chain.finance, { positions: ['storeManager'], relayBy: null })
  expect(await h.instances('SM-1.7')).toHaveLength(before)
  expect(await h.refused(place(0).associates[0]!, morning, 'notices.read', { notice: id })).toBe('notFound')
  await reads(place(0).manager, id)
})

test('work for stores that have their hands full is warned of, with which they are, and asked for twice', async () => {
  await busy(0, 230)
  const asks = { areas: null, stores: null, minutes: 12, relayBy: '2026-11-26' }
  const load = () =>
    h.sees<{ total: number; heavy: number; fullest: { id: string; sum: number }[] }>(
      h.chain.director,
      morning,
      'notices.load',
      asks,
    )
  expect(await load()).toMatchObject({ total: 60, heavy: 1, fullest: [{ id: place(0).id, sum: 242 }] })
  expect(await refusedPublishing(h.chain.director, { minutes: 12, relayBy: '2026-11-26' })).toBe('overload')
  expect(
    (await publish(h.chain.director, { minutes: 12, relayBy: '2026-11-26', despiteLoad: true })).stores,
  ).toBe(5)
  // What another notice asks for the same day counts, and on another day does not.
  await busy(0, 220)
  expect(await load()).toMatchObject({ heavy: 1, fullest: [{ sum: 244 }] })
  asks.relayBy = '2026-11-27'
  expect(await load()).toMatchObject({ heavy: 0, fullest: [] })
})

test('a campaign that asks work of stores has its turn in the same day: both warn of each other', async () => {
  for (const i of [1, 2, 3, 4]) await busy(i, 100)
  await busy(0, 200)
  const campaign = {
    id: newId(),
    name: '双旦上新',
    from: '2026-12-01',
    to: '2026-12-06',
    minutes: 45,
    store: null as string | null,
  }
  const { director } = h.chain
  const room = { from: campaign.from, to: campaign.to, minutes: 45, store: null }
  expect(await h.sees(director, morning, 'organization.eventRoom', room)).toMatchObject({
    stores: 5,
    total: 225,
    room: 240,
    heavy: 1,
    fullest: [{ id: place(0).id, sum: 245 }],
  })
  expect(await h.refused(director, morning, 'organization.planEvent', campaign)).toBe('overload')
  // In a store that has the time for it nobody is asked twice.
  await h.does(director, morning, 'organization.planEvent', { ...campaign, id: newId(), store: place(1).id })
  await h.does(director, morning, 'organization.planEvent', { ...campaign, despiteLoad: true })
  // Changed to less it does not count itself.
  await h.does(director, morning, 'organization.planEvent', { ...campaign, minutes: 40 })
  // Two campaigns and a notice on one day: 40 + 45 + 160 on top of nothing of its own.
  await busy(1, 0)
  const notice = { areas: null, stores: [place(1).id], minutes: 160, relayBy: '2026-12-03' }
  expect(await h.sees(director, morning, 'notices.load', notice)).toMatchObject({
    heavy: 1,
    fullest: [{ sum: 245 }],
  })
  expect(await h.sees(director, morning, 'notices.load', { ...notice, relayBy: '2026-12-07' })).toMatchObject(
    { heavy: 0 },
  )
})

/** What the duties in force ask of a store's manager on an average day. */
const busy = (i: number, minutes: number) =>
  h.db.query(
    `insert into store_load (store_id, position, day, holders, open_minutes, shared_minutes, each_minutes)
     values ($1, 'storeManager', '2026-11-23', 1, 720, $2, 0)
     on conflict (store_id, position) do update set shared_minutes = excluded.shared_minutes, each_minutes = 0`,
    [place(i).id, minutes],
  )

test('the publisher sees by area and store who has not, and reminds them once', async () => {
  const { id } = await publish(h.chain.director)
  const { associates } = place(0)
  await relays(0, id, associates)
  for (const one of associates) await reads(one, id)
  type Progress = {
    areas: { stores: number; complete: number; people: number; read: number }[]
    stores: { store: string; unread: { name: string }[] }[]
  }
  const seen = await h.sees<Progress>(h.chain.director, morning, 'notices.progress', { id })
  expect(seen.areas).toMatchObject([
    { stores: 3, complete: 1, people: 12, read: 4 },
    { stores: 2, complete: 0, people: 8, read: 0 },
  ])
  expect(seen.stores.find((s) => s.store === place(0).id)!.unread).toEqual([])
  expect(seen.stores.find((s) => s.store === place(4).id)!.unread).toHaveLength(4)
  const own = await h.sees<Progress>(h.chain.areas[1]!.manager, morning, 'notices.progress', { id })
  expect(own.stores.map((s) => s.store).sort()).toEqual([...h.chain.areas[1]!.stores].sort())
  const remind = (when: string, who = h.chain.director) =>
    h.does<{ reminded: number }>(who, when, 'notices.remind', { id })
  expect((await remind(at(23, '15:00'), h.chain.areas[1]!.manager)).reminded).toBe(2)
  expect((await remind(at(23, '15:10'))).reminded).toBe(2)
  expect(await h.refused(h.chain.director, at(23, '15:20'), 'notices.remind', { id })).toBe('remindedJustNow')
  expect(
    await h.refused(h.chain.director, at(23, '15:20'), 'notices.remind', { id, store: place(0).id }),
  ).toBe('allDone')
})

test('a notice that went to another area only is not there for an area manager, whatever id is asked for', async () => {
  const [mine, theirs] = h.chain.areas
  const { id } = await publish(theirs!.manager, { areas: [theirs!.id] })
  await expect(h.sees(mine!.manager, morning, 'notices.progress', { id })).rejects.toThrow('notFound')
  expect(
    (await h.sees<{ stores: unknown[] }>(theirs!.manager, morning, 'notices.progress', { id })).stores.length,
  ).toBe(theirs!.stores.length)
})

test('three last receipts at the same moment complete it once', async () => {
  const { id } = await publish(h.chain.director)
  const { associates } = place(4)
  await relays(4, id, associates)
  await Promise.all(associates.map((one) => reads(one, id)))
  expect(await duty(4, id, at(23, '12:00'))).toEqual(['done', 'inTime'])
})

test('counting what is unread looks at what is in force only: a thousand old ones change nothing', async () => {
  const [li] = place(1).associates
  const before = await unread(li!)
  await h.db.query(
    `insert into notice (id, root_id, version, title, body, kind, positions, valid_from, valid_to, minutes, published_by, published_at)
     select x.id, x.id, 1, '旧通知', '旧', 'other', '{salesAssociate}', '2025-01-01', '2025-02-01', 0, $1, '2025-01-01'
     from (select gen_random_uuid() as id from generate_series(1, 1000)) x`,
    [h.chain.director.id],
  )
  expect(await unread(li!)).toBe(before)
  await h.db.query('analyze notice')
  const plan = await h.db.query<Record<string, string>>(
    `explain select count(*) from notice n where n.superseded_by is null and n.withdrawn_at is null and n.valid_to >= '2026-11-23'`,
  )
  expect(plan.map((line) => Object.values(line)[0]).join('\n')).toContain('notice_in_force')
})
