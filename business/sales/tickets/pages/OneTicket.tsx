import { useState } from 'react'
import { newId } from '../../../../platform/kinds/id.ts'
import { cents, type Money, subtract, sum } from '../../../../platform/kinds/money.ts'
import { client } from '../../../../platform/web/client.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Card, Row, Rows } from '../../../../platform/web/parts/Card.tsx'
import { Checkbox } from '../../../../platform/web/parts/Choice.tsx'
import { ConfirmSheet } from '../../../../platform/web/parts/ConfirmSheet.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Columns, Page } from '../../../../platform/web/parts/Page.tsx'
import { Seen } from '../../../../platform/web/parts/States.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { Go, useGo, useParams } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useName } from '../../../../platform/web/session.ts'
import { RecordNote } from '../../../../platform/web/slots.tsx'
import type { ticketOperations } from '../actions.ts'
import { kindWords, pageWords, reasonWords, sourceWords, tenderWords } from '../page-words.ts'
import { realization } from '../rules.ts'
import type { ticketViews } from '../view-actions.ts'
import type { LineSeen, TicketSeen } from '../view-tables.ts'
import { Picture } from './Picture.tsx'
import './page.css'

const views = client<typeof ticketViews>()
const api = client<typeof ticketOperations>()

/** One ticket: its pieces, how it adds up, what became of it; from here it is reversed or pieces are taken back. */
export default function OneTicket() {
  const { store = '', ticket = '' } = useParams()
  const seen = views.useSee('sales.oneTicket', { store, ticket })
  return <Seen of={seen}>{(t) => <Opened key={t.id} ticket={t} store={store} />}</Seen>
}

type Ticket = TicketSeen & { today: string }

function Opened({ ticket, store }: { ticket: Ticket; store: string }) {
  const say = useSay()
  const f = useFormat()
  const go = useGo()
  const [chosen, choose] = useState<readonly number[]>([])
  const [isReversing, reversing] = useState(false)
  const isWhole = ticket.kind !== 'reversal' && !ticket.reversedBy
  const canReturn = isWhole && ticket.lines.some(left)
  return (
    <Page
      title={<span className="num">{ticket.number}</span>}
      sub={`${say(kindWords[ticket.kind])} · ${f.dayAndWeekday(ticket.day)} ${f.time(ticket.soldAt)}`}
      back={{ to: '/tickets', search: { store, day: ticket.day }, label: say(pageWords.tickets) }}
      actions={
        <>
          {ticket.reversedBy ? <Chip tone="missed">{say(pageWords.reversedMark)}</Chip> : null}
          {isWhole ? (
            <Act may="sales.reverse" size="large" danger onClick={() => reversing(true)}>
              {say(pageWords.reverse)}
            </Act>
          ) : null}
          {canReturn ? (
            <Act
              may="sales.ticket"
              size="large"
              type="primary"
              offBecause={chosen.length === 0 ? say(pageWords.choosePieces) : undefined}
              onClick={() =>
                go({ to: '/ticket', search: { store, return: ticket.id, lines: chosen.join(',') } })
              }
            >
              {say(pageWords.returnThese, { count: chosen.length })}
            </Act>
          ) : null}
        </>
      }
    >
      <RecordNote records={[ticket.id]} hasOwnReview />
      <Columns columns="3fr 2fr">
        <div className="stack">
          {ticket.lines.map((line) => (
            <PieceCard
              key={line.line}
              line={line}
              isChosen={chosen.includes(line.line)}
              onChoose={
                isWhole && left(line)
                  ? (on) => choose(on ? [...chosen, line.line] : chosen.filter((l) => l !== line.line))
                  : undefined
              }
            />
          ))}
        </div>
        <div className="stack">
          <Sums ticket={ticket} />
          <Chain ticket={ticket} store={store} />
        </div>
      </Columns>
      {isReversing ? <ReverseSheet ticket={ticket} store={store} onClose={() => reversing(false)} /> : null}
    </Page>
  )
}

const left = (line: LineSeen): boolean => line.quantity - line.returnedQuantity > 0

function PieceCard({
  line,
  isChosen,
  onChoose,
}: {
  line: LineSeen
  isChosen: boolean
  onChoose: ((on: boolean) => void) | undefined
}) {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const title = line.name === null ? null : name({ name: line.name, nameEn: line.nameEn })
  const colour = line.color === null ? null : name({ name: line.color, nameEn: line.colorEn })
  const tag = line.tagPrice === null ? null : cents(line.tagPrice * line.quantity)
  const rate = tag === null ? undefined : realization(cents(Math.abs(line.net)), cents(Math.abs(tag)))
  const reason =
    line.reason === null
      ? ''
      : line.reason in reasonWords
        ? say(reasonWords[line.reason as keyof typeof reasonWords])
        : line.reason
  return (
    <article className="card line">
      <Picture picture={line.picture} swatch={line.swatch} size="large" />
      <div className="line-words">
        <h2>{title ?? line.style}</h2>
        <p>{[title ? line.style : null, colour, line.size].filter(Boolean).join(' · ')}</p>
        {line.returnsNumber ? <p>{say(pageWords.returned, { number: line.returnsNumber })}</p> : null}
        {line.returnedQuantity > 0 ? (
          <p className="tone-late">{say(pageWords.backAlready, { count: line.returnedQuantity })}</p>
        ) : null}
        {onChoose ? (
          <Checkbox checked={isChosen} onChange={(event) => onChoose(event.target.checked)}>
            {say(kindWords.return)}
          </Checkbox>
        ) : null}
      </div>
      <div className="line-price">
        <b className="num">{f.money(line.net)}</b>
        {tag !== null && tag !== line.net ? <s className="num">{f.money(tag)}</s> : null}
        {Math.abs(line.quantity) > 1 ? <small>{say(pageWords.times, { count: line.quantity })}</small> : null}
        {rate !== undefined && rate < 1 ? (
          <em>{[f.percent(rate, 1), reason].filter(Boolean).join(' · ')}</em>
        ) : null}
      </div>
    </article>
  )
}

