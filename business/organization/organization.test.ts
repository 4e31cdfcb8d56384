import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/kinds/id.ts'
import { answerOf, type PersonAtDoor, type TestDoor, testDoor, whyOf } from '../../tests/door.ts'
import type { Chart, PersonView, StoreView } from './chart/shape.ts'
import { organizationInvariants } from './invariants.ts'

const now = new Date('2026-03-02T04:00:00Z')
const nextDay = new Date('2026-03-03T04:00:00Z')
let door: TestDoor
let admin: PersonAtDoor
const id = {
  admin: '',
  east: newId(),
  south: newId(),
  mall: newId(),
  hangzhou: newId(),
  shenzhen: newId(),
  gm: newId(),
  personnel: newId(),
  area: newId(),
  manager: newId(),
  associate: newId(),
  other: newId(),
  managerSeat: newId(),
  areaSeat: newId(),
}
type Seat = Record<string, unknown>
const hire = (person: string, jobNumber: string, name: string, appointment?: Seat, more: Seat = {}) =>
  admin.do('organization.hire', {
    id: person,
    jobNumber,
    name,
    hiredOn: '2025-01-01',
    phone: `1380000${jobNumber}`,
    ...more,
    ...(appointment ? { appointment: { id: newId(), from: '2025-01-01', ...appointment } } : {}),
  })
const store = (storeId: string, code: string, name: string, area: string, more: Seat = {}) =>
  admin.do('organization.openStore', {
    id: storeId,
    code,
    name,
    kind: 'street',
    city: '杭州',
    timeZone: 'Asia/Shanghai',
    cutOffMinutes: 120,
    opensAt: '10:00',
    closesAt: '22:00',
    openedOn: '2024-03-01',
    area,
    squareMetres: 86.5,
    ...more,
  })

beforeAll(async () => {
  door = await testDoor(now)
  const made = await door.as(undefined).do('organization.setUp', {
    companyName: '云裳女装',
    adminName: '张晓燕',
    jobNumber: '0001',
    phone: '',
    password: 'a long password',
  })
  id.admin = answerOf<{ person: string }>(made).person
  admin = door.as(id.admin)
  for (const [area, code, name, nameEn] of [
    [id.east, 'E', '华东区', 'East'],
    [id.south, 'S', '华南区', 'South'],
  ] as const) {
    answerOf(
      await admin.do('organization.writeArea', { id: area, code, name, nameEn, openedOn: '2024-01-01' }),
    )
  }
  answerOf(await admin.do('organization.writeMall', { id: id.mall, name: '云锦百货', city: '杭州' }))
  answerOf(await store(id.hangzhou, 'HZ01', '杭州云锦百货', id.east, { kind: 'concession', mall: id.mall }))
  answerOf(await store(id.shenzhen, 'SZ01', '深圳海岸', id.south))
  answerOf(await hire(id.gm, '1000', '林总', { position: 'generalManager' }))
  answerOf(await hire(id.personnel, '1001', '何静', { position: 'personnel' }))
  answerOf(await hire(id.area, '1002', '周敏', { id: id.areaSeat, position: 'areaManager', area: id.east }))
  answerOf(
    await hire(id.manager, '1003', '王芳', {
      id: id.managerSeat,
      position: 'storeManager',
      store: id.hangzhou,
    }),
  )
  answerOf(await hire(id.associate, '1004', '李娜', { position: 'salesAssociate', store: id.hangzhou }))
  answerOf(
    await hire(id.other, '1005', '赵敏', { position: 'salesAssociate', store: id.shenzhen, title: '副店长' }),
  )
})
afterAll(async () => {
  for (const { name, sql } of organizationInvariants)
    expect([name, await door.database.query(sql)]).toEqual([name, []])
  await door.database.close()
})

test('the first set-up is done once, and gives the calendar its decreed holidays', async () => {
  expect(
    whyOf(
      await door.as(undefined).do('organization.setUp', {
        companyName: '别家',
        adminName: '乙',
        jobNumber: '2',
        password: '12345678',
      }),
    ),
  ).toBe('companyExists')
  const calendar = answerOf<{ days: { day: string; kind: string }[] }>(
    await admin.see('organization.calendar', { year: 2026 }),
  )
  expect(calendar.days).toContainEqual({
    day: '2026-02-14',
    kind: 'makeUpWorkday',
    name: '春节',
    nameEn: 'Spring Festival',
  })
})

