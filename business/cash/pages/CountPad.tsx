import { type KeyboardEvent, useState } from 'react'
import { times } from '../../../platform/kinds/money.ts'
import { client } from '../../../platform/web/client.ts'
import type { OutputOf } from '../../../platform/web/contract.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { drop, keep } from '../../../platform/web/kept.ts'
import { Act } from '../../../platform/web/parts/Act.tsx'
import { Button } from '../../../platform/web/parts/Button.tsx'
import { Card } from '../../../platform/web/parts/Card.tsx'
import { ConfirmSheet } from '../../../platform/web/parts/ConfirmSheet.tsx'
import { FormProblem } from '../../../platform/web/parts/FormProblem.tsx'
import { notice } from '../../../platform/web/parts/notice.tsx'
import { StickyBar } from '../../../platform/web/parts/StickyBar.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { tenderWords } from '../../sales/tickets/page-words.ts'
import type { cashOperations } from '../actions.ts'
import { p } from '../page-words.ts'
import {
  asCount,
  cashOf,
  type Field,
  faceOf,
  isBlank,
  keyOf,
  nameOf,
  readDraft,
  typed,
} from './count-draft.ts'

const api = client<typeof cashOperations>()
export type CashDay = OutputOf<(typeof cashOperations)['cash.day']>

/** Notes and coins by number, other tenders by amount, on big keys. Nothing here knows what should be there. */
export function CountPad({ seen, onStop }: { seen: CashDay; onStop?: (() => void) | undefined }) {
  const say = useSay()
  const f = useFormat()
  const version = seen.counts[0]?.version ?? 0
  const key = keyOf(seen.store.id, seen.day, version)
  const [draft, write] = useState(() => readDraft(key))
  const [at, moveTo] = useState(0)
  const [isAsking, ask] = useState(false)
  const values = seen.denominations.map((value) => ({ value }))
  const fields: Field[] = [...values, ...seen.tenders.map((tender) => ({ tender }))]
  const count = api.useDo('cash.count', {
    about: () => f.day(seen.day),
    whenSafe: () => {
      drop(key)
      onStop?.()
      window.scrollTo({ top: 0 })
    },
    onDone: () => notice(say(p.handedIn)),
  })
  const press = (pressed: string) => {
    const field = fields[at]!
    const texts = { ...draft.texts, [nameOf(field)]: typed(field, draft.texts[nameOf(field)] ?? '', pressed) }
    write({ ...draft, texts })
    keep(key, { ...draft, texts })
  }
  const next = () => moveTo((at + 1) % fields.length)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const pressed = event.key === 'Backspace' ? 'erase' : event.key
    if (/^(\d|\.|erase)$/.test(pressed)) press(pressed)
    else if (event.key === 'ArrowDown') next()
    else if (event.key === 'ArrowUp') moveTo((at + fields.length - 1) % fields.length)
    else return
    event.preventDefault()
  }
  const handIn = () =>
    count.mutate({
      id: draft.id,
      store: seen.store.id,
      day: seen.day,
      basedOn: version,
      ...asCount(draft, seen.denominations, seen.tenders),
    })
  const tile = (field: Field, i: number) => {
    const text = draft.texts[nameOf(field)] ?? ''
    const name = 'value' in field ? faceOf(field.value) : say(tenderWords[field.tender])
    const worth = 'value' in field ? f.money(times(field.value as never, Number(text || 0))) : ''
    return (
      <button
        key={nameOf(field)}
        type="button"
        className={`cash-tile${i === at ? ' is-current' : ''}${text ? ' is-filled' : ''}`}
        aria-pressed={i === at}
        onClick={() => moveTo(i)}
      >
        <span className="cash-face">{name}</span>
        <strong className="num">{'value' in field ? (text ? `× ${text}` : '×') : `¥ ${text}`}</strong>
        <small className="num">{text ? worth : ''}</small>
      </button>
    )
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of a keyboard do what the keys on the page do
    <div className="cash-counting" onKeyDown={onKeyDown}>
      <Card
        title={say(p.counting)}
        sub={say(p.blind)}
        extra={onStop ? <Button onClick={onStop}>{say(p.stopRecount)}</Button> : undefined}
      >
        <div className="cash-tiles">{values.map(tile)}</div>
        <p className="cash-between">{say(p.others)}</p>
        <div className="cash-tiles">
          {seen.tenders.map((tender, i) => tile({ tender }, values.length + i))}
        </div>
        {count.error ? <FormProblem problem={count.error} /> : null}
      </Card>
      <StickyBar note={say(p.cashTotal)} value={f.money(cashOf(draft, seen.denominations))}>
        <div className="cash-pad">
          {['1', '2', '3', '4', '5', '6', '7', '8', '9', '.', '0'].map((digit) => (
            <button
              key={digit}
              type="button"
              className="cash-key num"
              aria-label={digit === '.' ? say(p.dot) : digit}
              disabled={digit === '.' && 'value' in fields[at]!}
              onClick={() => press(digit)}
            >
              {digit}
            </button>
          ))}
          <button type="button" className="cash-key" aria-label={say(p.erase)} onClick={() => press('erase')}>
            ⌫
          </button>
          <Button className="cash-next" size="large" onClick={next}>
            {say(p.next)}
          </Button>
          <Act
            type="primary"
            size="large"
            may="cash.count"
            loading={count.isPending}
            onClick={() => (isBlank(draft) ? ask(true) : handIn())}
          >
            {say(p.handIn)}
          </Act>
        </div>
      </StickyBar>
      {isAsking ? (
        <ConfirmSheet
          title={say(p.sureTitle)}
          verb={say(p.surely)}
          onClose={() => ask(false)}
          onConfirm={() => {
            ask(false)
            handIn()
          }}
        />
      ) : null}
    </div>
  )
}
