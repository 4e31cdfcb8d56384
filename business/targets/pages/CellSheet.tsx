import { useId, useState } from 'react'
import { monthFrom } from '../../../platform/kinds/day.ts'
import type { Money } from '../../../platform/kinds/money.ts'
import { say as sayIn } from '../../../platform/kinds/words.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { Button } from '../../../platform/web/parts/Button.tsx'
import { Switch } from '../../../platform/web/parts/Choice.tsx'
import { Input } from '../../../platform/web/parts/Input.tsx'
import { Proof } from '../../../platform/web/parts/Proof.tsx'
import { Sheet } from '../../../platform/web/parts/Sheet.tsx'
import { useLanguage, useSay } from '../../../platform/web/say.ts'
import { lockKey, type MatrixChange } from '../rules.ts'
import { splitRefusals } from '../split/words.ts'
import { parseUnit, unitText } from './amounts.ts'
import type { PlanDraft } from './usePlanDraft.ts'
import { pageWords as w } from './words.ts'

/** What one figure of the matrix is, without the amount that is typed for it. */
export type CellAt =
  | { readonly kind: 'cell'; readonly child: string; readonly month: number }
  | { readonly kind: 'line'; readonly child: string }
  | { readonly kind: 'month'; readonly month: number }
  | { readonly kind: 'total' }

/** One figure on the phone: its amount, what gives way while it is typed, and its lock. */
export function CellSheet(props: {
  year: number
  at: CellAt
  name: string
  amount: Money
  draft: PlanDraft
  onClose: () => void
}) {
  const { year, at, name, amount, draft, onClose } = props
  const say = useSay()
  const language = useLanguage()
  const format = useFormat()
  const id = useId()
  const lockId = useId()
  const [text, setText] = useState(unitText(amount, language))
  const wanted = parseUnit(text, language)
  const month = 'month' in at ? format.shortMonth(monthFrom(year, at.month)) : say(w.wholeYear)
  const isLocked = at.kind === 'cell' && draft.locks.some((lock) => lockKey(lock) === lockKey(at))
  const changed = wanted === undefined || wanted === amount ? undefined : withAmount(at, wanted)
  const outcome = changed && draft.preview(changed)
  return (
    <Sheet
      title={`${name} · ${month}`}
      onClose={onClose}
      foot={
        <div className="sheet-foot">
          <Button
            type="primary"
            size="large"
            disabled={!changed || outcome?.refusal !== undefined}
            onClick={() => {
              if (changed) draft.change(changed)
              onClose()
            }}
          >
            {say(w.applyCell)}
          </Button>
        </div>
      }
    >
      <div className="field">
        <label htmlFor={id}>{say(w.cellAmount, { unit: format.wanUnit })}</label>
        <Input
          id={id}
          size="large"
          inputMode="decimal"
          value={text}
          status={wanted === undefined || outcome?.refusal ? 'error' : ''}
          onFocus={(event) => event.target.select()}
          onChange={(event) => setText(event.target.value)}
        />
        <span className="note">
          {wanted === undefined
            ? say(w.notAnAmount)
            : say(w.cellWas, { amount: format.money(amount, 'exact') })}
        </span>
      </div>
      {at.kind === 'cell' ? (
        <p className="plan-line">
          <label htmlFor={lockId}>{say(w.lockCell)}</label>
          <Switch id={lockId} checked={isLocked} onChange={() => draft.toggleLock(at.child, at.month)} />
        </p>
      ) : null}
      {outcome ? (
        outcome.refusal ? (
          <Proof holds={false}>
            {sayIn(splitRefusals[outcome.refusal.refused], language, outcome.refusal.facts)}
          </Proof>
        ) : (
          <Proof>
            {outcome.gave
              ? say(at.kind === 'total' ? w.cellMovesAll : w.cellMoves, {
                  count: outcome.gave.count,
                  amount: format.wan(outcome.gave.amount, 2),
                })
              : say(w.cellMovesNone)}
          </Proof>
        )
      ) : null}
    </Sheet>
  )
}

const withAmount = (at: CellAt, amount: Money): MatrixChange => ({ ...at, amount })