test('the chart shows who leads whom on any day, and which seats are empty', async () => {
  const chart = answerOf<Chart>(await admin.see('organization.chart'))
  expect(chart).toMatchObject({ stores: 2, people: 7, folded: false })
  expect(chart.generalManagers.map((p) => p.name)).toEqual(['林总'])
  expect(
    chart.areas.map((a) => [
      a.name,
      a.managers.map((p) => p.name),
      a.stores.map((s) => s.managers.map((p) => p.name)),
    ]),
  ).toEqual([
    ['华东区', ['周敏'], [['王芳']]],
    ['华南区', [], [[]]],
  ])
  expect(chart.vacancies.map((v) => v.position)).toEqual([
    'operationsDirector',
    'areaManager',
    'storeManager',
  ])
  const before = answerOf<Chart>(await admin.see('organization.chart', { on: '2024-06-01' }))
  expect(before).toMatchObject({ stores: 2, people: 0 })
})

test('an area manager sees his own area, a store manager her store, an associate the names there', async () => {
  const mine = answerOf<Chart>(await door.as(id.area).see('organization.chart'))
  expect(mine.areas.map((a) => a.name)).toEqual(['华东区'])
  expect(whyOf(await door.as(id.area).see('organization.store', { store: id.shenzhen }))).toBe('scope')
  expect(whyOf(await door.as(id.manager).see('organization.person', { person: id.other }))).toBe('scope')
  const stores = answerOf<{ stores: { code: string }[] }>(
    await door.as(id.manager).see('organization.stores'),
  )
  expect(stores.stores.map((s) => s.code)).toEqual(['HZ01'])
  const colleagues = answerOf<{ people: { name: string; phone: string | null; jobNumber: string | null }[] }>(
    await door.as(id.associate).see('organization.people'),
  )
  expect(colleagues.people.map((p) => [p.name, p.phone, p.jobNumber])).toEqual([
    ['李娜', '138****1004', '1004'],
    ['王芳', null, null],
  ])
  expect(whyOf(await door.as(id.associate).see('organization.person', { person: id.manager }))).toBe('scope')
})

test('phones are masked to everybody; personnel finds people by them', async () => {
  const seen = answerOf<PersonView>(await door.as(id.area).see('organization.person', { person: id.manager }))
  expect(seen.phone).toBe('138****1003')
  expect(
    answerOf<PersonView>(await door.as(id.personnel).see('organization.person', { person: id.manager }))
      .phone,
  ).toBe('138****1003')
  const found = async (who: string, text: string) =>
    answerOf<{ people: { name: string }[] }>(
      await door.as(who).see('organization.search', { text }),
    ).people.map((p) => p.name)
  for (const text of ['13800001003', '+86 138 0000 1003']) {
    expect(await found(id.personnel, text)).toEqual(['王芳'])
    expect(await found(id.gm, text)).toEqual([])
  }
  expect(await found(id.gm, '1003')).toEqual(await found(id.personnel, '1003'))
})

test('zhangxy finds 张晓燕, yunjin finds the counter in 云锦百货', async () => {
  const people = answerOf<{ people: { name: string }[] }>(
    await admin.see('organization.search', { text: 'zhangxy' }),
  )
  expect(people.people.map((p) => p.name)).toEqual(['张晓燕'])
  const stores = answerOf<{ stores: { code: string }[] }>(
    await admin.see('organization.search', { text: 'YunJin' }),
  )
  expect(stores.stores.map((s) => s.code)).toEqual(['HZ01'])
})

test('people are written by personnel, stores by the director: others are refused by position', async () => {
  const input = { id: newId(), jobNumber: '9', name: '某某', hiredOn: '2026-01-01' }
  expect(whyOf(await door.as(id.manager).do('organization.hire', input))).toBe('position')
  expect(
    whyOf(
      await door
        .as(id.personnel)
        .do('organization.writeArea', { id: newId(), code: 'N', name: '华北', openedOn: '2026-01-01' }),
    ),
  ).toBe('position')
  expect(
    whyOf(
      await door.as(id.personnel).do('organization.appoint', {
        id: newId(),
        person: id.personnel,
        position: 'administrator',
        from: '2026-03-02',
      }),
    ),
  ).toBe('administratorOnly')
  expect(whyOf(await door.as(id.personnel).do('organization.givePassword', { person: id.gm }))).toBe(
    'administratorOnly',
  )
})

