import { useState } from 'react'
import type { Day } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { type Money, sum } from '../../../platform/kinds/money.ts'
import { client } from '../../../platform/web/client.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { drop, keep, readKept } from '../../../platform/web/kept.ts'
import { Act } from '../../../platform/web/parts/Act.tsx'
import { Checkbox } from '../../../platform/web/parts/Choice.tsx'
import { FormProblem } from '../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../platform/web/parts/Input.tsx'
import { notice } from '../../../platform/web/parts/notice.tsx'
import { PhotoField } from '../../../platform/web/parts/PhotoField.tsx'
import { Sheet } from '../../../platform/web/parts/Sheet.tsx'
import { Choices } from '../../../platform/web/parts/Steps.tsx'
import { wrongFields } from '../../../platform/web/problem.ts'
import { useSay } from '../../../platform/web/say.ts'
import { YuanField } from '../../sales/tickets/pages/PriceSheet.tsx'
import type { cashOperations } from '../actions.ts'
import { p } from '../page-words.ts'
import { paidTo } from '../shape.ts'
import type { CashDay } from './CountPad.tsx'

const api = client<typeof cashOperations>()
interface Draft {
  readonly id: string
  readonly days: readonly Day[]
  /** As typed; null: what the days come to. */
  readonly amount: Money | null
  readonly slip: string
  readonly photo: string | null
  readonly paidTo: (typeof paidTo)[number]
  readonly words: string
}

/** A deposit as it is entered: all that is owed is chosen beforehand, so that mostly only the slip's number is typed. */
export function DepositSheet({ seen, onClose }: { seen: CashDay; onClose: () => void }) {
  const say = useSay()
  const f = useFormat()
  const key = `cash.deposit.${seen.store.id}`
  const [draft, write] = useState<Draft>(
    () =>
      readKept<Draft>(key) ?? {
        id: newId(),
        days: seen.owed.map((o) => o.day),
        amount: null,
        slip: '',
        photo: null,
        paidTo: seen.deposits[0]?.paidTo ?? 'bank',
        words: '',
      },
  )
  const set = (part: Partial<Draft>) => {
    const next = { ...draft, ...part }
    write(next)
    keep(key, next)
  }
  const pay = api.useDo('cash.deposit', {
    about: (input) => f.money(input.amount as Money),
    whenSafe: () => {
      drop(key)
      onClose()
    },
    onDone: ({ amount, isLate }) =>
      notice(say(isLate ? p.depositLate : p.depositMade, { amount: f.money(amount) })),
  })
  const days = seen.owed.filter((o) => draft.days.includes(o.day))
  const asked = sum(days.map((o) => o.amount))
  const amount = draft.amount ?? asked
  const isOther = amount !== asked
  const isReady =
    days.length > 0 && amount > 0 && draft.slip.trim() !== '' && (!isOther || draft.words.trim() !== '')
  return (
    <Sheet
      title={say(p.payTitle)}
      onClose={onClose}
      foot={
        <div className="sheet-foot">
          <span className="num">{f.money(amount)}</span>
          <Act
            type="primary"
            size="large"
            may="cash.deposit"
            offBecause={
              isReady ? undefined : say(days.length === 0 ? p.whichDays : isOther ? p.words : p.slip)
            }
            loading={pay.isPending}
            onClick={() =>
              pay.mutate({
                id: draft.id,
                store: seen.store.id,
                days: days.map((o) => o.day),
                amount,
                slip: draft.slip,
                photo: draft.photo ?? null,
                paidTo: draft.paidTo,
                words: draft.words || null,
              })
            }
          >
            {say(p.pay)}
          </Act>
        </div>
      }
    >
      <div className="cash-form">
        <fieldset className="cash-days">
          <legend>{say(p.whichDays)}</legend>
          {seen.owed.map((o) => (
            <Checkbox
              key={o.day}
              checked={draft.days.includes(o.day)}
              onChange={(event) =>
                set({
                  days: event.target.checked ? [...draft.days, o.day] : draft.days.filter((d) => d !== o.day),
                  amount: null,
                })
              }
            >
              {f.dayAndWeekday(o.day)} · <span className="num">{f.money(o.amount)}</span>
            </Checkbox>
          ))}
        </fieldset>
        <YuanField label={say(p.amount)} value={amount} onChange={(typed) => set({ amount: typed })} />
        <div className="field">
          <label htmlFor="cash-slip">{say(p.slip)}</label>
          <Input
            id="cash-slip"
            size="large"
            maxLength={60}
            autoComplete="off"
            value={draft.slip}
            onChange={(event) => set({ slip: event.target.value })}
          />
        </div>
        <div className="field">
          <b>{say(p.paidTo)}</b>
          <Choices
            label={say(p.paidTo)}
            value={draft.paidTo}
            options={paidTo.map((to) => ({ key: to, label: say(to === 'bank' ? p.bank : p.mall) }))}
            onChange={(to) => set({ paidTo: to })}
          />
        </div>
        {isOther ? (
          <div className="field">
            <label htmlFor="cash-words">{say(p.otherAmount, { asked: f.money(asked) })}</label>
            <Input
              id="cash-words"
              size="large"
              maxLength={300}
              value={draft.words}
              onChange={(event) => set({ words: event.target.value })}
            />
          </div>
        ) : null}
        <PhotoField
          act="cash.takePhoto"
          place={{ view: 'cash.photo', store: seen.store.id }}
          label={say(p.slipPhoto)}
          value={draft.photo ?? null}
          wrong={wrongFields(pay.error).photo}
          onChange={(photo) => set({ photo })}
        />
        {pay.error ? <FormProblem problem={pay.error} /> : null}
      </div>
    </Sheet>
  )
}
