import { z } from 'zod'
import type { Actor } from '../../../platform/access/who.ts'
import { addDays } from '../../../platform/kinds/day.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { type Context, operations, view } from '../../../platform/server/door.ts'
import { phoneIndex } from '../people/phones.ts'
import { mayDelegate } from '../people/rules.ts'
import { everyone } from '../reach.ts'
import { phoneFrom } from '../shape.ts'
import { findStore, listAreas, listClosedDays, listMalls, listSellingAreas } from '../stores/tables.ts'
import { drawChart, personSeen, postSeen, type Sight, sightOf } from './rules.ts'
import {
  type Chart,
  chartInput,
  onePersonInput,
  oneStoreInput,
  type PersonView,
  type Places,
  peopleListInput,
  type StoreView,
  searchInput,
  storeListInput,
} from './shape.ts'
import { peopleSheet, storesSheet } from './sheets.ts'
import { areasOfStore, areasOn, listPeople, listStores, onePerson, postsOn, storesOn } from './tables.ts'
import { chartWords } from './words.ts'

/** What of a search may be a phone number, for those who may find people by it. */
async function phoneIn(
  { db, keys, actor }: Pick<Context, 'db' | 'keys' | 'actor'>,
  text: string | undefined,
) {
  if (sight(actor) !== 'all' || !text) return undefined
  const whole = phoneFrom(text)
  const digits = text.trim()
  return {
    index: whole ? await phoneIndex(db, keys, whole) : null,
    end: /^\d{4}$/.test(digits) ? digits : null,
  }
}
const sight = (actor: Actor): Sight => sightOf(actor.appointments.map((a) => a.position))

export const chartOperations = operations(chartWords, {
  'organization.chart': view({
    summary: ['组织架构', 'Organization chart'],
    who: everyone,
    about: 'company',
    input: chartInput,
    async run({ db, actor, scope, today }, { on, area }): Promise<Chart> {
      const day = on ?? today
      const stores = await storesOn(db, day, scope, area)
      // Whoever reaches single stores sees the areas that these belong to, above them.
      const above =
        scope.areas === 'all' ? 'all' : [...new Set([...scope.areas, ...stores.flatMap((s) => s.area ?? [])])]
      const areas = (await areasOn(db, day, { stores: scope.stores, areas: above })).filter(
        (a) => !area || a.id === area,
      )
      const posts = await postsOn(
        db,
        day,
        stores.map((s) => s.id),
        areas.map((a) => a.id),
      )
      const reader = { person: actor.person, sight: sight(actor), stores: scope.stores }
      const seen = posts.map((post) => postSeen(post, reader))
      return drawChart({
        day,
        today,
        areas,
        stores,
        posts: seen,
        whole: scope.stores === 'all' && !area,
        unfolded: area !== undefined,
      })
    },
  }),
  'organization.stores': view({
    summary: ['店铺名单', 'List of stores'],
    who: everyone,
    about: 'company',
    input: storeListInput,
    async run({ db, scope, today }, { on, ...wanted }) {
      return { day: on ?? today, stores: await listStores(db, scope, { day: on ?? today, ...wanted }) }
    },
    sheet: ({ stores }, language) => storesSheet(stores, language),
  }),
  'organization.people': view({
    keptNowhere: true,
    summary: ['人员名单', 'List of people'],
    who: everyone,
    about: 'company',
    input: peopleListInput,
    async run(context, { on, ...wanted }) {
      const { db, actor, scope, today } = context
      const day = on ?? today
      const rows = await listPeople(db, scope, { day, phone: await phoneIn(context, wanted.text), ...wanted })
      const people = rows.map(({ found: _found, ...person }) =>
        personSeen(person, sight(actor), actor.person),
      )
      return { day, found: rows[0]?.found ?? 0, people }
    },
    sheet: ({ people }, language) => peopleSheet(people, language),
  }),
  'organization.places': view({
    summary: ['区域和商场', 'Areas and malls'],
    who: everyone,
    about: 'company',
    input: z.strictObject({}),
    async run({ db, scope }): Promise<Places> {
      const areas = await listAreas(db)
      return {
        areas: areas.filter((a) => scope.areas === 'all' || scope.areas.includes(a.id)),
        malls: await listMalls(db),
      }
    },
  }),
  'organization.store': view({
    summary: ['一家店铺', 'One store'],
    who: everyone,
    about: (_db, { store }: { store: string }) => ({ store }),
    input: oneStoreInput,
    async run({ db, actor, scope, today }, { store: id, on }) {
      const store = await findStore(db, id)
      if (!store) return refuse('notFound')
      const day = on ?? today
      const areas = await areasOfStore(db, id)
      const posts = (await postsOn(db, day, [id], [])).filter((p) => p.store === id)
      const reader = { person: actor.person, sight: sight(actor), stores: scope.stores }
      const answer: StoreView = {
        ...store,
        area: areas.findLast((m) => m.from <= day)?.area ?? null,
        areas,
        sellingAreas: await listSellingAreas(db, id),
        closedDays: await listClosedDays(db, id, addDays(today, -90)),
        people: posts.map((post) => postSeen(post, reader)),
        day,
        today,
      }
      return answer
    },
  }),
  'organization.person': view({
    keptNowhere: true,
    summary: ['一位员工', 'One person'],
    who: { ...everyone, salesAssociate: 'own' },
    // Everybody may open himself, also where his seat is an area or headquarters.
    about: (_db, { person }: { person: string }, actor) =>
      person === actor.person && !actor.onlyStore ? 'company' : { person },
    input: onePersonInput,
    async run({ db, actor, today }, { person: id }) {
      const found = await onePerson(db, id)
      if (!found) return refuse('notFound')
      const { seats, ...person } = found
      const answer: PersonView = {
        ...personSeen(person, sight(actor), actor.person),
        appointments: seats.map((a) => ({
          ...a,
          mayDelegate:
            a.position !== 'salesAssociate' &&
            (a.to === null || a.to >= today) &&
            mayDelegate(actor, { ...a, person: id, store: a.store?.id ?? null, area: a.area?.id ?? null }),
        })),
        today,
      }
      return answer
    },
  }),
  'organization.search': view({
    keptNowhere: true,
    summary: ['搜人、店、区域', 'Search people, stores, areas'],
    who: everyone,
    about: 'company',
    input: searchInput,
    async run(context, { text, limit }) {
      const { db, actor, scope, today } = context
      if (!text.trim()) return { people: [], stores: [] }
      const people = await listPeople(db, scope, {
        day: today,
        text,
        limit,
        phone: await phoneIn(context, text),
      })
      return {
        people: people.map(({ found: _found, ...person }) => personSeen(person, sight(actor), actor.person)),
        stores: await listStores(db, scope, { day: today, text, limit }),
      }
    },
  }),
})