test('a refused appointment leaves nothing behind, not even the person', async () => {
  const person = newId()
  const refused = await hire(person, '1006', '钱多', { position: 'storeManager', store: id.hangzhou })
  expect(refused).toMatchObject({ ok: false, problem: { why: 'seatHeld', field: 'appointment.from' } })
  expect(whyOf(await hire(newId(), '1003', '重号'))).toBe('jobNumberTaken')
  expect(whyOf(await hire(newId(), '1007', '重机', undefined, { phone: '+86 138 0000 1003' }))).toBe(
    'phoneTaken',
  )
  expect(await door.database.query('select 1 from person where id = $1', [person])).toEqual([])
})

test('a store moves to another area from a day on', async () => {
  answerOf(
    await admin.do('organization.moveStore', {
      store: id.shenzhen,
      area: id.east,
      from: '2026-06-01',
      reason: '区域调整',
    }),
  )
  const areaOn = async (on: string) =>
    answerOf<StoreView>(await admin.see('organization.store', { store: id.shenzhen, on })).area?.name
  expect([await areaOn('2026-05-31'), await areaOn('2026-06-01')]).toEqual(['华南区', '华东区'])
  expect(await admin.do('organization.closeArea', { area: id.south, on: '2026-04-30' })).toMatchObject({
    ok: false,
    problem: { why: 'areaHasStores' },
  })
  answerOf(await admin.do('organization.closeArea', { area: id.south, on: '2026-05-31' }))
  expect(
    answerOf<Chart>(await admin.see('organization.chart', { on: '2026-06-01' })).areas.map((a) => a.name),
  ).toEqual(['华东区'])
})

test('closed days are entered by the area manager and taken back', async () => {
  const boss = door.as(id.area)
  expect(
    whyOf(
      await boss.do('organization.closeDays', {
        store: id.shenzhen,
        from: '2026-03-10',
        to: '2026-03-12',
        reason: '装修',
      }),
    ),
  ).toBe('scope')
  answerOf(
    await boss.do('organization.closeDays', {
      store: id.hangzhou,
      from: '2026-03-10',
      to: '2026-03-12',
      reason: '商场装修',
    }),
  )
  answerOf(
    await boss.do('organization.reopenDays', { store: id.hangzhou, from: '2026-03-12', to: '2026-03-12' }),
  )
  const seen = answerOf<StoreView>(await boss.see('organization.store', { store: id.hangzhou }))
  expect(seen.closedDays).toEqual([
    { day: '2026-03-10', reason: '商场装修' },
    { day: '2026-03-11', reason: '商场装修' },
  ])
})

test('who stands in may do what the holder may, for the days agreed, until it is taken back', async () => {
  const delegation = newId()
  expect((await door.as(id.associate).see('organization.store', { store: id.hangzhou })).ok).toBe(true)
  expect(
    whyOf(
      await door.as(id.associate).do('organization.delegate', {
        id: newId(),
        appointment: id.managerSeat,
        toPerson: id.associate,
        from: '2026-03-02',
        to: '2026-03-02',
        reason: '自己',
      }),
    ),
  ).toBe('position')
  answerOf(
    await door.as(id.manager).do('organization.delegate', {
      id: delegation,
      appointment: id.managerSeat,
      toPerson: id.associate,
      from: '2026-03-02',
      to: '2026-03-04',
      reason: '年假',
    }),
  )
  const chart = answerOf<Chart>(await admin.see('organization.chart'))
  expect(chart.areas[0]!.stores[0]!.managers[0]!.standIn).toMatchObject({ name: '李娜', until: '2026-03-04' })
  expect(
    answerOf<PersonView>(
      await door.as(id.associate, { now: nextDay }).see('organization.person', { person: id.manager }),
    ).name,
  ).toBe('王芳')
  answerOf(await door.as(id.area).do('organization.endDelegation', { delegation }))
  expect(
    whyOf(await door.as(id.associate, { now: nextDay }).see('organization.person', { person: id.manager })),
  ).toBe('scope')
})

