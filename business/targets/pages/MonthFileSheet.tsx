import { type ReactNode, useState } from 'react'
import { monthOf } from '../../../platform/kinds/day.ts'
import { cents, type Money, sum } from '../../../platform/kinds/money.ts'
import { isRefusal } from '../../../platform/kinds/refusal.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { Button } from '../../../platform/web/parts/Button.tsx'
import { Row } from '../../../platform/web/parts/Card.tsx'
import { Checkbox } from '../../../platform/web/parts/Choice.tsx'
import { DataTable } from '../../../platform/web/parts/DataTable.tsx'
import { FormProblem } from '../../../platform/web/parts/FormProblem.tsx'
import { Proof } from '../../../platform/web/parts/Proof.tsx'
import { Sheet } from '../../../platform/web/parts/Sheet.tsx'
import { Loading } from '../../../platform/web/parts/States.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { fitDays } from '../files/fit.ts'
import { filePageWords as p } from '../files/words.ts'
import { scaleToDays } from '../people-rules.ts'
import type { StoreMonth } from '../store-rules.ts'
import { api, type MonthFileSeen, type StoreAnswer } from './api.ts'
import { type AskedFile, ControlTotals, FileAbout, FileChoice, FileProblems } from './FileParts.tsx'
import { pageWords as w } from './words.ts'

interface Props {
  answer: StoreAnswer
  onTake: (days: readonly Money[], locked: readonly number[], people: StoreMonth['people']) => void
  onClose: () => void
}

/** A store's month as a sheet that was filled in: people × days, read and compared with what stands. */
export function MonthFileSheet(props: Props) {
  const { store, month } = props.answer
  const say = useSay()
  const [asked, ask] = useState<AskedFile>()
  const seen = api.useSee('targets.readMonthFile', { file: '', ...asked, store, month }, { when: !!asked })
  return (
    <Read key={JSON.stringify(asked)} {...props} found={seen.data} asked={asked} onAsk={ask}>
      <FileChoice
        view="targets.storeMonth"
        input={{ store, month }}
        isChosen={asked !== undefined}
        onSent={(file) => ask({ file })}
      />
      {asked && seen.isPending ? <Loading lines={4} /> : null}
      {seen.error ? <FormProblem problem={seen.error} /> : null}
      {asked ? null : <p className="note">{say(p.takeNote)}</p>}
    </Read>
  )
}

function Read(
  props: Props & {
    found: MonthFileSeen | undefined
    asked: AskedFile | undefined
    onAsk: (asked: AskedFile) => void
    children: ReactNode
  },
) {
  const { answer, found, asked, onAsk, onTake, onClose } = props
  const say = useSay()
  const format = useFormat()
  const [isFitted, setFitted] = useState(false)
  const outcome = found && outcomeOf(found, answer, isFitted)
  const money = (amount: Money) => format.money(amount, 'exact')
  const changed = outcome
    ? outcome.days.flatMap((after, d) =>
        after === answer.target!.days[d] ? [] : [{ d, before: answer.target!.days[d]!, after }],
      )
    : []
  return (
    <Sheet
      title={say(p.title)}
      width={620}
      onClose={onClose}
      foot={
        <div className="sheet-foot">
          <Button
            type="primary"
            size="large"
            disabled={!outcome?.holds || (changed.length === 0 && outcome.people.length === 0)}
            onClick={() => outcome && onTake(outcome.days, isFitted ? [] : found.given, outcome.people)}
          >
            {say(p.take)}
          </Button>
        </div>
      }
    >
      {props.children}
      {found && outcome && asked ? (
        <>
          <FileAbout about={found} changed={changed.length} asked={asked} onAsk={onAsk} />
          <ControlTotals>
            <Row name={say(p.sumRead)}>{money(found.sum)}</Row>
            {found.stated === null ? null : <Row name={say(p.sumStated)}>{money(found.stated)}</Row>}
            <Row name={say(w.monthTarget, { month: format.shortMonth(monthOf(answer.month)) })}>
              {money(answer.target!.total)}
            </Row>
            <Row name={say(p.sumAfter)}>{money(sum(outcome.days))}</Row>
          </ControlTotals>
          {outcome.holds ? (
            <Proof>
              {outcome.people.length > 0
                ? say(w.proofPeople, {
                    people: outcome.people.length,
                    days: outcome.days.length,
                    total: money(answer.target!.total),
                  })
                : say(w.proofDays, { days: outcome.days.length, total: money(answer.target!.total) })}
            </Proof>
          ) : (
            <Proof holds={false}>
              {outcome.off !== 0
                ? say(p.daysOff, { by: format.signedMoney(outcome.off) })
                : say(p.peopleOff, { count: outcome.peopleOff })}
            </Proof>
          )}
          {isFitted || !outcome.holds ? (
            <Checkbox checked={isFitted} onChange={(event) => setFitted(event.target.checked)}>
              {say(p.fit)}
            </Checkbox>
          ) : null}
          <FileProblems problems={found.problems} more={found.more} />
          {changed.length === 0 ? (
            <p>{say(p.same)}</p>
          ) : (
            <DataTable
              label={say(p.changedCells)}
              rows={changed}
              keyOf={(c) => String(c.d)}
              columns={[
                { key: 'day', head: say(p.day), cell: (c) => format.dayAndWeekday(answer.days[c.d]!.day) },
                {
                  key: 'before',
                  head: say(p.sumBefore),
                  kind: 'figure',
                  cell: (c) => format.plain(c.before),
                },
                { key: 'after', head: say(p.sumAfter), kind: 'figure', cell: (c) => format.plain(c.after) },
              ]}
            />
          )}
        </>
      ) : null}
    </Sheet>
  )
}

/** The month as it would be taken, and whether days and people come to what they should. */
function outcomeOf(found: MonthFileSeen, answer: StoreAnswer, isFitted: boolean) {
  const { total } = answer.target!
  const fitted = isFitted ? fitDays(answer.month, found.days, total, answer.today) : found.days
  const days = isRefusal(fitted) ? found.days : fitted
  const scaled =
    isFitted && found.people.length > 0 ? scaleToDays(answer.month, found.people, days) : found.people
  const people = isRefusal(scaled) ? found.people : scaled
  const off = cents(sum(days) - total)
  const peopleOff =
    people.length === 0
      ? 0
      : days.filter(
          (amount, d) => d >= answer.elapsed && sum(people.map((person) => person.days[d]!)) !== amount,
        ).length
  return { days, people, off, peopleOff, holds: off === 0 && peopleOff === 0 }
}
