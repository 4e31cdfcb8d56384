import { parentPort } from 'node:worker_threads'
import type { Day } from '../../../platform/kinds/day.ts'
import { fromDayNumber } from '../../../platform/kinds/day.ts'
import { calendarOf } from './calendar.ts'
import type { PlanStore } from './plan-input.ts'
import type { FromPlanner, PlanFrame, StoreHistory, ToPlanner } from './plan-messages.ts'
import { type Planner, proposeYear } from './propose.ts'

/** The planning thread: seconds of arithmetic that no request has to wait for. */
const port = parentPort
if (!port) throw new Error('the planner runs as a worker thread only')

const partOf = 100
const begun = new Map<number, { frame: PlanFrame; stores: PlanStore[] }>()
const planned = new Map<number, Planner>()

port.on('message', (message: ToPlanner) => {
  const { plan } = message
  if (message.say === 'begin') begun.set(plan, { frame: message.frame, stores: [] })
  else if (message.say === 'stores') begun.get(plan)!.stores.push(...message.stores.map(withHistory))
  else if (message.say === 'plan') make(plan)
  else if (message.say === 'forget') planned.delete(plan)
  else {
    const days = message.asked.map(({ store, month }) => planned.get(plan)!.dayWeights(store, month))
    tell({ plan, say: 'days', request: message.request, days })
  }
})

function make(plan: number): void {
  const { frame, stores } = begun.get(plan)!
  begun.delete(plan)
  const { year, growth, campaigns } = frame
  const planner = proposeYear({
    year,
    stores,
    campaigns,
    calendar: calendarOf(frame.region, frame.holidays),
    ...(growth === undefined ? {} : { growth }),
  })
  planned.set(plan, planner)
  const all = planner.proposal.stores
  for (let i = 0; i < all.length; i += partOf)
    tell({ plan, say: 'proposals', proposals: all.slice(i, i + partOf) })
  tell({ plan, say: 'planned', historyUntil: lastDay(stores) })
}

const withHistory = ({ days, nets, ...store }: StoreHistory): PlanStore => ({
  ...store,
  history: new Map(days.map((day, i) => [writtenDay(day), nets[i]!])),
})

/** Stores share their days: each is written out once. */
const written = new Map<number, Day>()
function writtenDay(number: number): Day {
  let day = written.get(number)
  if (day === undefined) {
    day = fromDayNumber(number)
    written.set(number, day)
  }
  return day
}

function lastDay(stores: readonly PlanStore[]): Day | null {
  let last: Day | null = null
  for (const { history } of stores)
    for (const day of history.keys()) if (last === null || day > last) last = day
  return last
}

function tell(message: FromPlanner): void {
  port!.postMessage(message)
}
