import { useState } from 'react'
import { useFormat } from '../../../platform/web/format.ts'
import { Button } from '../../../platform/web/parts/Button.tsx'
import { Card, Row, Rows } from '../../../platform/web/parts/Card.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useMay } from '../../../platform/web/session.ts'
import { p } from '../page-words.ts'
import { movementWords, payInWords, payOutWords } from '../reason-words.ts'
import type { CashDay } from './CountPad.tsx'
import { MoveSheet, type Moving } from './MoveSheet.tsx'

/** The till's float, and what went into and out of it on this day. */
export function TillCard({ seen }: { seen: CashDay }) {
  const say = useSay()
  const f = useFormat()
  const may = useMay('cash.payIn')
  const mayFloat = useMay('cash.float')
  const [moving, move] = useState<Moving>()
  const isToday = seen.day === seen.today
  const reasons = { ...payInWords, ...payOutWords } as Readonly<Record<string, readonly [string, string]>>
  return (
    <Card
      title={say(p.till)}
      sub={`${say(p.float)} ${f.money(seen.till!.float)}`}
      extra={
        isToday && mayFloat.may ? <Button onClick={() => move('float')}>{say(p.setFloat)}</Button> : undefined
      }
    >
      {isToday && may.may ? (
        <div className="cash-moves">
          {(['payIn', 'payOut', 'change'] as const).map((kind) => (
            <Button key={kind} onClick={() => move(kind)}>
              {say(p[kind])}
            </Button>
          ))}
        </div>
      ) : null}
      {seen.movements.length > 0 ? (
        <Rows>
          {seen.movements.map((m) => (
            <Row
              key={m.id}
              name={
                <>
                  {say(movementWords[m.kind])}{' '}
                  <small className="note" translate="no">
                    {[m.receipt, m.words].filter(Boolean).join(' · ')}
                  </small>{' '}
                  <small className="note">
                    {[reasons[m.why] && say(reasons[m.why]!), m.by, f.time(m.at)].filter(Boolean).join(' · ')}
                  </small>
                </>
              }
            >
              <span className="num">{f.money(m.amount)}</span>
            </Row>
          ))}
        </Rows>
      ) : null}
      {moving ? (
        <MoveSheet
          kind={moving}
          store={seen.store.id}
          float={seen.till!.float}
          onClose={() => move(undefined)}
        />
      ) : null}
    </Card>
  )
}

/** Before the first day: how much stays in the till overnight. */
export function BeginCard({ store }: { store: string }) {
  const say = useSay()
  const may = useMay('cash.float')
  const [isOpen, open] = useState(false)
  return (
    <Card title={say(p.beginTitle)} sub={say(p.beginNote)}>
      <Button type="primary" size="large" disabled={!may.may} onClick={() => open(true)}>
        {say(p.setFloat)}
      </Button>
      {isOpen ? <MoveSheet kind="float" store={store} float={null} onClose={() => open(false)} /> : null}
    </Card>
  )
}
