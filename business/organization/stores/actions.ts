import type { About } from '../../../platform/access/who.ts'
import type { Db } from '../../../platform/database/database.ts'
import { isRefusal, refuse } from '../../../platform/kinds/refusal.ts'
import { action, operations } from '../../../platform/server/door.ts'
import { takeTurns } from '../lock.ts'
import { appointmentsInStoreAfter, endAppointmentsInStore } from '../people/tables.ts'
import { storeKeepers } from '../reach.ts'
import {
  changeStore,
  closeArea,
  closeDays,
  closeStore,
  measureStore,
  moveStore,
  openArea,
  openStore,
  type StoreCircumstances,
} from './rules.ts'
import {
  areaInput,
  changeStoreInput,
  closeAreaInput,
  closedDaysInput,
  closeStoreInput,
  mallInput,
  measureStoreInput,
  moveStoreInput,
  openStoreInput,
  reopenDaysInput,
  type StoreInput,
} from './shape.ts'
import {
  areaByCode,
  deleteClosedDays,
  findArea,
  findMall,
  findStore,
  firstMemberDay,
  listMemberships,
  listSellingAreas,
  mallByName,
  storeByCode,
  storesInAreaAfter,
  writeArea,
  writeAreaClosing,
  writeClosedDays,
  writeMall,
  writeMemberships,
  writeSellingArea,
  writeStore,
  writeStoreClosing,
} from './tables.ts'
import { storeWords } from './words.ts'

const theStore = (_db: Db, input: { store: string }): About => ({ store: input.store })
const closers = { ...storeKeepers, areaManager: 'area' } as const

async function circumstances(db: Db, input: StoreInput): Promise<StoreCircumstances> {
  return {
    taken: await storeByCode(db, input.code),
    mall: input.mall === null ? undefined : ((await findMall(db, input.mall)) ?? null),
  }
}

