import { useMemo, useState } from 'react'
import { type Money, sum } from '../../../platform/kinds/money.ts'
import { isRefusal, type Refusal } from '../../../platform/kinds/refusal.ts'
import { partsOf } from '../people-rules.ts'
import type { PersonPart } from '../shape.ts'
import type { SplitWhy } from '../split/words.ts'
import { editDay, type StoreMonth, splitToPeople } from '../store-rules.ts'
import type { StoreAnswer } from './api.ts'

type Why = SplitWhy | 'personNotHere'
interface State {
  readonly days: readonly Money[]
  readonly locked: readonly number[]
  /** Share units and days off; empty: not split to people. */
  readonly parts: readonly PersonPart[]
  /** Each person's days as a file stated them; gone as soon as days or parts are changed. */
  readonly given?: StoreMonth['people'] | undefined
}
export interface MonthDraft extends State {
  /** What the parts come to; undefined where they cannot be split, with the reason in `refusal`. */
  readonly people: StoreMonth['people'] | undefined
  readonly refusal: Refusal<Why> | undefined
  readonly isChanged: boolean
  changeDay(day: number, amount: Money): void
  toggleLock(day: number): void
  changePart(part: PersonPart): void
  splitToAll(): void
  /** Days of a file, those that it gave locked, and its people where it names any. */
  take(days: readonly Money[], locked: readonly number[], people: StoreMonth['people']): void
  undo: (() => void) | undefined
  reset(): void
}

/** A store's month being edited with the rules of the server: days give way to days, people to people. */
export function useMonthDraft(answer: StoreAnswer): MonthDraft {
  const target = answer.target!
  const usual = useMemo(
    () => answer.staff.map(({ person, factor, off }): PersonPart => ({ person, factor, off })),
    [answer.staff],
  )
  const saved: State = {
    days: target.days,
    locked: target.basis.lockedDays ?? [],
    parts: target.people.length > 0 ? usual : [],
  }
  const [steps, setSteps] = useState<readonly State[]>([])
  const [dayRefusal, setDayRefusal] = useState<Refusal<SplitWhy>>()
  const now = steps.at(-1) ?? saved
  const push = (next: State) => {
    setDayRefusal(undefined)
    setSteps((before) => [...before.slice(-49), next])
  }
  const split = useMemo(() => {
    if (now.given) return now.given
    if (now.parts.length === 0) return []
    return splitToPeople({
      month: answer.month,
      today: answer.today,
      days: now.days,
      parts: taking(now.parts),
      presence: answer.staff,
      before: target,
    })
  }, [now.given, now.parts, now.days, answer, target])
  return {
    ...now,
    people:
      steps.length === 0 && target.people.length > 0 ? target.people : isRefusal(split) ? undefined : split,
    refusal: dayRefusal ?? (isRefusal(split) ? split : undefined),
    isChanged: steps.length > 0,
    changeDay(day, amount) {
      const days = editDay(answer.month, now.days, { day, amount }, new Set(now.locked), answer.today)
      if (isRefusal(days)) setDayRefusal(days)
      else
        push({
          ...now,
          given: undefined,
          days,
          locked: now.locked.includes(day) ? now.locked : [...now.locked, day],
        })
    },
    toggleLock: (day) =>
      push({
        ...now,
        locked: now.locked.includes(day) ? now.locked.filter((d) => d !== day) : [...now.locked, day],
      }),
    changePart: (part) =>
      push({ ...now, given: undefined, parts: now.parts.map((p) => (p.person === part.person ? part : p)) }),
    splitToAll: () => push({ ...now, given: undefined, parts: usual }),
    take: (days, locked, people) => {
      const given = people.length > 0 ? people : undefined
      const parts = given ? partsIn(usual, partsOf(given, days, answer.staff)) : now.parts
      push({ days, locked, parts, given })
    },
    undo: steps.length > 0 ? () => setSteps((before) => before.slice(0, -1)) : undefined,
    reset: () => {
      setDayRefusal(undefined)
      setSteps([])
    },
  }
}

/** Everybody of the store, with the parts stated for some and none for the others. */
const partsIn = (all: readonly PersonPart[], stated: readonly PersonPart[]): PersonPart[] =>
  all.map((one) => stated.find((p) => p.person === one.person) ?? { ...one, factor: 0 })

/** Somebody with no share takes no part. */
export const taking = (parts: readonly PersonPart[]): PersonPart[] => parts.filter((part) => part.factor > 0)
export const totalOf = (days: readonly Money[]): Money => sum(days)
