import { useEffect, useRef, useState } from 'react'
import { addMonths, isMonth, type Month, monthOf, yearOf } from '../../../platform/kinds/day.ts'
import { sum } from '../../../platform/kinds/money.ts'
import { say as sayIn } from '../../../platform/kinds/words.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { useIsPhone } from '../../../platform/web/look/useIsPhone.ts'
import { Button } from '../../../platform/web/parts/Button.tsx'
import { Card } from '../../../platform/web/parts/Card.tsx'
import { ConfirmSheet } from '../../../platform/web/parts/ConfirmSheet.tsx'
import { ExportButton } from '../../../platform/web/parts/ExportButton.tsx'
import { Figure } from '../../../platform/web/parts/Figure.tsx'
import { FormProblem } from '../../../platform/web/parts/FormProblem.tsx'
import { later } from '../../../platform/web/parts/later.ts'
import { notice } from '../../../platform/web/parts/notice.tsx'
import { Columns, Page } from '../../../platform/web/parts/Page.tsx'
import { Proof } from '../../../platform/web/parts/Proof.tsx'
import { Empty, Seen } from '../../../platform/web/parts/States.tsx'
import { useParams, useSearch } from '../../../platform/web/place.tsx'
import { useLanguage, useSay } from '../../../platform/web/say.ts'
import { useMay, useMe, useName } from '../../../platform/web/session.ts'
import { RecordNote } from '../../../platform/web/slots.tsx'
import { targetWords } from '../words.ts'
import { api, type StoreAnswer } from './api.ts'
import { DaySheet } from './DaySheet.tsx'
import { Levels } from './levels.tsx'
import { MonthCalendar } from './MonthCalendar.tsx'
import { PeopleSplit } from './PeopleSplit.tsx'
import { taking, useMonthDraft } from './useMonthDraft.ts'
import { pageWords as w } from './words.ts'
import './matrix.css'
import './month.css'

const MonthFileSheet = later(() => import('./MonthFileSheet.tsx').then((m) => m.MonthFileSheet))

/** A store's month: every day's target as a calendar, every person's share as a bar. */
export default function StoreMonth() {
  const me = useMe()
  const [search, setSearch] = useSearch()
  const say = useSay()
  const format = useFormat()
  const isPhone = useIsPhone()
  const called = useName()
  const store = useParams().store ?? me.appointments.find((a) => a.store)?.store?.id ?? ''
  const month: Month = search.month && isMonth(search.month) ? search.month : monthOf(me.today)
  const seen = api.useSee('targets.storeMonth', { store, month }, { when: store !== '', keep: true })
  return (
    <Seen of={seen}>
      {(answer) => (
        <Page
          title={say(w.storeTitle, { store: called(answer), month: format.month(answer.month) })}
          actions={
            <>
              <Button onClick={() => setSearch({ month: addMonths(month, -1) })}>
                {format.shortMonth(addMonths(month, -1))}
              </Button>
              <Button onClick={() => setSearch({ month: addMonths(month, 1) })}>
                {format.shortMonth(addMonths(month, 1))}
              </Button>
              {answer.target && !isPhone ? (
                <ExportButton view="targets.storeMonth" input={{ store, month: answer.month }} />
              ) : null}
            </>
          }
        >
          <Levels
            current={search.part === 'people' ? 'person' : 'store'}
            year={yearOf(answer.month)}
            month={answer.month}
            store={store}
            area={answer.target?.area}
          />
          <RecordNote records={answer.versions.map((v) => v.id)} />
          {answer.target ? (
            <Split key={answer.target.id} answer={answer} />
          ) : (
            <Empty title={say(w.noMonth, { month: format.month(answer.month) })} next={say(w.noMonthNext)} />
          )}
        </Page>
      )}
    </Seen>
  )
}

