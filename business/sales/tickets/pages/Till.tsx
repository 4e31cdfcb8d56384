import { type ReactNode, Suspense, useState } from 'react'
import { zero } from '../../../../platform/kinds/money.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { useIsPhone } from '../../../../platform/web/look/useIsPhone.ts'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { later } from '../../../../platform/web/parts/later.ts'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Empty } from '../../../../platform/web/parts/States.tsx'
import { BareHead } from '../../../../platform/web/parts/StickyBar.tsx'
import { Go } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useName } from '../../../../platform/web/session.ts'
import { pageWords } from '../page-words.ts'
import {
  type DraftLine,
  type DraftReturn,
  draftNet,
  draftSaved,
  draftUnits,
  isEmpty,
  lackOf,
  ownDay,
  withStyle,
  withText,
} from './draft.ts'
import { LineCard, ReturnCard } from './LineCard.tsx'
import { SearchBox } from './SearchBox.tsx'
import { TenderBar } from './TenderBar.tsx'
import { TicketRows } from './TicketRows.tsx'
import { type SeenCounter, useTicket } from './useTicket.ts'

const CreditsSheet = later(() => import('./CreditsSheet.tsx').then((m) => m.CreditsSheet))
const HeldSheet = later(() => import('./HeldSheet.tsx').then((m) => m.HeldSheet))
const PriceSheet = later(() => import('./PriceSheet.tsx').then((m) => m.PriceSheet))
const Noted = later(() => import('./Saved.tsx').then((m) => m.Noted))
const Saved = later(() => import('./Saved.tsx').then((m) => m.Saved))

const lackWords = {
  nothing: pageWords.lackNothing,
  size: pageWords.lackSize,
  price: pageWords.lackPrice,
  reason: pageWords.lackReason,
  credit: pageWords.lackCredit,
}

/** One ticket being made at one store's counter. */
export function Till({ counter, picker }: { counter: SeenCounter; picker: ReactNode }) {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const isPhone = useIsPhone()
  const ticket = useTicket(counter)
  const { draft, held, saved, problem, edit } = ticket
  const [sheet, open] = useState<'credits' | 'held' | { price: string } | undefined>()
  const priced = typeof sheet === 'object' ? draft.lines.find((l) => l.key === sheet.price) : undefined
  const close = (): void => open(undefined)
  const setLine = (next: DraftLine): void =>
    edit((d) => ({ ...d, lines: d.lines.map((l) => (l.key === next.key ? next : l)) }))
  const isSame = (a: DraftReturn, b: DraftReturn): boolean => a.ticket === b.ticket && a.line === b.line
  const lack = lackOf(draft)
  const off = draftSaved(draft)
  const after = ownDay(counter.mine, zero)

  const body = saved ? (
    <Suspense>
      {'waits' in saved ? (
        <Noted ticket={saved} onNext={ticket.next} />
      ) : (
        <Saved
          saved={saved}
          own={after ? `${say(pageWords.ownDay)} ${f.percent(after.after)}` : undefined}
          onNext={ticket.next}
        />
      )}
    </Suspense>
  ) : (
    <div className="till">
      <div className="till-lines">
        {picker}
        <SearchBox
          onPick={(p) => edit((d) => withStyle(d, p.style, p.color, p.sku))}
          onText={(text) => edit((d) => withText(d, text))}
        />
        {problem ? <FormProblem problem={problem} /> : null}
        {counter.closed ? <p className="till-line">{say(pageWords.dayClosedNote)}</p> : null}
        {draft.lines.map((line) => (
          <LineCard key={line.key} line={line} onChange={setLine} onPrice={() => open({ price: line.key })} />
        ))}
        {draft.returns.map((back) => (
          <ReturnCard
            key={`${back.ticket} ${back.line}`}
            back={back}
            onChange={(next) =>
              edit((d) => ({ ...d, returns: d.returns.map((r) => (isSame(r, back) ? next : r)) }))
            }
            onRemove={() => edit((d) => ({ ...d, returns: d.returns.filter((r) => !isSame(r, back)) }))}
          />
        ))}
        {isEmpty(draft) ? <Empty title={say(pageWords.emptyTitle)} next={say(pageWords.emptyNext)} /> : null}
      </div>
      <div className="till-side">
        <TicketRows
          draft={draft}
          counter={counter}
          own={ticket.own}
          edit={edit}
          onCredits={() => open('credits')}
        />
        <TenderBar
          kind={counter.store.kind}
          net={draftNet(draft)}
          isEmpty={isEmpty(draft)}
          note={noteWords()}
          lack={lack ? say(lackWords[lack]) : undefined}
          isBusy={ticket.isBusy}
          onPaid={ticket.pay}
        />
      </div>
    </div>
  )
  function noteWords(): string {
    const units = draftUnits(draft)
    if (draftNet(draft) < 0) return say(pageWords.sumBack, { units: f.count(Math.abs(units)) })
    return say(off > 0 ? pageWords.sum : pageWords.sumPlain, { units: f.count(units), saved: f.money(off) })
  }
  const heldButton = (
    <button type="button" className="head-button" onClick={() => open('held')}>
      {held.length > 0 ? say(pageWords.held, { count: held.length }) : say(pageWords.heldNothing)}
    </button>
  )
  return (
    <>
      {isPhone ? (
        <div className="bare">
          <BareHead
            start={<Go to="/">{say(pageWords.cancel)}</Go>}
            title={say(pageWords.quickTicket)}
            end={heldButton}
          />
          {body}
        </div>
      ) : (
        <Page title={say(pageWords.quickTicket)} sub={name(counter.store)} actions={heldButton}>
          {body}
        </Page>
      )}
      <Suspense>
        {priced ? (
          <PriceSheet
            line={priced}
            onChange={setLine}
            onRemove={() => {
              close()
              edit((d) => ({ ...d, lines: d.lines.filter((l) => l.key !== priced.key) }))
            }}
            onClose={close}
          />
        ) : null}
        {sheet === 'credits' ? (
          <CreditsSheet
            credits={draft.credits}
            people={counter.people}
            onChange={(credits) => edit((d) => ({ ...d, credits }))}
            onClose={close}
          />
        ) : null}
        {sheet === 'held' ? (
          <HeldSheet
            held={held}
            canHold={!isEmpty(draft)}
            onHold={() => {
              ticket.hold()
              close()
            }}
            onTakeUp={(h) => {
              ticket.takeUp(h)
              close()
            }}
            onDrop={ticket.drop}
            onClose={close}
          />
        ) : null}
      </Suspense>
    </>
  )
}
