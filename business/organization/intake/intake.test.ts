import { beforeAll, expect, test } from 'vitest'
import type { Database, Db } from '../../../platform/database/database.ts'
import { rolledBack, testDatabase } from '../../../platform/database/testing.ts'
import { dayOf } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { say } from '../../../platform/kinds/words.ts'
import { Keys, newKey } from '../../../platform/secrets/keys.ts'
import { organizationInvariants } from '../invariants.ts'
import { readDay, readKind, readPosition, readSquareMetres } from './cells.ts'
import { readPeople } from './people.ts'
import type { IntakeRow, PeopleDefaults, PersonField, StoreDefaults, StoreField } from './shape.ts'
import { readStores } from './stores.ts'
import { applyPeople, applyStores, findKnownPeople, findKnownStores } from './tables.ts'
import { intakeWords } from './words.ts'
import { placeOfCountry } from './zones.ts'

const today = dayOf('2026-03-02')
const storeDefaults: StoreDefaults = {
  openedOn: dayOf('2023-01-01'),
  kind: 'street',
  area: '未分区',
  timeZone: 'Asia/Shanghai',
}
const peopleDefaults: PeopleDefaults = { hiredOn: dayOf('2023-01-01'), from: today }
const rowsOf = <F extends string>(list: readonly Partial<Record<F, string>>[]): IntakeRow<F>[] =>
  list.map((cells, i) => ({ row: i + 2, cells }))

const storeList = rowsOf<StoreField>([
  {
    code: 'HZ01',
    name: '杭州云锦百货',
    kind: '专柜',
    mall: '云锦百货',
    city: '杭州',
    area: '华东一区',
    openedOn: '2024年3月1日',
    squareMetres: '86.5㎡',
  },
  {
    code: 'SH02',
    name: '上海汇澜',
    kind: '租赁',
    city: '上海',
    area: '华东一区',
    openedOn: '2022/5/18',
    squareMetres: '120',
  },
  { code: 'NY1', name: 'Store Houston', city: 'Houston', country: 'United States' },
])
const peopleList = rowsOf<PersonField>([
  {
    jobNumber: '1001',
    name: '王芳',
    position: '店长',
    store: 'HZ01',
    phone: '138 0000 0001',
    hiredOn: '2024-03-01',
  },
  { jobNumber: '1002', name: '李娜', position: 'Cashier', store: '杭州云锦百货', phone: '13800000002' },
  { jobNumber: '1003', name: '李娜', position: '导购', store: 'SH02' },
  { jobNumber: '1004', name: '李娜', position: 'Store Manager', store: 'sh02' },
  { jobNumber: '1005', name: '周敏', position: '运营区长', area: '华东一区' },
  { jobNumber: '1006', name: '吴静', position: '财务专员' },
])

const vault = { keys: new Keys(newKey()), now: new Date('2026-11-23T02:00:00Z') }
let database: Database
beforeAll(async () => {
  database = await testDatabase()
})

async function importAll(db: Db): Promise<void> {
  await applyStores(db, readStores(storeList, await findKnownStores(db, today), storeDefaults, today, newId))
  await applyPeople(
    db,
    vault,
    readPeople(peopleList, await findKnownPeople(db, vault.keys), peopleDefaults, newId),
  )
}

