import { useState } from 'react'
import { addDays, type Day } from '../../../../platform/kinds/day.ts'
import { newId } from '../../../../platform/kinds/id.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { DayInput } from '../../../../platform/web/parts/DayInput.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { PinyinSelect } from '../../../../platform/web/parts/PinyinSelect.tsx'
import { Sheet } from '../../../../platform/web/parts/Sheet.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useMe, useName } from '../../../../platform/web/session.ts'
import { v } from '../page-words.ts'
import { longestPlanned } from '../plan-rules.ts'
import { api, type Calendar } from './api.ts'

/** A day, and the stores of it: pressed a store is planned for the day, pressed again it is not. */
export function PlanSheet(props: { seen: Calendar; at: { day?: Day; store?: string }; onClose: () => void }) {
  const { seen, at, onClose } = props
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const me = useMe().person.id
  const today = seen.today as Day
  const [day, choose] = useState<Day>(at.day ?? addDays(today, 1))
  const [more, add] = useState<readonly string[]>(at.store ? [at.store] : [])
  const plan = api.useDo('visits.plan')
  const unplan = api.useDo('visits.unplan')
  const problem = plan.error ?? unplan.error
  const mine = seen.plans.filter((p) => p.day === day && p.person === me)
  const first = new Set([...more, ...mine.map((p) => p.store)])
  const listed = [
    ...seen.stores.filter((s) => first.has(s.id)),
    ...seen.stores.filter((s) => !first.has(s.id)).slice(0, 10),
  ]
  return (
    <Sheet title={say(v.planVisit)} onClose={onClose}>
      <div className="field">
        <b>{say(v.whichDay)}</b>
        <DayInput
          label={say(v.whichDay)}
          value={day}
          min={today}
          max={addDays(today, longestPlanned)}
          onChange={choose}
        />
      </div>
      {problem ? <FormProblem problem={problem} /> : null}
      {seen.stores.length > 10 ? (
        <PinyinSelect
          label={say(v.chooseStore)}
          placeholder={say(v.otherStore)}
          options={seen.stores.map((s) => ({ value: s.id, label: name(s), note: s.code }))}
          value={undefined}
          onChange={(store) => add([...more, store])}
        />
      ) : null}
      <ul className="visit-stores plan-stores">
        {listed.map((s) => {
          const planned = mine.find((p) => p.store === s.id)
          return (
            <li key={s.id}>
              <button
                type="button"
                aria-pressed={planned !== undefined}
                disabled={plan.isPending || unplan.isPending}
                onClick={() =>
                  planned
                    ? unplan.mutate({ store: s.id, id: planned.id })
                    : plan.mutate({ id: newId(), store: s.id, day })
                }
              >
                <b translate="no">
                  {planned ? '✓ ' : ''}
                  {name(s)}
                </b>
                <small className={s.isLong ? 'tone-late' : undefined}>
                  {s.last ? say(v.lastSeen, { day: f.day(s.last as Day), days: s.unvisited }) : say(v.never)}
                  {s.next ? ` · ${say(v.nextOn, { day: f.day(s.next as Day) })}` : ''}
                </small>
              </button>
            </li>
          )
        })}
      </ul>
    </Sheet>
  )
}
