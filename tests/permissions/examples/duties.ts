import { companyWide, newId } from '../../../platform/kinds/id.ts'
import { type At, type Example, type Examples, example } from '../examples.ts'
import type { World } from '../world.ts'

interface Instance {
  readonly store: string
  readonly instance: string
}
/** An occurrence of a duty of that position at a seat, done or not; of a certain duty where only that will do. */
async function instanceAt(
  { database }: World,
  at: At,
  { about, position, done, duty }: Wanted,
): Promise<Instance> {
  const seat = { store: at.store.id, area: at.area.id, company: companyWide }[about]
  const [found] = await database.query<Instance>(
    `select i.store_id as store, i.id as instance from duty_instance i
     left join duty_discharge d on d.store_id = i.store_id and d.instance_id = i.id
     left join duty_excuse e on e.store_id = i.store_id and e.instance_id = i.id
     where i.seat_id = $1 and i.position = $2 and (d.at is not null) = $3 and ($4::text is null or i.duty = $4)
       and e.at is null order by i.due_at, i.id limit 1`,
    [seat, position, done, duty ?? null],
  )
  return found ?? { store: about === 'store' ? at.store.id : companyWide, instance: newId() }
}
interface Wanted {
  readonly about: 'store' | 'area' | 'company'
  readonly position: string
  readonly done: boolean
  readonly duty?: string
}

const ofInstance = (
  wanted: Wanted,
  more: Readonly<Record<string, unknown>> = {},
  before?: Example<Instance>['before'],
): Example =>
  example<Instance>({
    about: wanted.about,
    where: (at) => !at.store.closed,
    setUp: (world, at) => instanceAt(world, at, wanted),
    ...(before && { before }),
    input: (_world, _at, _caller, found) => ({ ...found, ...more }),
  })
const opened: Example<Instance>['before'] = (world, _at, caller, found) =>
  world.ask(caller, 'action', 'duties.open', found)

const ofAssociate = { about: 'store', position: 'salesAssociate' } as const
const ofArea = { about: 'area', position: 'areaManager' } as const
const leave = { kind: 'leave', why: '年假' }
const again = { words: '请重做一遍' }

export const examples: Examples = {
  'duties.instance': [
    ofInstance({ ...ofAssociate, done: false }),
    ofInstance({ ...ofArea, done: false }),
    ofInstance({ about: 'company', position: 'operationsDirector', done: false }),
  ],
  'duties.excuse': [
    ofInstance({ ...ofAssociate, done: false }, leave),
    ofInstance({ ...ofArea, done: false }, leave),
  ],
  'duties.ofSeat': [
    { about: 'store', input: (_world, { store }) => ({ seat: store.id }) },
    { about: 'area', input: (_world, { area }) => ({ seat: area.id }) },
    { about: 'company', input: () => ({ seat: companyWide }) },
  ],
  'duties.open': ofInstance({ ...ofAssociate, done: true }),
  'duties.confirm': ofInstance({ ...ofAssociate, done: true }, {}, opened),
  'duties.sendBack': [
    {
      ...ofInstance({ about: 'store', position: 'storeManager', done: true, duty: 'SM-1.1' }, again, opened),
      never: { storeManager: 'no duty of an associate can be done a second time yet' },
    },
    ofInstance({ ...ofArea, done: true, duty: 'AM-2.1' }, again, opened),
  ],
}
