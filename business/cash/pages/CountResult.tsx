import { useState } from 'react'
import { add, type Money } from '../../../platform/kinds/money.ts'
import { client } from '../../../platform/web/client.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { Act } from '../../../platform/web/parts/Act.tsx'
import { Button } from '../../../platform/web/parts/Button.tsx'
import { Card } from '../../../platform/web/parts/Card.tsx'
import { FormProblem } from '../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../platform/web/parts/Input.tsx'
import { Chip, Choices } from '../../../platform/web/parts/Steps.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { RecordNote } from '../../../platform/web/slots.tsx'
import { tenderWords } from '../../sales/tickets/page-words.ts'
import type { cashOperations } from '../actions.ts'
import { p } from '../page-words.ts'
import { closingWords, varianceWords } from '../reason-words.ts'
import { differenceOf } from '../rules.ts'
import type { varianceReasons } from '../shape.ts'
import type { CashDay } from './CountPad.tsx'

const api = client<typeof cashOperations>()
type Count = CashDay['counts'][number]
type Line = Count['lines'][number]

/** What the count came to: each tender's over or short, why, and what went into the safe. */
export function CountResult({ seen, onRecount }: { seen: CashDay; onRecount: (() => void) | undefined }) {
  const say = useSay()
  const f = useFormat()
  const [count, ...earlier] = seen.counts as [Count, ...Count[]]
  const differing = count.lines.filter((l) => differenceOf(l) !== 0)
  return (
    <Card
      kind={differing.some((l) => !l.why) ? 'urgent' : 'plain'}
      title={<Outcome lines={count.lines} />}
      sub={[
        say(p.countedBy, { name: count.by, time: f.time(count.at) }),
        count.version > 1 ? say(p.version, { n: count.version }) : '',
      ]
        .filter(Boolean)
        .join(' · ')}
      extra={onRecount ? <Button onClick={onRecount}>{say(p.recount)}</Button> : undefined}
    >
      {seen.ticketsSince > 0 ? (
        <p className="cash-since">{say(p.ticketsSince, { n: seen.ticketsSince })}</p>
      ) : null}
      <table className="cash-lines">
        <thead>
          <tr>
            <th scope="col">{say(p.tender)}</th>
            <th scope="col">{say(p.expected)}</th>
            <th scope="col">{say(p.counted)}</th>
            <th scope="col">{say(p.difference)}</th>
          </tr>
        </thead>
        <tbody>
          {count.lines.map((line) => (
            <tr key={line.tender}>
              <th scope="row">{say(tenderWords[line.tender])}</th>
              <td className="num">{f.plain(line.expected)}</td>
              <td className="num">{f.plain(line.counted)}</td>
              <td className={`num ${toneOf(differenceOf(line))}`}>
                {differenceOf(line) === 0 ? '✓' : f.signedMoney(differenceOf(line))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {count.moved > 0 ? (
        <p className="note">{say(p.moved, { amount: f.money(count.moved), due: f.instant(count.dueAt) })}</p>
      ) : null}
      {differing.map((line) => (
        <Why key={`${count.id} ${line.tender}`} line={line} seen={seen} />
      ))}
      {earlier.length > 0 ? (
        <details className="cash-earlier">
          <summary>{say(p.earlier)}</summary>
          {earlier.map((c) => (
            <p key={c.id} className="note">
              {say(p.version, { n: c.version })} · {say(p.countedBy, { name: c.by, time: f.time(c.at) })} ·{' '}
              {c.lines.map((l) => `${say(tenderWords[l.tender])} ${f.money(l.counted)}`).join(' · ')}
            </p>
          ))}
        </details>
      ) : null}
      <RecordNote records={seen.counts.map((c) => c.id)} />
    </Card>
  )
}

function Outcome({ lines }: { lines: readonly Line[] }) {
  const say = useSay()
  const f = useFormat()
  const over = add(...lines.map(differenceOf).filter((d) => d > 0))
  const short = add(...lines.map(differenceOf).filter((d) => d < 0))
  if (over === 0 && short === 0) return <span className="cash-agreed">{say(p.allRight)}</span>
  return (
    <>
      {over !== 0 ? <span className="cash-over">{`${say(p.over)} ${f.money(over)} `}</span> : null}
      {short !== 0 ? (
        <span className="cash-short">{`${say(p.short)} ${f.money(Math.abs(short) as Money)}`}</span>
      ) : null}
    </>
  )
}
const toneOf = (difference: number): string =>
  difference === 0 ? 'cash-agreed' : difference > 0 ? 'cash-over' : 'cash-short'

/** Why a tender is over or short: asked for until it is said. */
function Why({ line, seen }: { line: Line; seen: CashDay }) {
  const say = useSay()
  const f = useFormat()
  const [why, choose] = useState<(typeof varianceReasons)[number]>()
  const [words, write] = useState('')
  const explain = api.useDo('cash.explain')
  const difference = differenceOf(line)
  if (line.why) {
    const closed =
      line.closed === 'small'
        ? say(p.closedSmall)
        : line.closed
          ? say(p.closedBy, { why: said(line.closed) })
          : ''
    function said(key: string): string {
      return say(closingWords[key as keyof typeof closingWords])
    }
    return (
      <p className="cash-said">
        <Chip tone={line.closed ? 'done' : 'late'}>{closed || say(p.waitsFinance)}</Chip>
        {say(tenderWords[line.tender])} {f.signedMoney(difference)} ·{' '}
        {say(varianceWords[line.why as keyof typeof varianceWords])}
        {line.words ? <span translate="no"> {line.words}</span> : null}
      </p>
    )
  }
  return (
    <div className="cash-why">
      <b>{say(p.whyAsked, { tender: say(tenderWords[line.tender]), amount: f.signedMoney(difference) })}</b>
      <Choices
        label={say(p.why)}
        value={why}
        options={Object.entries(varianceWords).map(([key, sentence]) => ({
          key: key as (typeof varianceReasons)[number],
          label: say(sentence),
        }))}
        onChange={choose}
      />
      <Input
        aria-label={say(p.words)}
        maxLength={300}
        placeholder={say(p.sayMore)}
        value={words}
        onChange={(event) => write(event.target.value)}
      />
      {explain.error ? <FormProblem problem={explain.error} /> : null}
      <Act
        type="primary"
        may="cash.explain"
        offBecause={why && (why !== 'other' || words.trim()) ? undefined : say(p.why)}
        loading={explain.isPending}
        onClick={() =>
          explain.mutate({
            store: seen.store.id,
            day: seen.day,
            tender: line.tender,
            why: why!,
            words: words || null,
          })
        }
      >
        {say(p.explain)}
      </Act>
    </div>
  )
}
