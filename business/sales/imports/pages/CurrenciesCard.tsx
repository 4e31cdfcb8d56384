import { useState } from 'react'
import { type Day, isDay } from '../../../../platform/kinds/day.ts'
import { cents } from '../../../../platform/kinds/money.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Checkbox } from '../../../../platform/web/parts/Choice.tsx'
import { DataTable } from '../../../../platform/web/parts/DataTable.tsx'
import { DayInput } from '../../../../platform/web/parts/DayInput.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { useLanguage, useSay } from '../../../../platform/web/say.ts'
import { sayWhy } from '../say.ts'
import { type ControlTotals, type CurrencyAnswer, currencyAnswerShape, type SeenCurrency } from '../shape.ts'
import type { PreviewSeen } from './api.ts'
import type { Change } from './PreviewPage.tsx'
import { pageWords as w } from './words.ts'

/** Currencies of the file that are not the company's: a rate with its day for each, or its rows are returned. */
export function CurrenciesCard({ preview, onChange }: { preview: PreviewSeen; onChange: Change }) {
  const say = useSay()
  const format = useFormat()
  const { currencies, currency: own, settings, questions } = preview
  if (currencies.every((c) => c.own)) return null
  const isOpen = questions.some((q) => q.field?.startsWith('currencies.'))
  const answer = (currency: string, given: CurrencyAnswer | undefined) => {
    const { [currency]: _, ...others } = settings.currencies
    onChange({ currencies: given ? { ...others, [currency]: given } : others })
  }
  return (
    <Card title={say(w.currencies, { own })} kind={isOpen ? 'urgent' : undefined}>
      <ul className="import-list">
        {currencies.map((seen) => (
          <li key={seen.currency} className="import-rate">
            <b>{seen.currency}</b>
            <span>{say(w.currencySeen, { rows: format.count(seen.rows), sum: seen.written })}</span>
            {seen.own ? null : (
              <Answer
                seen={seen}
                own={own}
                given={settings.currencies[seen.currency]}
                question={questions.find((q) => q.field === `currencies.${seen.currency}`)}
                onAnswer={(given) => answer(seen.currency, given)}
              />
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Answer(props: {
  seen: SeenCurrency
  own: string
  given: CurrencyAnswer | undefined
  question: PreviewSeen['questions'][number] | undefined
  onAnswer: (given: CurrencyAnswer | undefined) => void
}) {
  const { seen, own, given, question, onAnswer } = props
  const { currency } = seen
  const say = useSay()
  const language = useLanguage()
  const isRejected = given !== undefined && 'reject' in given
  const [rate, typeRate] = useState(given && 'rate' in given ? given.rate : '')
  const [day, chooseDay] = useState<Day | undefined>(
    given && 'rate' in given && isDay(given.day) ? given.day : undefined,
  )
  const isRate = currencyAnswerShape.safeParse({ rate, day: '2000-01-01' }).success
  const give = (r: string, d: Day | undefined) => {
    const read = currencyAnswerShape.safeParse({ rate: r, day: d })
    if (read.success) onAnswer(read.data)
  }
  return (
    <>
      <Input
        aria-label={say(w.rateIs, { currency, own })}
        placeholder={say(w.rateIs, { currency, own })}
        inputMode="decimal"
        value={rate}
        disabled={isRejected}
        onChange={(event) => typeRate(event.target.value.trim())}
        onBlur={() => give(rate, day)}
      />
      <DayInput
        label={say(w.rateDay, { currency })}
        value={day}
        onChange={(chosen) => {
          chooseDay(chosen)
          give(rate, chosen)
        }}
      />
      <Checkbox
        checked={isRejected}
        onChange={(event) => {
          if (event.target.checked) onAnswer({ reject: true })
          else onAnswer(isRate && day ? { rate, day } : undefined)
        }}
      >
        {say(w.rejectCurrency, { currency })}
      </Checkbox>
      {question ? (
        <span className="note">
          {rate !== '' && !isRate ? say(w.badRate) : sayWhy(question.why, question.facts, language)}
        </span>
      ) : null}
    </>
  )
}

/** The control totals by currency: as the file writes them, the rate, and what is booked. */
export function CurrencyTotalsCard({ totals, currency: own }: { totals: ControlTotals; currency: string }) {
  const say = useSay()
  const format = useFormat()
  const all = totals.currencies.filter((c) => c.written !== undefined)
  if (all.every((c) => c.currency === own || (c.rate === null && c.rejected === 0))) return null
  return (
    <Card title={say(w.currenciesDone)} kind="flush">
      <DataTable
        label={say(w.currenciesDone)}
        isFramed={false}
        rows={all}
        keyOf={(c) => c.currency}
        totalLabel={say(w.total)}
        columns={[
          { key: 'currency', head: say(w.currency), cell: (c) => c.currency },
          {
            key: 'rows',
            head: say(w.rows),
            kind: 'figure',
            cell: (c) => format.count(c.rows),
            total: format.count(totals.rowsAccepted),
          },
          { key: 'written', head: say(w.asWritten), kind: 'figure', cell: (c) => c.written },
          {
            key: 'rate',
            head: say(w.rate),
            kind: 'figure',
            cell: (c) =>
              c.rejected > 0
                ? say(w.returned, { rows: format.count(c.rejected) })
                : c.rate
                  ? say(w.rateOf, c.rate)
                  : '—',
          },
          {
            key: 'amount',
            head: `${say(w.amount)} ${own}`,
            kind: 'figure',
            cell: (c) => format.plain(cents(c.amount)),
            total: format.plain(cents(totals.amount)),
          },
        ]}
      />
    </Card>
  )
}
