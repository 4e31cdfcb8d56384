import { useId, useState } from 'react'
import type { Day } from '../../../platform/kinds/day.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { Button } from '../../../platform/web/parts/Button.tsx'
import { FormProblem } from '../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../platform/web/parts/Input.tsx'
import { Sheet } from '../../../platform/web/parts/Sheet.tsx'
import { Loading } from '../../../platform/web/parts/States.tsx'
import { useLanguage, useSay } from '../../../platform/web/say.ts'
import { useName } from '../../../platform/web/session.ts'
import type { MatrixLine } from '../shape.ts'
import { parseUnit, unitText } from './amounts.ts'
import { api } from './api.ts'
import { pageWords as w } from './words.ts'

/** Proposes the year from history, for the total that the director has in mind. */
export function ProposeSheet({
  year,
  onTake,
  onClose,
}: {
  year: number
  onTake: (lines: readonly MatrixLine[]) => void
  onClose: () => void
}) {
  const say = useSay()
  const called = useName()
  const format = useFormat()
  const language = useLanguage()
  const id = useId()
  const [text, setText] = useState('')
  const total = text.trim() === '' ? undefined : parseUnit(text, language)
  const isWrong = text.trim() !== '' && total === undefined
  const seen = api.useSee('targets.proposeYear', { year })
  const own = api.useSee(
    'targets.proposeYear',
    { year, total: total as number | undefined },
    { when: total !== undefined },
  )
  const proposal = total === undefined ? seen.data : own.data
  const problem = total === undefined ? seen.error : own.error
  return (
    <Sheet
      title={say(w.proposeTitle, { year })}
      onClose={onClose}
      foot={
        <div className="sheet-foot">
          <Button
            type="primary"
            size="large"
            disabled={!proposal || isWrong}
            onClick={() => proposal && onTake(proposal.lines.map(({ child, months }) => ({ child, months })))}
          >
            {say(w.proposeTake)}
          </Button>
        </div>
      }
    >
      {problem ? <FormProblem problem={problem} /> : null}
      {seen.isPending ? <Loading lines={3} /> : null}
      {seen.data?.expected ? (
        <p>
          {say(w.proposeExpected, {
            amount: format.wan(seen.data.expected),
            day: seen.data.historyUntil ? format.day(seen.data.historyUntil as Day) : '—',
          })}
        </p>
      ) : null}
      <div className="field">
        <label htmlFor={id}>{say(w.proposeTotal, { unit: format.wanUnit })}</label>
        <Input
          id={id}
          size="large"
          inputMode="decimal"
          value={text}
          status={isWrong ? 'error' : ''}
          placeholder={seen.data?.expected ? unitText(seen.data.expected, language) : ''}
          onChange={(event) => setText(event.target.value)}
        />
        <span className="note">{isWrong ? say(w.notAnAmount) : say(w.proposeTotalHint)}</span>
      </div>
      <p className="note">{say(w.proposeReplaces)}</p>
      {proposal && proposal.borrowed.length > 0 ? (
        <ul className="note">
          {proposal.borrowed.slice(0, 6).map((b) => (
            <li key={b.store.id}>
              {called(b.store)}
              {say(['：', ': '])}
              {say(b.sentence)}
            </li>
          ))}
        </ul>
      ) : null}
    </Sheet>
  )
}
