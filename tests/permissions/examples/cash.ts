import { newId } from '../../../platform/kinds/id.ts'
import { today, yesterday } from '../chain.ts'
import { type At, type Example, type Examples, example } from '../examples.ts'
import { photoExamples } from '../photos.ts'
import type { World } from '../world.ts'

const words = '按凭证核对'
const trades: Example['where'] = (at, world) => world.records.cash[at.store.key] !== undefined
const moved = (world: World, at: At): number => world.records.cash[at.store.key]?.moved ?? 100
const slip = (at: At): string => `缴款${at.store.code}`

/** The store itself, also where the place is one that does not exist. */
const real = (world: World, at: At) => world.chain.stores[at.store.key]
const paidIn = (world: World, at: At, id: string, store = at.store.id) => ({
  id,
  store,
  days: [yesterday],
  amount: moved(world, at),
  slip: slip(at),
  paidTo: 'bank',
})
async function pay(world: World, at: At): Promise<string> {
  const id = newId()
  const { id: store, manager } = real(world, at)
  if (trades!(at, world)) await world.work.do(manager, 'cash.deposit', paidIn(world, at, id, store))
  return id
}
/** A line of the bank about the store's deposit; with the same amount it is matched at once. */
async function lineOf(
  world: World,
  at: At,
  more: number,
): Promise<{ deposit: string; line: string; match: string }> {
  const deposit = await pay(world, at)
  const { finance } = world.chain.posts
  const text = `店铺,日期,金额,参考号\n${at.store.code},${today},${(moved(world, at) + more) / 100},${slip(at)}\n`
  await world.work.do(finance, 'cash.enterStatement', { id: newId(), name: '银行流水', text })
  const { lines } = await world.work.see<{ lines: { store: string; id: string; match: string | null }[] }>(
    finance,
    'cash.statement',
    { only: 'all' },
  )
  const line = lines.find((l) => l.store === real(world, at).id)
  return { deposit, line: line?.id ?? newId(), match: line?.match ?? newId() }
}

export const examples: Examples = {
  ...photoExamples('cash'),
  'cash.float': {
    about: 'store',
    input: (_world, at) => ({ id: newId(), store: at.store.id, float: 66_600, from: 'company', words }),
  },
  'cash.payIn': {
    about: 'store',
    where: trades,
    input: (_world, at) => ({
      id: newId(),
      store: at.store.id,
      amount: 500,
      why: 'changeFund',
      receipt: 'S1',
    }),
  },
  'cash.payOut': {
    about: 'store',
    where: trades,
    input: (_world, at) => ({ id: newId(), store: at.store.id, amount: 500, why: 'courier', receipt: 'S2' }),
  },
  'cash.change': {
    about: 'store',
    where: trades,
    input: (_world, at) => ({ id: newId(), store: at.store.id, amount: 500, to: 'till' }),
  },
  'cash.count': {
    about: 'store',
    where: trades,
    input: (_world, at) => ({
      id: newId(),
      store: at.store.id,
      basedOn: 0,
      pieces: [{ value: 10_000, pieces: 3 }],
      tenders: [{ tender: 'card', amount: 9_900 }],
    }),
  },
  'cash.explain': {
    about: 'store',
    where: trades,
    input: (_world, at) => ({ store: at.store.id, day: yesterday, tender: 'cash', why: 'unknown', words }),
  },
  'cash.deposit': {
    about: 'store',
    where: trades,
    input: (world, at) => paidIn(world, at, newId()),
  },
  'cash.takeBackDeposit': example<string>({
    about: 'store',
    where: trades,
    setUp: pay,
    input: (_world, at, _caller, deposit) => ({ store: at.store.id, deposit: at.of(deposit), words }),
  }),
  'cash.setTerms': {
    about: 'company',
    input: () => ({ workingDays: 1, payInBy: '15:30', weekends: false, tolerance: 500 }),
  },
  'cash.enterStatement': {
    about: 'company',
    input: () => ({
      id: newId(),
      name: '商场对账',
      text: `店铺,日期,金额\n不存在的店,${today},12.00\nSTM1,${today},13.00\n`,
    }),
  },
  'cash.match': example<{ deposit: string; line: string }>({
    about: 'store',
    where: trades,
    setUp: (world, at) => lineOf(world, at, 700),
    input: (_world, at, _caller, { deposit, line }) => ({
      store: at.store.id,
      line: at.of(line),
      to: { deposit: at.of(deposit) },
      words,
    }),
  }),
  'cash.unmatch': example<{ match: string }>({
    about: 'store',
    where: trades,
    setUp: (world, at) => lineOf(world, at, 0),
    input: (_world, at, _caller, { match }) => ({ store: at.store.id, match: at.of(match), words }),
  }),
  'cash.closeDifference': {
    about: 'store',
    where: trades,
    input: (world, at) => ({
      store: at.store.id,
      kind: 'variance',
      about: at.of(world.records.cash[at.store.key]?.count),
      tender: 'cash',
      why: 'companyBears',
      words,
    }),
  },
}
