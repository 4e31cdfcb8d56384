import { useFormat } from '../../../../platform/web/format.ts'
import { BarList } from '../../../../platform/web/parts/BarList.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Go } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useSays } from '../../editions/pages/says.ts'
import { v } from '../page-words.ts'
import type { Recurring } from './api.ts'

/** The same thing in the same store again and again: not one to be mended, but one to be asked why. */
export function RecurringCard(props: {
  recurring: readonly Recurring[]
  /** Of several stores: what each is called. */
  places?: ReadonlyMap<string, string>
}) {
  const { recurring, places } = props
  const say = useSay()
  const f = useFormat()
  const says = useSays()
  return (
    <Card title={say(v.recurring)} sub={say(v.recurringSub)}>
      {recurring.length === 0 ? (
        <p className="note">{say(v.noneRecurring)}</p>
      ) : (
        <div className="visit-recurring">
          <BarList
            label={say(v.recurring)}
            room="5em"
            bars={recurring.map((r) => ({
              key: `${r.store} ${r.code}`,
              label: (
                <span translate="no">
                  {places ? (
                    <Go to="/visits/store" search={{ store: r.store }}>
                      {places.get(r.store) ?? ''}
                    </Go>
                  ) : null}
                  {places ? ' · ' : ''}
                  {says(r)} <small>{say(v.lastTime, { day: f.day(r.last) })}</small>
                </span>
              ),
              value: r.times,
              text: say(v.times, { count: r.times }),
              tone: r.times > 2 ? 'missed' : 'late',
            }))}
          />
        </div>
      )}
    </Card>
  )
}