test('whoever leaves is signed out at once, and the seat stands empty', async () => {
  const person = newId()
  answerOf(
    await hire(
      person,
      '1008',
      '孙丽',
      { position: 'storeManager', store: id.shenzhen },
      { password: 'hers alone' },
    ),
  )
  const soon = { login: '1008', password: 'hers alone' }
  expect((await door.as(undefined).do('access.signIn', soon)).ok).toBe(true)
  expect(
    answerOf(
      await door
        .as(id.personnel)
        .do('organization.dismiss', { person, lastDay: '2026-03-02', reason: '个人原因' }),
    ),
  ).toMatchObject({ ended: 1, signedOut: true })
  expect(
    await door.database.query('select 1 from session where person_id = $1 and ended_at is null', [person]),
  ).toEqual([])
  expect(whyOf(await door.as(undefined).do('access.signIn', soon))).toBe('wrongLogin')
  const chart = answerOf<Chart>(await admin.see('organization.chart', { on: '2026-03-03' }))
  expect(chart.vacancies).toContainEqual(
    expect.objectContaining({
      position: 'storeManager',
      store: expect.objectContaining({ name: '深圳海岸' }),
    }),
  )
  expect(
    whyOf(
      await admin.do('organization.dismiss', { person: id.admin, lastDay: '2026-03-02', reason: '离开' }),
    ),
  ).toBe('lastAdministrator')
})

test('a closing store takes its people along only when that is agreed', async () => {
  const closing = newId()
  answerOf(await store(closing, 'SZ09', '深圳试营', id.south))
  answerOf(await hire(newId(), '1009', '郑好', { position: 'salesAssociate', store: closing }))
  const close = (endAppointments: boolean) =>
    admin.do('organization.closeStore', {
      store: closing,
      on: '2026-04-30',
      reason: '合同到期',
      endAppointments,
    })
  expect(await close(false)).toMatchObject({
    ok: false,
    problem: { why: 'peopleStillThere', facts: { names: '郑好' } },
  })
  expect(answerOf(await close(true))).toMatchObject({ ended: 1 })
})

test('headquarters edits the calendar: a day, a year, a trade event', async () => {
  expect(whyOf(await admin.do('organization.fillCalendar', { year: 2031 }))).toBe('yearUnknown')
  answerOf(
    await admin.do('organization.markDay', {
      day: '2027-02-06',
      kind: 'holiday',
      name: '春节',
      nameEn: 'Spring Festival',
    }),
  )
  const event = newId()
  answerOf(
    await admin.do('organization.planEvent', {
      id: event,
      name: '春季上新',
      from: '2027-03-01',
      to: '2027-03-07',
    }),
  )
  expect(
    whyOf(
      await admin.do('organization.planEvent', {
        id: newId(),
        name: '反了',
        from: '2027-03-07',
        to: '2027-03-01',
      }),
    ),
  ).toBe('endsBeforeItBegins')
  const year = answerOf<{ days: unknown[]; events: { name: string; store: unknown }[] }>(
    await door.as(id.manager).see('organization.calendar', { year: 2027 }),
  )
  expect(year.days).toHaveLength(1)
  expect(year.events).toEqual([expect.objectContaining({ name: '春季上新', store: null })])
  answerOf(await admin.do('organization.dropEvent', { event }))
})

test('a wrong phone is refused at its field, in the reader’s language', async () => {
  const input = { id: newId(), jobNumber: '77', name: 'Ann', hiredOn: '2026-01-01', phone: 'call me' }
  expect(await door.as(id.admin, { language: 'en' }).do('organization.hire', input)).toMatchObject({
    ok: false,
    problem: { status: 422, fields: [{ field: 'phone', message: 'This is not a phone number' }] },
  })
})

test('every change stands in the audit with who, before and after', async () => {
  const lines = await door.database.query<{ action: string; actor_id: string; detail: { reason?: string } }>(
    `select action, actor_id, detail from audit_line where action = 'organization.moveStore'`,
  )
  expect(lines).toEqual([
    expect.objectContaining({ actor_id: id.admin, detail: expect.objectContaining({ reason: '区域调整' }) }),
  ])
})
