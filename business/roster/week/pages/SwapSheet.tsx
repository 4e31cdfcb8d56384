import { useState } from 'react'
import type { Day } from '../../../../platform/kinds/day.ts'
import { newId } from '../../../../platform/kinds/id.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Sheet } from '../../../../platform/web/parts/Sheet.tsx'
import { Choices } from '../../../../platform/web/parts/Steps.tsx'
import { useLanguage, useSay } from '../../../../platform/web/say.ts'
import { weekDays } from '../legal-rules.ts'
import { r } from '../page-words.ts'
import { api, type MineSeen } from './api.ts'

/** With whom, and for which of her days: only colleagues and days with which something changes hands. */
export function SwapSheet(props: { seen: MineSeen; me: string; day: Day; onClose: () => void }) {
  const { seen, me, day, onClose } = props
  const say = useSay()
  const f = useFormat()
  const language = useLanguage()
  const [id] = useState(newId)
  const [colleague, choose] = useState<string>()
  const [theirDay, take] = useState<Day>()
  const [words, write] = useState('')
  const ask = api.useDo('rosters.askSwap', {
    onDone: () => {
      notice(say(r.swapSent))
      onClose()
    },
  })
  const week = seen.weeks.find((w) => weekDays(w.week).includes(day))
  if (!week) return null
  const cellOn = (person: string, on: Day) => week.cells.find((c) => c.person === person && c.day === on)
  const shown = (person: string, on: Day): string => {
    const cell = cellOn(person, on)
    return cell ? (language === 'en' && cell.nameEn) || cell.name : say(r.off)
  }
  const others = week.people.filter((p) => p.person !== me)
  const differs = (on: Day): boolean =>
    colleague !== undefined &&
    (on === day
      ? shown(me, on) !== shown(colleague, on)
      : shown(me, day) !== shown(colleague, day) || shown(me, on) !== shown(colleague, on))
  const days = weekDays(week.week).filter((d) => d >= seen.today && differs(d))
  const missing = !colleague ? r.chooseColleague : !theirDay ? r.chooseDay : undefined
  return (
    <Sheet
      title={say(r.askSwapOf, { day: f.dayAndWeekday(day) })}
      width={440}
      onClose={onClose}
      foot={
        <div className="sheet-foot">
          <Act
            type="primary"
            size="large"
            block
            may="rosters.askSwap"
            offBecause={missing ? say(missing) : undefined}
            loading={ask.isPending}
            onClick={() =>
              colleague &&
              theirDay &&
              ask.mutate({ id, store: seen.store.id, day, with: colleague, theirDay, words: words || null })
            }
          >
            {say(r.sendSwap)}
          </Act>
        </div>
      }
    >
      {ask.error ? <FormProblem problem={ask.error} /> : null}
      <div className="field">
        <b>{say(r.swapWith)}</b>
        <Choices<string>
          label={say(r.swapWith)}
          value={colleague}
          options={others.map((o) => ({ key: o.person, label: `${o.name} · ${shown(o.person, day)}` }))}
          onChange={(person) => {
            choose(person)
            take(undefined)
          }}
        />
      </div>
      {colleague ? (
        <div className="field">
          <b>{say(r.swapDay)}</b>
          <Choices<Day>
            label={say(r.swapDay)}
            value={theirDay}
            options={days.map((d) => ({ key: d, label: `${f.weekday(d)} · ${shown(colleague, d)}` }))}
            onChange={take}
          />
        </div>
      ) : null}
      <div className="field">
        <b>{say(r.swapWords)}</b>
        <Input
          aria-label={say(r.swapWords)}
          maxLength={200}
          size="large"
          value={words}
          onChange={(event) => write(event.target.value)}
        />
      </div>
    </Sheet>
  )
}
