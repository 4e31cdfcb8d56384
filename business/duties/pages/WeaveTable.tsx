import { type Day, dayOfMonth, isDay, monthOf, weekdayOf } from '../../../platform/kinds/day.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { useIsPhone } from '../../../platform/web/look/useIsPhone.ts'
import { Button } from '../../../platform/web/parts/Button.tsx'
import { Card } from '../../../platform/web/parts/Card.tsx'
import { Icon } from '../../../platform/web/parts/Icon.tsx'
import {
  type WeaveCell,
  WeaveGrid,
  type WeaveHead,
  type WeaveRow,
} from '../../../platform/web/parts/WeaveGrid.tsx'
import { Go, useGo, useSearch } from '../../../platform/web/place.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useName } from '../../../platform/web/session.ts'
import { storeKindNames } from '../../organization/words.ts'
import { cellState } from '../cells.ts'
import { weaveWords as w } from '../weave-words.ts'
import type { Woven, WovenLine } from './api.ts'
import type { WeaveInput } from './WeavePage.tsx'
import { partsSaid } from './weave-said.ts'

/** Days side by side on the phone. */
const phoneDays = 14

/** The grid itself; a cell opens the day of that place, a name the place alone. */
export function WeaveTable({ answer, input }: { answer: Woven; input: WeaveInput }) {
  const say = useSay()
  const f = useFormat()
  const isPhone = useIsPhone()
  const go = useGo()
  const [search, change] = useSearch()
  const row = useRow(answer, input)
  const { from, to, pages, page } = windowOf(answer, isPhone, Number(search.back) || 0)
  const days = answer.days.slice(from, to)
  const isAreas = input.level === 'area'
  const open = (key: string, day: string) => {
    if (!isDay(day)) return
    if (isAreas) go({ to: '/weave', search: { ...search, area: key } })
    else go({ to: '/weave', search: { ...search, below: input.store ?? key, on: day } })
  }
  return (
    <Card
      title={say(input.store ? w.gridWithin : isAreas ? w.gridAreas : w.gridStores)}
      sub={say(isAreas ? w.gridHowAreas : w.gridHow)}
    >
      {pages > 1 ? (
        <div className="weave-pages">
          <Button
            aria-label={say(w.earlier)}
            disabled={page >= pages - 1}
            icon={<Icon name="back" size={18} />}
            onClick={() => change({ back: page + 1 })}
          />
          <span className="num">{say(w.span, { from: f.day(days[0]!), to: f.day(days.at(-1)!) })}</span>
          <Button
            aria-label={say(w.laterOn)}
            disabled={page === 0}
            icon={<Icon name="forward" size={18} />}
            onClick={() => change({ back: page - 1 || undefined })}
          />
        </div>
      ) : null}
      <WeaveGrid
        label={say(input.store ? w.gridWithin : isAreas ? w.gridAreas : w.gridStores)}
        heads={days.map((day, i): WeaveHead => headOf(day, i, answer.today, f.shortMonth(monthOf(day))))}
        endHead={say(w.rate)}
        rows={answer.rows.map((r) => row(r, from, to))}
        legend={[
          { state: 'done', words: say(w.done) },
          { state: 'mostly', words: say(w.mostly) },
          { state: 'late', words: say(w.legendLate) },
          { state: 'missed', words: say(w.legendMissed) },
          { state: 'overdue', words: say(w.legendOverdue) },
          { state: 'open', words: say(w.legendOpen) },
          { state: 'excused', words: say(w.legendExcused) },
        ]}
        onOpen={open}
      />
      {answer.rowsLeftOff > 0 ? (
        <p className="note">{say(w.leftOff, { count: answer.rowsLeftOff })}</p>
      ) : null}
    </Card>
  )
}

/** The whole span on the desk; on the phone two weeks of it, the last ones first. */
function windowOf(answer: Woven, isPhone: boolean, back: number) {
  const last = answer.days.findIndex((d) => d > answer.today)
  const until = last < 0 ? answer.days.length : Math.max(last, Math.min(phoneDays, answer.days.length))
  if (!isPhone) return { from: 0, to: answer.days.length, pages: 1, page: 0 }
  const pages = Math.max(1, Math.ceil(until / phoneDays))
  const page = Math.max(0, Math.min(back, pages - 1))
  const to = until - page * phoneDays
  return { from: Math.max(0, to - phoneDays), to, pages, page }
}

function headOf(day: Day, i: number, today: Day, month: string): WeaveHead {
  const number = dayOfMonth(day)
  return {
    key: day,
    text: String(number),
    ...(i === 0 || number === 1 ? { over: month } : {}),
    ...(day === today ? { tone: 'today' as const } : weekdayOf(day) >= 6 ? { tone: 'weekend' as const } : {}),
  }
}

/** How a line of the answer becomes a row: its name leads to it alone, each cell says its day in words. */
function useRow(answer: Woven, input: WeaveInput) {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const [search] = useSearch()
  return (line: WovenLine, from: number, to: number): WeaveRow => {
    const spoken = line.title
      ? say(line.title)
      : line.name
        ? name({ name: line.name, nameEn: line.nameEn })
        : say(w.headquarters)
    const alone =
      line.kind === 'store'
        ? { store: line.key, area: undefined }
        : line.kind === 'area' && input.level === 'area'
          ? { area: line.key }
          : undefined
    return {
      key: line.key,
      spoken,
      name: alone ? (
        <Go to="/weave" search={{ ...search, ...alone }} className="plain-link">
          {spoken}
        </Go>
      ) : (
        spoken
      ),
      note: noteOf(line),
      end: rateOf(line),
      cells: answer.days.slice(from, to).map((day, i) => cellOf(line, day, line.cells[from + i] ?? null)),
    }
  }

  function noteOf({ kind, code, storeKind, holder }: WovenLine) {
    if (kind === 'store' && storeKind && storeKind in storeKindNames)
      return say(storeKindNames[storeKind as keyof typeof storeKindNames])
    return kind === 'area' ? holder : kind === 'clause' ? code : null
  }
  /** A rate of a few says little: the counts stand there instead. */
  function rateOf({ inTimeRate, ratedOf, ranked, total }: WovenLine) {
    if (inTimeRate === null) return '—'
    return ranked ? f.percent(inTimeRate) : say(w.tooFew, { inTime: total.inTime, of: ratedOf })
  }
  function cellOf(line: WovenLine, day: Day, cell: WovenLine['cells'][number]): WeaveCell {
    const on = f.dayAndWeekday(day)
    if (!cell) return { key: day, words: say(w.cellNothing, { day: on }) }
    const titles =
      line.kind === 'clause' ? [] : cell.wrong.map((duty) => say(answer.titles[duty] ?? [duty, duty]))
    const wrong = titles.length > 0 ? say(w.cellWrong, { titles: titles.join(say(['、', ', '])) }) : ''
    return {
      key: day,
      state: cellState(cell),
      words: say(w.cell, { day: on, parts: partsSaid(cell, say, f) }) + wrong,
    }
  }
}
