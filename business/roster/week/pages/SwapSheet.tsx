import { useState } from 'react'
import type { Day } from '../../../../platform/kinds/day.ts'
import { newId } from '../../../../platform/kinds/id.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { AskSheet, Field } from '../../../../platform/web/parts/AskSheet.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Choices } from '../../../../platform/web/parts/Steps.tsx'
import { wrongFields } from '../../../../platform/web/problem.ts'
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
    about: ({ day: on }) => f.dayAndWeekday(on as Day),
    whenSafe: onClose,
    onDone: () => notice(say(r.swapSent)),
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
  const wrong = wrongFields(ask.error)
  const missing = !colleague ? r.chooseColleague : !theirDay ? r.chooseDay : undefined
  return (
    <AskSheet
      title={say(r.askSwapOf, { day: f.dayAndWeekday(day) })}
      may="rosters.askSwap"
      says={say(r.sendSwap)}
      offBecause={missing ? say(missing) : undefined}
      isSending={ask.isPending}
      onSend={() =>
        colleague &&
        theirDay &&
        ask.mutate({ id, store: seen.store.id, day, with: colleague, theirDay, words: words || null })
      }
      onClose={onClose}
      problem={ask.error}
      fields={['with', 'theirDay', 'words']}
    >
      <Field label={say(r.swapWith)} wrong={wrong.with}>
        <Choices<string>
          label={say(r.swapWith)}
          value={colleague}
          options={others.map((o) => ({ key: o.person, label: `${o.name} · ${shown(o.person, day)}` }))}
          onChange={(person) => {
            choose(person)
            take(undefined)
          }}
        />
      </Field>
      {colleague ? (
        <Field label={say(r.swapDay)} wrong={wrong.theirDay}>
          <Choices<Day>
            label={say(r.swapDay)}
            value={theirDay}
            options={days.map((d) => ({ key: d, label: `${f.weekday(d)} · ${shown(colleague, d)}` }))}
            onChange={take}
          />
        </Field>
      ) : null}
      <Field label={say(r.swapWords)} wrong={wrong.words}>
        <Input
          aria-label={say(r.swapWords)}
          maxLength={200}
          size="large"
          value={words}
          onChange={(event) => write(event.target.value)}
        />
      </Field>
    </AskSheet>
  )
}
