import { useState } from 'react'
import { daysBetween } from '../../../platform/kinds/day.ts'
import { subtract } from '../../../platform/kinds/money.ts'
import { client } from '../../../platform/web/client.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { Act } from '../../../platform/web/parts/Act.tsx'
import { FormProblem } from '../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../platform/web/parts/Input.tsx'
import { Sheet } from '../../../platform/web/parts/Sheet.tsx'
import { Empty } from '../../../platform/web/parts/States.tsx'
import { useSay } from '../../../platform/web/say.ts'
import type { cashOperations } from '../actions.ts'
import { p } from '../page-words.ts'
import type { Statement, StatementLine } from './StatementPage.tsx'

const api = client<typeof cashOperations>()
type Waiting = Statement['waiting'][number]

/** Which of ours a statement line is: those of its store and tender that wait, the nearest amount first. */
export function MatchSheet(props: { line: StatementLine; seen: Statement; onClose: () => void }) {
  const { line, seen, onClose } = props
  const say = useSay()
  const f = useFormat()
  const candidates = seen.waiting
    .filter((w) => w.store === line.store && w.tender === line.tender)
    .sort(
      (a, b) =>
        Math.abs(a.amount - line.amount) - Math.abs(b.amount - line.amount) ||
        Math.abs(daysBetween(a.day, line.day)) - Math.abs(daysBetween(b.day, line.day)),
    )
    .slice(0, 12)
  const [chosen, choose] = useState<Waiting | undefined>(candidates[0])
  const [words, write] = useState('')
  const match = api.useDo('cash.match', { onDone: onClose })
  const isApart = chosen !== undefined && chosen.amount !== line.amount
  return (
    <Sheet
      title={say(p.matchTitle)}
      onClose={onClose}
      foot={
        <div className="sheet-foot">
          <span className="num">{f.money(line.amount)}</span>
          <Act
            type="primary"
            size="large"
            may="cash.match"
            offBecause={
              chosen && (!isApart || words.trim()) ? undefined : say(chosen ? p.words : p.noCandidates)
            }
            loading={match.isPending}
            onClick={() =>
              match.mutate({
                store: line.store,
                line: line.id,
                to: chosen!.deposit ? { deposit: chosen!.deposit } : { day: chosen!.day },
                words: words || null,
              })
            }
          >
            {say(p.match)}
          </Act>
        </div>
      }
    >
      <div className="cash-form">
        {candidates.length === 0 ? <Empty title={say(p.noCandidates)} /> : null}
        {candidates.map((w) => (
          <button
            key={w.deposit ?? w.day}
            type="button"
            className={`cash-tile${w === chosen ? ' is-current' : ''} is-filled`}
            aria-pressed={w === chosen}
            onClick={() => choose(w)}
          >
            <span className="cash-face">{f.dayAndWeekday(w.day)}</span>
            <strong className="num">{f.money(w.amount)}</strong>
            <small>
              <span translate="no">{w.slip}</span>{' '}
              {w.amount === line.amount
                ? ''
                : say(p.apart, { amount: f.signedMoney(subtract(line.amount, w.amount)) })}
            </small>
          </button>
        ))}
        {isApart ? (
          <div className="field">
            <label htmlFor="cash-match-words">{say(p.words)}</label>
            <Input
              id="cash-match-words"
              size="large"
              maxLength={300}
              value={words}
              onChange={(event) => write(event.target.value)}
            />
          </div>
        ) : null}
        {match.error ? <FormProblem problem={match.error} /> : null}
      </div>
    </Sheet>
  )
}
