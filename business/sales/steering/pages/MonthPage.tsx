import { useState } from 'react'
import { addMonths, isMonth, type Month, monthOf } from '../../../../platform/kinds/day.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { drop, keep, readKept } from '../../../../platform/web/kept.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { MonthInput } from '../../../../platform/web/parts/DayInput.tsx'
import { ExportButton } from '../../../../platform/web/parts/ExportButton.tsx'
import { Figure, FigureStrip } from '../../../../platform/web/parts/Figure.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { StickyBar } from '../../../../platform/web/parts/StickyBar.tsx'
import { useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useMe, useName } from '../../../../platform/web/session.ts'
import { p } from '../page-words.ts'
import { api, type MonthSeen } from './api.ts'
import './steering.css'
import { titles } from './titles.ts'

/** Which stores of an area reached a month that is over, with a word for each that did not. */
export default function MonthPage() {
  const say = useSay()
  const f = useFormat()
  const me = useMe()
  const [search, change] = useSearch()
  const own = me.appointments.flatMap((a) => (a.position === 'areaManager' && a.area ? [a.area.id] : []))
  const area = search.area ?? own[0] ?? ''
  const last = addMonths(monthOf(me.today), -1)
  const month: Month = search.month && isMonth(search.month) ? search.month : last
  const seen = api.useSee('chase.month', { area, month }, { keep: true, when: area !== '' })
  return (
    <Page
      title={say(titles.month)}
      sub={f.month(month)}
      back={{ to: '/chase', search: { area }, label: say(p.backToList) }}
      actions={
        <>
          <MonthInput
            label={say(p.month)}
            value={month}
            max={last}
            onChange={(m) => change({ month: m === last ? undefined : m })}
          />
          {area ? <ExportButton view="chase.month" input={{ area, month }} /> : null}
        </>
      }
    >
      {area === '' ? <Empty title={say(p.noArea)} /> : null}
      <Seen of={seen} lines={8}>
        {(found) => (
          <MonthForm
            key={`${found.area} ${found.month} ${found.filed?.version ?? 0}`}
            seen={found}
            isMine={own.includes(found.area)}
          />
        )}
      </Seen>
    </Page>
  )
}

function MonthForm({ seen, isMine }: { seen: MonthSeen; isMine: boolean }) {
  const say = useSay()
  const f = useFormat()
  const { total, filed } = seen
  const version = filed?.version ?? 0
  const key = `month.${seen.area}.${seen.month}.${version}`
  const [words, write] = useState<Record<string, string>>(() => readKept(key) ?? {})
  const [missing, mark] = useState<readonly string[]>([])
  const wordsOf = (seat: string): string =>
    words[seat] ?? (seat === '' ? filed?.words : seen.stores.find((s) => s.seat === seat)?.words) ?? ''
  const close = api.useDo('chase.closeMonth', {
    onDone: () => {
      drop(key)
      notice(say(p.monthKept))
    },
    onRefused: (problem) => mark(Array.isArray(problem.facts.seats) ? problem.facts.seats.map(String) : []),
  })
  const change = (seat: string, text: string): void => {
    const next = { ...words, [seat]: text }
    write(next)
    keep(key, next)
  }
  return (
    <>
      <FigureStrip>
        <Figure
          size="strip"
          label={say(p.reached)}
          value={say(p.reachedOf, { ...total })}
          tone={total.reached === total.stores ? 'done' : 'late'}
          note={total.reached === total.stores ? say(p.allReached) : null}
        />
        <Figure
          size="strip"
          label={say(p.monthNet)}
          value={f.wan(total.net)}
          note={
            total.target > 0
              ? say(p.monthTarget, {
                  target: f.wan(total.target),
                  done: f.percent(total.net / total.target, 1),
                })
              : say(p.noTarget)
          }
        />
      </FigureStrip>
      <Card>
        <ul className="month-stores">
          {seen.stores.map((store) => (
            <StoreRow
              key={store.seat}
              store={store}
              words={wordsOf(store.seat)}
              mayWrite={isMine}
              isMissing={missing.includes(store.seat)}
              onChange={(text) => change(store.seat, text)}
            />
          ))}
        </ul>
        {isMine ? (
          <Input.TextArea
            aria-label={say(p.moreWords)}
            placeholder={say(p.moreWords)}
            autoSize={{ minRows: 1, maxRows: 4 }}
            maxLength={500}
            value={wordsOf('')}
            onChange={(event) => change('', event.target.value)}
          />
        ) : filed?.words ? (
          <p translate="no">{filed.words}</p>
        ) : null}
        {filed ? (
          <p className="note">{say(p.filed, { name: filed.madeByName, time: f.instant(filed.madeAt) })}</p>
        ) : null}
      </Card>
      {close.error ? <FormProblem problem={close.error} /> : null}
      {isMine ? (
        <StickyBar>
          <Act
            type="primary"
            size="large"
            block
            may="chase.closeMonth"
            offBecause={filed && Object.keys(words).length === 0 ? say(p.monthKept) : undefined}
            loading={close.isPending}
            onClick={() =>
              close.mutate({
                area: seen.area,
                month: seen.month,
                basedOn: version,
                words: wordsOf('') || null,
                lines: seen.stores
                  .filter((s) => s.target !== null && wordsOf(s.seat).trim() !== '')
                  .map((s) => ({ seat: s.seat, words: wordsOf(s.seat) })),
              })
            }
          >
            {say(filed ? p.correctMonth : p.closeMonth)}
          </Act>
        </StickyBar>
      ) : null}
    </>
  )
}

function StoreRow(props: {
  store: MonthSeen['stores'][number]
  words: string
  mayWrite: boolean
  isMissing: boolean
  onChange: (text: string) => void
}) {
  const { store, words, mayWrite, isMissing, onChange } = props
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const { target, net } = store
  const hasTarget = target !== null && target > 0
  const isLate = isMissing && words.trim().length < 2
  return (
    <li>
      <div className="last-head">
        <b>{name(store)}</b>
        <Chip tone={!hasTarget ? 'plain' : store.reached ? 'done' : 'late'}>
          {say(!hasTarget ? p.noTarget : store.reached ? p.reached : p.notReached)}
        </Chip>
      </div>
      {hasTarget ? (
        <p className="note num">
          {f.wan(net)} / {f.wan(target)} ·{' '}
          {say(net < target ? p.shortBy : p.overBy, {
            amount: f.wan(Math.abs(net - target) as typeof net),
            done: f.percent(net / target, 1),
          })}
        </p>
      ) : (
        <p className="note num">{f.wan(net)}</p>
      )}
      {store.short && mayWrite ? (
        <Input
          aria-label={`${name(store)}${say(['：', ': '])}${say(p.whyShort)}`}
          status={isLate ? 'error' : ''}
          placeholder={say(p.whyShort)}
          maxLength={500}
          value={words}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : words ? (
        <p translate="no">{words}</p>
      ) : null}
      {isLate ? (
        <p className="measure-problem" role="alert">
          {say(p.wordMissing)}
        </p>
      ) : null}
    </li>
  )
}