export const storeOperations = operations(storeWords, {
  'organization.writeArea': action({
    summary: ['设立或修改区域', 'Open or change an area'],
    who: storeKeepers,
    about: 'company',
    input: areaInput,
    async run({ db, note }, area) {
      await takeTurns(db)
      const before = await findArea(db, area.id)
      const wrong = openArea(area, await areaByCode(db, area.code), await firstMemberDay(db, area.id))
      if (wrong) return wrong
      await writeArea(db, area)
      note({ record: area.id, before, after: area })
      return { id: area.id }
    },
  }),
  'organization.closeArea': action({
    summary: ['撤销区域', 'Close an area'],
    who: storeKeepers,
    about: (_db, { area }: { area: string }) => ({ area }),
    input: closeAreaInput,
    async run({ db, note }, input) {
      await takeTurns(db)
      const area = await findArea(db, input.area)
      if (!area) return refuse('notFound')
      const decision = closeArea(area, input.on, await storesInAreaAfter(db, area.id, input.on))
      if (isRefusal(decision)) return decision
      await writeAreaClosing(db, area.id, decision.closedOn)
      note({ record: area.id, before: area, after: decision })
      return { id: area.id }
    },
  }),
  'organization.writeMall': action({
    summary: ['登记或修改商场', 'Enter or change a mall'],
    who: storeKeepers,
    about: 'company',
    input: mallInput,
    async run({ db, note }, mall) {
      await takeTurns(db)
      const taken = await mallByName(db, mall.name, mall.city)
      if (taken && taken.id !== mall.id)
        return refuse('mallTaken', { name: mall.name, city: mall.city }, 'name')
      const before = await findMall(db, mall.id)
      await writeMall(db, mall)
      note({ record: mall.id, before, after: mall })
      return { id: mall.id }
    },
  }),
  'organization.openStore': action({
    summary: ['新增店铺', 'Open a store'],
    who: storeKeepers,
    about: 'company',
    input: openStoreInput,
    async run({ db, note }, { area, squareMetres, ...store }) {
      await takeTurns(db)
      if (await findStore(db, store.id)) return refuse('changedMeanwhile')
      const decision = openStore(store, await findArea(db, area), await circumstances(db, store))
      if (isRefusal(decision)) return decision
      await writeStore(db, store)
      await writeMemberships(db, store.id, decision.memberships)
      if (squareMetres) await writeSellingArea(db, store.id, store.openedOn, squareMetres)
      note({ record: store.id, store: store.id, after: { ...store, area, squareMetres } })
      return { id: store.id }
    },
  }),
  'organization.changeStore': action({
    summary: ['修改店铺资料', 'Change a store’s facts'],
    who: storeKeepers,
    about: (_db, { id }: { id: string }) => ({ store: id }),
    input: changeStoreInput,
    async run({ db, note }, input) {
      await takeTurns(db)
      const store = await findStore(db, input.id)
      if (!store) return refuse('notFound')
      const decision = changeStore(
        store,
        await listMemberships(db, store.id),
        input,
        await circumstances(db, input),
      )
      if (isRefusal(decision)) return decision
      await writeStore(db, input)
      await writeMemberships(db, store.id, decision.memberships)
      note({ record: store.id, before: store, after: input })
      return { id: store.id }
    },
  }),
  'organization.closeStore': action({
    summary: ['登记关店', 'Announce a store’s closing'],
    who: storeKeepers,
    about: theStore,
    input: closeStoreInput,
    async run({ db, now, note }, { store: id, on, reason, endAppointments }) {
      await takeTurns(db)
      const store = await findStore(db, id)
      if (!store) return refuse('notFound')
      const people = on === null ? [] : await appointmentsInStoreAfter(db, id, on)
      const decision = closeStore(store, on, people, endAppointments)
      if (isRefusal(decision)) return decision
      await writeStoreClosing(db, id, decision.closedOn)
      if (decision.closedOn) await endAppointmentsInStore(db, id, decision.closedOn, now)
      note({
        record: id,
        before: { closedOn: store.closedOn },
        after: { ...decision, ended: people.map((p) => p.name) },
        reason,
      })
      return { id, ended: people.length }
    },
  }),
  'organization.moveStore': action({
    summary: ['把店铺调到另一区域', 'Move a store to another area'],
    who: storeKeepers,
    about: theStore,
    input: moveStoreInput,
    async run({ db, note }, { store: id, area, from, reason }) {
      await takeTurns(db)
      const store = await findStore(db, id)
      if (!store) return refuse('notFound')
      const before = await listMemberships(db, id)
      const decision = moveStore(store, before, await findArea(db, area), from)
      if (isRefusal(decision)) return decision
      await writeMemberships(db, id, decision.memberships)
      note({ record: id, before, after: decision.memberships, reason })
      return { id }
    },
  }),
  'organization.measureStore': action({
    summary: ['登记卖场面积', 'Enter a store’s selling area'],
    who: storeKeepers,
    about: theStore,
    input: measureStoreInput,
    async run({ db, note }, { store: id, from, squareMetres }) {
      const store = await findStore(db, id)
      if (!store) return refuse('notFound')
      const wrong = measureStore(store, from)
      if (wrong) return wrong
      const before = await listSellingAreas(db, id)
      await writeSellingArea(db, id, from, squareMetres)
      note({ record: id, before, after: { from, squareMetres } })
      return { id }
    },
  }),
  'organization.closeDays': action({
    summary: ['登记停业日', 'Enter days on which a store is closed'],
    who: closers,
    about: theStore,
    input: closedDaysInput,
    async run({ db, note }, { store: id, from, to, reason }) {
      const store = await findStore(db, id)
      if (!store) return refuse('notFound')
      const decision = closeDays(store, from, to)
      if (isRefusal(decision)) return decision
      await writeClosedDays(db, id, decision.days, reason)
      note({ record: id, after: { from, to }, reason })
      return { id, days: decision.days.length }
    },
  }),
  'organization.reopenDays': action({
    summary: ['取消停业日', 'Take closed days back'],
    who: closers,
    about: theStore,
    input: reopenDaysInput,
    async run({ db, note }, { store: id, from, to }) {
      const days = await deleteClosedDays(db, id, from, to)
      note({ record: id, before: { from, to, days } })
      return { id, days }
    },
  }),
})
