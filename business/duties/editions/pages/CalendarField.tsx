import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Select } from '../../../../platform/web/parts/Choice.tsx'
import { TimeInput } from '../../../../platform/web/parts/DayInput.tsx'
import { InputNumber } from '../../../../platform/web/parts/Input.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { mostOpensDays } from '../../calendar-rules.ts'
import type { Timing } from '../../catalogue/types.ts'
import { cadenceNames, months, timingWords, weekdays } from '../calendar-words.ts'
import { editWords as w } from '../edit-words.ts'
import { type Every, usualTiming } from './timings.ts'

interface Props {
  value: readonly Timing[]
  /** Cadences that may be asked for. */
  among: readonly Every[]
  inStore: boolean
  /** The deadlines as the house came with them. */
  shipped: readonly Timing[]
  onChange: (calendar: Timing[]) => void
}

/** When a duty is due: each deadline as a sentence, and under it the few things that make it up. */
export function CalendarField({ value, among, inStore, shipped, onChange }: Props) {
  const say = useSay()
  const put = (i: number, timing: Timing) => onChange(value.map((t, at) => (at === i ? timing : t)))
  const stands = value.some((t) => t.every === 'standing')
  return (
    <div className="calendar-field">
      {value.map((timing, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: deadlines have no name but their place
        <fieldset key={i}>
          <legend>{say(timingWords(timing))}</legend>
          <Labelled label={say(w.every)}>
            <Select
              aria-label={say(w.every)}
              value={timing.every}
              options={[...new Set([timing.every, ...among])].map((every) => ({
                value: every,
                label: say(cadenceNames[every]),
              }))}
              onChange={(every) => put(i, usualTiming(every, inStore, shipped))}
            />
          </Labelled>
          <Parts timing={timing} inStore={inStore} onChange={(next) => put(i, next)} />
          {value.length > 1 ? (
            <Button size="small" onClick={() => onChange(value.filter((_, at) => at !== i))}>
              {say(w.removeTiming)}
            </Button>
          ) : null}
        </fieldset>
      ))}
      {value.length < 4 && !stands ? (
        <Button
          size="small"
          onClick={() =>
            onChange([...value, usualTiming(among.find((e) => e !== 'standing') ?? 'day', inStore, [])])
          }
        >
          {say(w.addTiming)}
        </Button>
      ) : null}
    </div>
  )
}

const Labelled = ({ label, children }: { label: string; children: React.ReactNode }) => (
  <span className="calendar-part">
    <small>{label}</small>
    {children}
  </span>
)

function Parts(props: { timing: Timing; inStore: boolean; onChange: (timing: Timing) => void }) {
  const { timing, inStore, onChange } = props
  const say = useSay()
  const number = (label: string, value: number, most: number, set: (n: number) => void) => (
    <Labelled label={label}>
      <InputNumber
        aria-label={label}
        min={0}
        max={most}
        precision={0}
        value={value}
        onChange={(n) => set(n ?? 0)}
      />
    </Labelled>
  )
  switch (timing.every) {
    case 'standing':
      return null
    case 'event':
      return (
        <>
          {number(say(w.hours), timing.hours, 720, (hours) => onChange({ ...timing, hours }))}
          {number(say(w.late), timing.late, 240, (late) => onChange({ ...timing, late }))}
        </>
      )
    case 'day':
      return <DayParts timing={timing} inStore={inStore} onChange={onChange} number={number} />
    default:
      return (
        <>
          {timing.every === 'week' ? (
            <Labelled label={say(w.weekday)}>
              <Select
                aria-label={say(w.weekday)}
                value={String(timing.weekday)}
                options={weekdays.map(([zh, en], i) => ({
                  value: String(i + 1),
                  label: say([`周${zh}`, en]),
                }))}
                onChange={(weekday) => onChange({ ...timing, weekday: Number(weekday) })}
              />
            </Labelled>
          ) : (
            <>
              {timing.every === 'year' ? (
                <Labelled label={say(w.month)}>
                  <Select
                    aria-label={say(w.month)}
                    value={String(timing.month)}
                    options={months.map((en, i) => ({
                      value: String(i + 1),
                      label: say([`${i + 1} 月`, en]),
                    }))}
                    onChange={(month) => onChange({ ...timing, month: Number(month) })}
                  />
                </Labelled>
              ) : null}
              <Labelled label={say(w.onDay)}>
                <Select
                  aria-label={say(w.onDay)}
                  value={String(timing.on)}
                  options={[
                    ...Array.from({ length: 31 }, (_, i) => ({ value: String(i + 1), label: String(i + 1) })),
                    { value: 'last', label: say(w.lastDay) },
                  ]}
                  onChange={(on) => onChange({ ...timing, on: on === 'last' ? 'last' : Number(on) })}
                />
              </Labelled>
              <Labelled label={say(w.about)}>
                <Select
                  aria-label={say(w.about)}
                  value={timing.in}
                  options={[
                    { value: 'before', label: say(w.aboutBefore) },
                    { value: 'same', label: say(w.aboutSame) },
                    { value: 'after', label: say(w.aboutAfter) },
                  ]}
                  onChange={(at) => onChange({ ...timing, in: at })}
                />
              </Labelled>
            </>
          )}
          <Labelled label={say(w.by)}>
            <TimeInput
              label={say(w.by)}
              value={timing.by}
              onChange={(by) => onChange({ ...timing, by: by as `${number}:${number}` })}
            />
          </Labelled>
          {number(
            say(w.opensDays),
            timing.opensDays,
            timing.every === 'week' ? 6 : mostOpensDays,
            (opensDays) => onChange({ ...timing, opensDays }),
          )}
          {number(say(w.late), timing.late, 240, (late) => onChange({ ...timing, late }))}
        </>
      )
  }
}

function DayParts(props: {
  timing: Extract<Timing, { every: 'day' }>
  inStore: boolean
  onChange: (timing: Timing) => void
  number: (label: string, value: number, most: number, set: (n: number) => void) => React.ReactNode
}) {
  const { timing, inStore, onChange, number } = props
  const say = useSay()
  const byDoors = timing.by === 'opening' || timing.by === 'closing'
  const { late } = timing
  return (
    <>
      {inStore ? (
        <Labelled label={say(w.by)}>
          <Select
            aria-label={say(w.by)}
            value={byDoors ? (timing.by as string) : 'clock'}
            options={[
              { value: 'opening', label: say(w.byOpening) },
              { value: 'closing', label: say(w.byClosing) },
              { value: 'clock', label: say(w.byClock) },
            ]}
            onChange={(by) =>
              onChange(
                by === 'opening' || by === 'closing'
                  ? { every: 'day', by, grace: 30, opensMinutes: 120, late }
                  : { every: 'day', by: '18:00', late },
              )
            }
          />
        </Labelled>
      ) : null}
      {'grace' in timing ? (
        <>
          {number(say(w.grace), timing.grace, 1380, (grace) => onChange({ ...timing, grace }))}
          {number(say(w.opensMinutes), timing.opensMinutes, 1380, (opensMinutes) =>
            onChange({ ...timing, opensMinutes }),
          )}
        </>
      ) : (
        <Labelled label={say(w.by)}>
          <TimeInput
            label={say(w.by)}
            value={timing.by}
            onChange={(by) => onChange({ ...timing, by: by as `${number}:${number}` })}
          />
        </Labelled>
      )}
      {number(say(w.late), late, 240, (n) => onChange({ ...timing, late: n }))}
    </>
  )
}