/** 吊牌额 − 优惠 (+ 没有吊牌价的) = 实收, then who and how; every sum to the cent. */
function Sums({ ticket }: { ticket: Ticket }) {
  const say = useSay()
  const f = useFormat()
  const untagged = subtract(ticket.net, ticket.taggedNet)
  const share = (millionths: number): string =>
    f.percent(millionths / 1_000_000, millionths % 10_000 === 0 ? 0 : 1)
  return (
    <Card title={say(pageWords.howItAdds)}>
      <Rows>
        <Sum name={say(pageWords.tagSum)} amount={ticket.tagValue} />
        <Sum name={say(pageWords.savedSum)} amount={subtract(ticket.taggedNet, ticket.tagValue)} />
        {untagged !== 0 ? <Sum name={say(pageWords.noTagSum)} amount={untagged} /> : null}
        <Row name={say(pageWords.net)}>
          <b className="num">{f.money(ticket.net, 'exact')}</b>
        </Row>
        {ticket.tenders.map((t) => (
          <Sum
            key={t.tender}
            name={`${say(pageWords.tendersTitle)} · ${say(tenderWords[t.tender])}`}
            amount={t.amount}
          />
        ))}
        {ticket.credits.map((c) => (
          <Sum
            key={c.person}
            name={`${say(pageWords.creditsTitle)} · ${c.name} ${share(c.shareMillionths)}`}
            amount={c.net}
          />
        ))}
        <Row name={say(pageWords.source)}>{say(sourceWords[ticket.source])}</Row>
        {ticket.externalKey ? <Row name={say(pageWords.externalKey)}>{ticket.externalKey}</Row> : null}
        {ticket.importFile ? <Row name={say(pageWords.importFile)}>{ticket.importFile}</Row> : null}
        {ticket.note ? <Row name={say(pageWords.note)}>{ticket.note}</Row> : null}
      </Rows>
    </Card>
  )
}

function Sum({ name, amount }: { name: string; amount: Money }) {
  const f = useFormat()
  return (
    <Row name={name}>
      <span className="num">{f.money(amount, 'exact')}</span>
    </Row>
  )
}

function Chain({ ticket, store }: { ticket: Ticket; store: string }) {
  const say = useSay()
  const f = useFormat()
  if (ticket.chain.length < 2) return null
  return (
    <Card title={say(pageWords.chainTitle)} sub={f.money(sum(ticket.chain.map((c) => c.net)), 'exact')}>
      <ol className="chain">
        {ticket.chain.map((c) => (
          <li className="chain-line" key={c.id} aria-current={c.id === ticket.id ? 'true' : undefined}>
            <div>
              <b>{say(kindWords[c.kind])}</b>{' '}
              {c.id === ticket.id ? (
                <span className="num">{c.number}</span>
              ) : (
                <Go to={`/tickets/${store}/${c.id}`}>{c.number}</Go>
              )}
              <p className="note">{[f.day(c.day), c.by, c.reason].filter(Boolean).join(' · ')}</p>
            </div>
            <span className="num">{f.money(c.net)}</span>
          </li>
        ))}
      </ol>
    </Card>
  )
}

function ReverseSheet({ ticket, store, onClose }: { ticket: Ticket; store: string; onClose: () => void }) {
  const say = useSay()
  const f = useFormat()
  const [id] = useState(newId)
  const reverse = api.useDo('sales.reverse', {
    onDone: ({ number }) => {
      notice(say(pageWords.reversedBySlip, { number }))
      onClose()
    },
  })
  return (
    <ConfirmSheet
      title={say(pageWords.reverseTitle, { number: ticket.number })}
      verb={say(pageWords.reverse)}
      isDanger
      reason="needed"
      isBusy={reverse.isPending}
      problem={reverse.error}
      onConfirm={(reason) => reverse.mutate({ id, store, ticket: ticket.id, reason })}
      onClose={onClose}
    >
      <p>
        {ticket.dayClosed
          ? say(pageWords.reverseLater, { day: f.day(ticket.day) })
          : say(pageWords.reverseSame)}
      </p>
    </ConfirmSheet>
  )
}