function Split({ answer }: { answer: StoreAnswer }) {
  const target = answer.target!
  const say = useSay()
  const language = useLanguage()
  const format = useFormat()
  const isPhone = useIsPhone()
  const mayEdit = useMay('targets.saveStoreMonth').may
  const draft = useMonthDraft(answer)
  const peopleRef = useRef<HTMLDivElement>(null)
  const [{ part }] = useSearch()
  useEffect(() => {
    if (part === 'people') peopleRef.current?.scrollIntoView({ block: 'start' })
  }, [part])
  const [chosen, choose] = useState<number>()
  const [isSaving, setSaving] = useState(false)
  const [isFiling, setFiling] = useState(false)
  const [fromFile, setFromFile] = useState(false)
  const save = api.useDo('targets.saveStoreMonth', {
    onDone: (out) => notice(say(w.saved, { version: out.version })),
  })
  const respread = api.useDo('targets.respreadPeople', { onDone: () => notice(say(w.respreadDone)) })

  const names = new Map([
    ...answer.staff.map((p) => [p.person, p.name] as const),
    ...target.people.map((p) => [p.person, p.name] as const),
  ])
  const list = (people: readonly string[]): string =>
    people.map((p) => names.get(p) ?? '').join(say(['、', ', ']))
  const sold = answer.days.flatMap((d) => (d.sold === null ? [] : [d.sold]))
  const total = format.money(target.total, 'exact')
  const month = format.shortMonth(answer.month)
  const note =
    sold.length > 0 ? say(w.soldSoFar, { month, sold: format.wan(sum(sold)) }) : say(w.monthTarget, { month })
  return (
    <>
      {mayEdit && answer.gone.length + answer.onLeave.length + answer.joined.length > 0 ? (
        <Card kind="urgent">
          <div className="plan-line">
            <span>
              {answer.gone.length > 0 ? <div>{say(w.gone, { names: list(answer.gone) })}</div> : null}
              {answer.onLeave.length > 0 ? (
                <div>{say(w.onLeave, { names: list(answer.onLeave) })}</div>
              ) : null}
              {answer.joined.length > 0 ? <div>{say(w.joined, { names: list(answer.joined) })}</div> : null}
            </span>
            <Button
              loading={respread.isPending}
              disabled={draft.isChanged}
              onClick={() =>
                respread.mutate({ store: answer.store, month: answer.month, basedOn: target.id })
              }
            >
              {say(w.respread)}
            </Button>
          </div>
          {respread.error ? <FormProblem problem={respread.error} /> : null}
        </Card>
      ) : null}
      <Columns columns="3fr 2fr">
        <Card title={say(w.calendar)} sub={say(w.calendarNote)}>
          {isPhone ? (
            <Figure
              label={say(w.monthTarget, { month: month })}
              value={format.wan(target.total, 2)}
              note={note}
              size="big"
            />
          ) : null}
          <MonthCalendar
            answer={answer}
            days={draft.days}
            locked={draft.locked}
            chosen={chosen}
            onOpen={choose}
          />
        </Card>
        <div className="stack" ref={peopleRef}>
          {isPhone ? null : (
            <Card>
              <Figure
                label={say(w.monthTarget, { month: month })}
                value={format.wan(target.total, 2)}
                note={note}
                size="big"
              />
            </Card>
          )}
          <PeopleSplit answer={answer} draft={draft} mayEdit={mayEdit} />
        </div>
      </Columns>
      <Proof>
        {draft.people && draft.people.length > 0
          ? say(w.proofPeople, { people: draft.people.length, days: draft.days.length, total })
          : say(w.proofDays, { days: draft.days.length, total })}
      </Proof>
      {draft.given ? <p className="note">{say(w.givenByFile)}</p> : null}
      {draft.refusal ? (
        <p className="refusal" role="alert">
          {sayIn(targetWords[draft.refusal.refused], language, draft.refusal.facts)}
        </p>
      ) : null}
      {mayEdit && !draft.isChanged ? (
        <div className="plan-line">
          <Button onClick={() => setFiling(true)}>{say(w.fromFile)}</Button>
        </div>
      ) : null}
      {draft.isChanged ? (
        <div className="plan-line">
          <span className="note" />
          <span className="page-actions">
            <Button onClick={draft.undo}>{say(w.undo)}</Button>
            <Button onClick={draft.reset}>{say(w.discard)}</Button>
            <Button type="primary" disabled={draft.people === undefined} onClick={() => setSaving(true)}>
              {say(w.save)}
            </Button>
          </span>
        </div>
      ) : null}
      <StoreVersions answer={answer} />
      {chosen ? (
        <DaySheet
          key={chosen}
          answer={answer}
          day={chosen}
          amount={draft.days[chosen - 1]!}
          people={draft.people ?? []}
          isLocked={draft.locked.includes(chosen)}
          mayEdit={mayEdit}
          onChange={(amount) => {
            draft.changeDay(chosen, amount)
            choose(undefined)
          }}
          onLock={() => draft.toggleLock(chosen)}
          onClose={() => choose(undefined)}
        />
      ) : null}
      {isFiling ? (
        <MonthFileSheet
          answer={answer}
          onTake={(days, locked, people) => {
            draft.take(days, locked, people)
            setFromFile(true)
            setFiling(false)
          }}
          onClose={() => setFiling(false)}
        />
      ) : null}
      {isSaving ? (
        <ConfirmSheet
          title={say(w.save)}
          verb={say(w.save)}
          reason="optional"
          isBusy={save.isPending || save.isSuccess}
          problem={save.error}
          onClose={() => setSaving(false)}
          onConfirm={(reason) =>
            save.mutate({
              store: answer.store,
              month: answer.month,
              basedOn: target.id,
              days: [...draft.days],
              lockedDays: [...draft.locked],
              people: taking(draft.parts).map((p) => ({ ...p, off: [...p.off] })),
              given: (draft.given ?? []).map((p) => ({ person: p.person, days: [...p.days] })),
              origin: fromFile ? 'import' : 'hand',
              reason,
            })
          }
        >
          <p>{say(w.saveWhy, { version: target.version + 1 })}</p>
        </ConfirmSheet>
      ) : null}
    </>
  )
}

function StoreVersions({ answer }: { answer: StoreAnswer }) {
  const say = useSay()
  const format = useFormat()
  const origin = {
    proposal: w.fromProposal,
    hand: w.noReason,
    cascade: w.byCascade,
    roster: w.byRoster,
    import: w.byImport,
  } as const
  return (
    <Card title={say(w.versions)}>
      <ul className="versions">
        {answer.versions.slice(0, 6).map((v) => (
          <li key={v.id}>
            <b>{say(w.versionLine, { version: v.version })}</b> {format.instant(v.madeAt)} {v.madeByName}
            {say(['：', ': '])}
            {v.reason ?? say(origin[v.origin])} · <span className="num">{format.money(v.total)}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
