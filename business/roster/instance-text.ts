import { refuse } from '../../platform/kinds/refusal.ts'
import { InstanceFault, indexIn, numberIn } from './instance-fault.ts'
import type { RosterCover, RosterPerson, RosterProblem, RosterShift, RosterWish } from './shape.ts'

/** The text form: sections of comma-separated lines, `#` for remarks, days counted from 0, the first a Monday. */
export function readInstanceText(text: string): RosterProblem {
  const sections = new Map<string, string[][]>()
  let lines: string[][] = []
  for (const raw of text.split(/\r\n?|\n/)) {
    const line = raw.trim()
    if (line === '' || line.startsWith('#')) continue
    if (line.startsWith('SECTION_')) {
      lines = []
      sections.set(line, lines)
    } else lines.push(line.split(',').map((field) => field.trim()))
  }
  const of = (name: string): string[][] => sections.get(`SECTION_${name}`) ?? []
  const known = ['HORIZON', 'SHIFTS', 'STAFF', 'DAYS_OFF', 'SHIFT_ON_REQUESTS', 'SHIFT_OFF_REQUESTS', 'COVER']
  for (const name of sections.keys())
    if (!known.includes(name.slice(8))) throw new InstanceFault(refuse('ruleUnknown', { rule: name }))

  const days = numberIn(of('HORIZON')[0]?.[0], 'SECTION_HORIZON')
  const ids = of('SHIFTS').map(([id]) => id ?? '')
  const shifts: RosterShift[] = of('SHIFTS').map(([id, minutes]) => ({
    id: id ?? '',
    minutes: numberIn(minutes, `shift ${id}`),
  }))
  const notAfter = of('SHIFTS').map(([, , never]) =>
    (never ?? '')
      .split('|')
      .filter((id) => id !== '')
      .map((id) => indexIn(ids, id, 'shift')),
  )
  const names = of('STAFF').map(([id]) => id ?? '')
  const daysOff = new Map<string, number[]>()
  for (const [name, ...off] of of('DAYS_OFF')) {
    indexIn(names, name ?? '', 'person')
    daysOff.set(name!, [...(daysOff.get(name!) ?? []), ...off.map((day) => dayIn(day, days))])
  }
  const people = of('STAFF').map((fields) => personOf(fields, ids, daysOff.get(fields[0] ?? '') ?? []))
  const wishesOf = (section: string, wants: boolean): RosterWish[] =>
    of(section).map(([name, day, shift, weight]) => ({
      person: indexIn(names, name ?? '', 'person'),
      day: dayIn(day, days),
      shift: indexIn(ids, shift ?? '', 'shift'),
      wants,
      weight: numberIn(weight, section),
    }))
  const cover = of('COVER').map(
    ([day, shift, need, under, over]): RosterCover => ({
      day: dayIn(day, days),
      shift: indexIn(ids, shift ?? '', 'shift'),
      need: numberIn(need, 'SECTION_COVER'),
      under: numberIn(under, 'SECTION_COVER'),
      over: numberIn(over, 'SECTION_COVER'),
    }),
  )
  const wishes = [...wishesOf('SHIFT_ON_REQUESTS', true), ...wishesOf('SHIFT_OFF_REQUESTS', false)]
  return { days, firstWeekday: 1, shifts, notAfter, people, wishes, cover }
}

/** id, most of each shift as `E=14|L=0`, most and least minutes, most and least days in a row, least days off, weekends */
function personOf(fields: readonly string[], ids: readonly string[], daysOff: number[]): RosterPerson {
  const [id, most, maxMinutes, minMinutes, maxRun, minRun, minRest, weekends] = fields
  const mostOf = ids.map(() => 0)
  for (const part of (most ?? '').split('|').filter((p) => p !== '')) {
    const [shift, count] = part.split('=')
    mostOf[indexIn(ids, shift ?? '', 'shift')] = numberIn(count, `most of ${shift}`)
  }
  return {
    id: id ?? '',
    mostOf,
    maxMinutes: numberIn(maxMinutes, `minutes of ${id}`),
    minMinutes: numberIn(minMinutes, `minutes of ${id}`),
    maxRun: numberIn(maxRun, `days in a row of ${id}`),
    minRun: numberIn(minRun, `days in a row of ${id}`),
    minRest: numberIn(minRest, `days off of ${id}`),
    maxWeekends: numberIn(weekends, `weekends of ${id}`),
    daysOff,
    fixed: [],
  }
}

function dayIn(text: string | undefined, days: number): number {
  const day = numberIn(text, 'day')
  if (!Number.isInteger(day) || day < 0 || day >= days)
    throw new InstanceFault(refuse('instanceBroken', { detail: `day ${text} of ${days}` }))
  return day
}