test('cells are read as people write them, and nothing is guessed', () => {
  expect(
    [
      '2024-03-01',
      '2024/3/1',
      '2024年3月1日',
      '２０２４．３．１',
      '20240301',
      '2024-03-01T00:00:00.000Z',
    ].map(readDay),
  ).toEqual(Array(6).fill('2024-03-01'))
  expect(['03/04/2024', '2024-02-30', '昨天', ''].map(readDay)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
  expect(['商场专柜', '租赁店', '街边店', '奥特莱斯', 'Outlet', '??'].map(readKind)).toEqual([
    'concession',
    'leased',
    'street',
    'outlet',
    'outlet',
    undefined,
  ])
  expect(['86.5㎡', '1,200', '128 平方米', 'big', '0'].map(readSquareMetres)).toEqual([
    86.5,
    1200,
    128,
    undefined,
    undefined,
  ])
})

test('only a store manager leads; everybody else in a store keeps the company’s own title', () => {
  expect(readPosition('店长', true)).toEqual({ position: 'storeManager', title: null })
  expect(readPosition('Store Manager', true)).toEqual({ position: 'storeManager', title: null })
  expect(readPosition('Assistant Manager', true)).toEqual({
    position: 'salesAssociate',
    title: 'Assistant Manager',
  })
  expect(readPosition('副店长', true)).toEqual({ position: 'salesAssociate', title: '副店长' })
  expect(readPosition('', true)).toEqual({ position: 'salesAssociate', title: null })
  expect(readPosition('财务专员', false)?.position).toBe('finance')
  expect(readPosition('Cashier', false)).toBeUndefined()
})

test('a country gives time zone and currency, a city its own zone', () => {
  expect(placeOfCountry('United States', 'Houston')).toEqual({ zone: 'America/Chicago', currency: 'USD' })
  expect(placeOfCountry('中国', '上海')).toEqual({ zone: 'Asia/Shanghai', currency: 'CNY' })
  expect(placeOfCountry('Atlantis', '')).toBeUndefined()
})

test('stores and people come in; the same file again changes nothing; every invariant holds', async () => {
  await rolledBack(database, async (db) => {
    const stores = readStores(storeList, await findKnownStores(db, today), storeDefaults, today, newId)
    expect(stores).toMatchObject({ refused: [], unchanged: [], updates: [] })
    expect(stores.areas.map((a) => [a.name, a.openedOn])).toEqual([
      ['华东一区', '2022-05-18'],
      ['未分区', '2023-01-01'],
    ])
    expect(stores.creates[2]).toMatchObject({
      timeZone: 'America/Chicago',
      currency: 'USD',
      kind: 'street',
      openedOn: '2023-01-01',
    })
    await applyStores(db, stores)
    const people = readPeople(peopleList, await findKnownPeople(db, vault.keys), peopleDefaults, newId)
    expect(people.refused).toEqual([])
    expect(people.creates.map((p) => [p.jobNumber, p.name, p.begins?.position, p.begins?.title])).toEqual([
      ['1001', '王芳', 'storeManager', null],
      ['1002', '李娜', 'salesAssociate', 'Cashier'],
      ['1003', '李娜', 'salesAssociate', null],
      ['1004', '李娜', 'storeManager', null],
      ['1005', '周敏', 'areaManager', null],
      ['1006', '吴静', 'finance', null],
    ])
    // Hired before the store opened: in the seat from its first day.
    expect(people.creates[1]!.begins).toMatchObject({ from: '2024-03-01' })
    await applyPeople(db, vault, people)

    const storesAgain = readStores(storeList, await findKnownStores(db, today), storeDefaults, today, newId)
    expect(storesAgain).toEqual({
      areas: [],
      malls: [],
      creates: [],
      updates: [],
      unchanged: [2, 3, 4],
      refused: [],
    })
    const peopleAgain = readPeople(peopleList, await findKnownPeople(db, vault.keys), peopleDefaults, newId)
    expect(peopleAgain).toEqual({ creates: [], updates: [], unchanged: [2, 3, 4, 5, 6, 7], refused: [] })
    for (const { name, sql } of organizationInvariants)
      expect([name, await db.query(sql)]).toEqual([name, []])
  })
})

test('a changed row moves the store and the person from a day on, and keeps what came before', async () => {
  await rolledBack(database, async (db) => {
    await importAll(db)
    const moved = rowsOf<StoreField>([{ code: 'HZ01', area: '华东二区', squareMetres: '90' }])
    const stores = readStores(moved, await findKnownStores(db, today), storeDefaults, today, newId)
    expect(stores.updates[0]).toMatchObject({
      name: '杭州云锦百货',
      measured: { from: today, squareMetres: 90 },
    })
    expect(stores.updates[0]!.memberships.map((m) => m.from)).toEqual(['2024-03-01', today])
    await applyStores(db, stores)

    const people = readPeople(
      rowsOf<PersonField>([{ jobNumber: '1003', position: '副店长', store: 'HZ01' }]),
      await findKnownPeople(db, vault.keys),
      peopleDefaults,
      newId,
    )
    expect(people.updates[0]).toMatchObject({
      name: '李娜',
      begins: { from: today, title: '副店长', position: 'salesAssociate' },
      ends: { on: '2026-03-01' },
    })
    await applyPeople(db, vault, people)
    const seats = await db.query(
      `select s.code, a.from_day, a.to_day from appointment a join person p on p.id = a.person_id join store s on s.id = a.store_id
       where p.job_number = '1003' order by a.from_day`,
    )
    expect(seats).toEqual([
      { code: 'SH02', from_day: '2023-01-01', to_day: '2026-03-01' },
      { code: 'HZ01', from_day: '2026-03-02', to_day: null },
    ])
    for (const { name, sql } of organizationInvariants)
      expect([name, await db.query(sql)]).toEqual([name, []])
  })
})

test('each row that cannot be taken is refused by number, in words of both languages', async () => {
  await rolledBack(database, async (db) => {
    await importAll(db)
    const stores = readStores(
      rowsOf<StoreField>([
        { code: 'X1', name: '新店', kind: '船' },
        { code: '', name: '无码' },
        { code: 'X2', name: '店', openedOn: '03/04/2024' },
        { code: 'X3', name: '柜', kind: '专柜' },
        { code: 'X4', name: '一' },
        { code: 'x4', name: '二' },
        { code: 'X5', name: '已关', openedOn: '2024-05-01', closedOn: '2024-04-01' },
      ]),
      await findKnownStores(db, today),
      storeDefaults,
      today,
      newId,
    )
    expect(stores.refused.map((r) => [r.row, r.refusal.refused])).toEqual([
      [2, 'kindUnknown'],
      [3, 'codeMissing'],
      [4, 'dayUnreadable'],
      [5, 'concessionNeedsMall'],
      [7, 'twiceInFile'],
      [8, 'closesBeforeOpening'],
    ])
    const people = readPeople(
      rowsOf<PersonField>([
        { name: '无工号', store: 'HZ01' },
        { jobNumber: '2001', name: '赵敏', store: '不存在' },
        { jobNumber: '2002', name: '钱多', position: '店长', store: 'HZ01' },
        { jobNumber: '2003', name: '孙丽', store: 'HZ01', phone: '13800000001' },
        { jobNumber: '2004', name: '孙丽', store: 'HZ01', hiredOn: '上周' },
        { jobNumber: '2005', name: '冯总', position: '总经理' },
        { jobNumber: '2006', name: '陈雪', position: 'Cashier' },
        { jobNumber: '2006', name: '陈雪', store: 'HZ01' },
      ]),
      await findKnownPeople(db, vault.keys),
      peopleDefaults,
      newId,
    )
    expect(people.refused.map((r) => [r.row, r.refusal.refused])).toEqual([
      [2, 'jobNumberMissing'],
      [3, 'storeUnknown'],
      [4, 'seatHeld'],
      [5, 'phoneTaken'],
      [6, 'dayUnreadable'],
      [7, 'positionByHand'],
      [8, 'storeMissing'],
      [9, 'twiceInFile'],
    ])
    const { refusal } = people.refused[1]!
    expect(say(intakeWords[refusal.refused], 'zh', refusal.facts)).toBe('没有店铺“不存在”，请先导入店铺')
    expect(say(intakeWords[refusal.refused], 'en', refusal.facts)).toBe(
      'There is no store “不存在”: import the stores first',
    )
    expect([...stores.creates, ...people.creates].map((x) => x.row)).toEqual([6])
  })
})

test('two rows of one file cannot both lead a store', async () => {
  await rolledBack(database, async (db) => {
    await importAll(db)
    const people = readPeople(
      rowsOf<PersonField>([
        { jobNumber: '3001', name: '甲', position: '店长', store: 'NY1' },
        { jobNumber: '3002', name: '乙', position: 'Store Manager', store: 'NY1' },
      ]),
      await findKnownPeople(db, vault.keys),
      peopleDefaults,
      newId,
    )
    expect(people.creates.map((p) => p.jobNumber)).toEqual(['3001'])
    expect(people.refused[0]).toMatchObject({
      row: 3,
      refusal: { refused: 'seatHeld', facts: { name: '甲' } },
    })
  })
})
