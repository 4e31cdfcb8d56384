import { useState } from 'react'
import { client } from '../../../platform/web/client.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { Act } from '../../../platform/web/parts/Act.tsx'
import { Button } from '../../../platform/web/parts/Button.tsx'
import { Card, Row, Rows } from '../../../platform/web/parts/Card.tsx'
import { ConfirmSheet } from '../../../platform/web/parts/ConfirmSheet.tsx'
import { Figure } from '../../../platform/web/parts/Figure.tsx'
import { Photo } from '../../../platform/web/parts/Photo.tsx'
import { Chip } from '../../../platform/web/parts/Steps.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useMay } from '../../../platform/web/session.ts'
import { RecordNote } from '../../../platform/web/slots.tsx'
import type { cashOperations } from '../actions.ts'
import { isLate } from '../deposit-rules.ts'
import { p } from '../page-words.ts'
import type { CashDay } from './CountPad.tsx'
import { DepositSheet } from './DepositSheet.tsx'

const api = client<typeof cashOperations>()

/** What lies in the safe, whose days it is and by when it must be paid in; the deposits of two weeks. */
export function SafeCard({ seen }: { seen: CashDay }) {
  const say = useSay()
  const f = useFormat()
  const may = useMay('cash.deposit')
  const [isPaying, pay] = useState(false)
  const now = new Date()
  return (
    <Card title={say(p.safe)}>
      <Figure label={say(p.safe)} value={f.money(seen.safe)} size="big" />
      {seen.owed.length === 0 ? <p className="note">{say(p.safeEmpty)}</p> : null}
      <ul className="cash-owed">
        {seen.owed.map((o) => (
          <li key={o.day} className={isLate(now, o.dueAt) ? 'is-late' : undefined}>
            <span>{f.dayAndWeekday(o.day)}</span>
            <strong className="num">{f.money(o.amount)}</strong>
            <small>
              {isLate(now, o.dueAt) ? `${say(p.overdue)} · ` : ''}
              {say(p.dueBy, { due: f.instant(o.dueAt) })}
            </small>
          </li>
        ))}
      </ul>
      {may.may && seen.owed.length > 0 ? (
        <Act may="cash.deposit" size="large" block onClick={() => pay(true)}>
          {say(p.pay)}
        </Act>
      ) : null}
      {seen.deposits.length > 0 ? <Deposits seen={seen} /> : null}
      {isPaying ? <DepositSheet seen={seen} onClose={() => pay(false)} /> : null}
    </Card>
  )
}

function Deposits({ seen }: { seen: CashDay }) {
  const say = useSay()
  const f = useFormat()
  const may = useMay('cash.takeBackDeposit')
  const [taking, take] = useState<string>()
  const back = api.useDo('cash.takeBackDeposit', { onDone: () => take(undefined) })
  return (
    <details className="cash-deposits" open={seen.deposits.length < 4}>
      <summary>{say(p.deposits)}</summary>
      <Rows>
        {seen.deposits.map((d) => {
          const isOpen = may.may && !d.isMatched && !d.isClosed && d.takenBack === null
          return (
            <Row
              key={d.id}
              name={
                <>
                  {f.day(d.day)}{' '}
                  <small className="note" translate="no">
                    {d.slip}
                  </small>
                  {d.photo ? (
                    <span className="cash-slip">
                      <Photo
                        place={{ view: 'cash.photo', store: seen.store.id }}
                        id={d.photo.id}
                        alt={`${say(p.slip)} ${d.slip}`}
                        facts={d.photo}
                      />
                    </span>
                  ) : null}
                </>
              }
            >
              <span className={`num${d.takenBack === null ? '' : ' cash-gone'}`}>{f.money(d.amount)}</span>{' '}
              {d.takenBack !== null ? (
                <Chip>{say(p.takenBack)}</Chip>
              ) : (
                <>
                  {isLate(d.at, d.dueAt) ? <Chip tone="late">{say(p.late)}</Chip> : null}
                  <Chip tone={d.isMatched ? 'done' : 'plain'}>
                    {say(d.isMatched ? p.seenByBank : p.notSeen)}
                  </Chip>
                </>
              )}
              {isOpen ? (
                <Button size="small" onClick={() => take(d.id)}>
                  {say(p.takeBack)}
                </Button>
              ) : null}
            </Row>
          )
        })}
      </Rows>
      <RecordNote records={seen.deposits.map((d) => d.id)} />
      {taking ? (
        <ConfirmSheet
          title={say(p.takeBackTitle)}
          verb={say(p.takeBack)}
          reason="needed"
          isDanger
          isBusy={back.isPending}
          problem={back.error}
          onConfirm={(words) => back.mutate({ store: seen.store.id, deposit: taking, words })}
          onClose={() => take(undefined)}
        >
          {say(p.takeBackNote)}
        </ConfirmSheet>
      ) : null}
    </details>
  )
}
