import { attribute, XmlStream } from '../../platform/files/xml.ts'
import { addDays, dayOf, daysBetween, weekdayOf } from '../../platform/kinds/day.ts'
import { refuse } from '../../platform/kinds/refusal.ts'
import { InstanceFault, indexIn, numberIn } from './instance-fault.ts'
import type { RosterCover, RosterPerson, RosterProblem, RosterWish } from './shape.ts'

export interface XmlPart {
  readonly name: string
  readonly raw: string
  readonly parts: XmlPart[]
  text: string
}

/** The whole document as a tree; instances are small. */
export function xmlTree(text: string): XmlPart {
  const root: XmlPart = { name: '', raw: '', parts: [], text: '' }
  const open = [root]
  const stream = new XmlStream(
    {
      open(name, raw) {
        const part: XmlPart = { name, raw, parts: [], text: '' }
        open.at(-1)!.parts.push(part)
        open.push(part)
      },
      text(more) {
        open.at(-1)!.text += more
      },
      close() {
        open.pop()
      },
    },
    65_536,
  )
  stream.write(text)
  stream.end()
  return root
}
export const allOf = (part: XmlPart | undefined, name: string): XmlPart[] =>
  part?.parts.filter((p) => p.name === name) ?? []
export const oneOf = (part: XmlPart | undefined, name: string): XmlPart | undefined => allOf(part, name)[0]
export const textOf = (part: XmlPart | undefined, name: string): string =>
  oneOf(part, name)?.text.trim() ?? ''

interface Rules {
  rest: number
  mostOf: number[]
  valid: Set<number> | null
  minMinutes: number
  maxMinutes: number
  minRun: number
  maxRun: number
  minRest: number
  maxWeekends: number
}

/** The XML form: shifts with clock times, contracts that people hold one or more of, requests, cover by day. */
export function readInstanceXml(text: string): RosterProblem {
  const period = oneOf(xmlTree(text), 'SchedulingPeriod')
  if (!period) throw new InstanceFault(refuse('instanceUnknown'))
  const first = dayOf(textOf(period, 'StartDate'))
  const days = daysBetween(first, dayOf(textOf(period, 'EndDate'))) + 1
  const dayIn = (written: string): number => {
    const day = /^\d{4}-/.test(written) ? daysBetween(first, dayOf(written)) : numberIn(written, 'day')
    if (!Number.isInteger(day) || day < 0 || day >= days)
      throw new InstanceFault(
        refuse('instanceBroken', { detail: `day ${written}; last ${addDays(first, days - 1)}` }),
      )
    return day
  }
  const kinds = allOf(oneOf(period, 'ShiftTypes'), 'Shift').map((part) => ({
    id: attribute(part.raw, 'ID') ?? '',
    start: clockOf(textOf(part, 'StartTime')),
    minutes: numberIn(textOf(part, 'Duration'), 'Duration'),
  }))
  const ids = kinds.map((k) => k.id)
  const contracts = new Map(
    allOf(oneOf(period, 'Contracts'), 'Contract').map((c) => [attribute(c.raw, 'ID') ?? '', c]),
  )
  const employees = allOf(oneOf(period, 'Employees'), 'Employee')
  const names = employees.map((e) => attribute(e.raw, 'ID') ?? '')
  const rules = employees.map((employee) => {
    const held: Rules = { rest: 0, mostOf: ids.map(() => days), valid: null, ...widest(days) }
    for (const { text: id } of allOf(employee, 'ContractID')) {
      const contract = contracts.get(id.trim())
      if (!contract) throw new InstanceFault(refuse('nameUnknown', { what: 'contract', name: id.trim() }))
      readContract(contract, held, ids)
    }
    return held
  })
  const daysOff = names.map((): number[] => [])
  const fixed = names.map((): { day: number; shift: number }[] => [])
  for (const part of allOf(oneOf(period, 'FixedAssignments'), 'Employee')) {
    const person = indexIn(names, textOf(part, 'EmployeeID'), 'person')
    for (const assign of allOf(part, 'Assign')) {
      const day = dayIn(textOf(assign, 'Day') || textOf(assign, 'Date'))
      const shift = textOf(assign, 'Shift')
      if (shift === '-') daysOff[person]!.push(day)
      else fixed[person]!.push({ day, shift: indexIn(ids, shift, 'shift') })
    }
  }
  const rest = Math.max(0, ...rules.map((r) => r.rest))
  return {
    days,
    firstWeekday: weekdayOf(first),
    shifts: kinds.map(({ id, minutes }) => ({ id, minutes })),
    notAfter: kinds.map((a) =>
      kinds.flatMap((b, at) => (b.start + 1440 - (a.start + a.minutes) < rest ? [at] : [])),
    ),
    people: rules.map((r, p) => personOf(r, names[p]!, daysOff[p]!, fixed[p]!)),
    wishes: [
      ...wishesOf(period, 'ShiftOn', true, names, ids, dayIn),
      ...wishesOf(period, 'ShiftOff', false, names, ids, dayIn),
    ],
    cover: coverOf(period, ids, dayIn),
  }
}

const widest = (days: number): Omit<Rules, 'rest' | 'mostOf' | 'valid'> => ({
  minMinutes: 0,
  maxMinutes: days * 1440,
  minRun: 1,
  maxRun: days,
  minRest: 1,
  maxWeekends: days,
})

/** Adds what a contract asks to what the person's others ask; the stricter of two holds. */
function readContract(contract: XmlPart, held: Rules, ids: readonly string[]): void {
  for (const part of contract.parts) {
    const value = Number(attribute(part.raw, 'value'))
    const shift = attribute(part.raw, 'shift')
    if (part.name === 'MinRestTime') held.rest = Math.max(held.rest, numberIn(part.text.trim(), part.name))
    else if (part.name === 'MaxSeq' && shift === '$') held.maxRun = Math.min(held.maxRun, value)
    else if (part.name === 'MinSeq' && shift === '$') held.minRun = Math.max(held.minRun, value)
    else if (part.name === 'MinSeq' && shift === '-') held.minRest = Math.max(held.minRest, value)
    else if (part.name === 'MaxTot' && shift) {
      const at = indexIn(ids, shift, 'shift')
      held.mostOf[at] = Math.min(held.mostOf[at]!, value)
    } else if (part.name === 'ValidShifts') {
      const named = (shift ?? '').split(',').filter((id) => id !== '')
      held.valid = new Set(named.map((id) => indexIn(ids, id, 'shift')))
    } else if (part.name === 'Workload') readWorkload(part, held)
    else if (part.name === 'Patterns') readWeekends(part, held)
    else throw new InstanceFault(refuse('ruleUnknown', { rule: `${part.name} ${part.raw.trim()}` }))
  }
}

function readWorkload(part: XmlPart, held: Rules): void {
  for (const units of allOf(part, 'TimeUnits')) {
    const [max, min] = [oneOf(units, 'Max'), oneOf(units, 'Min')]
    if (max) held.maxMinutes = Math.min(held.maxMinutes, numberIn(textOf(max, 'Count'), 'Max'))
    if (min) held.minMinutes = Math.max(held.minMinutes, numberIn(textOf(min, 'Count'), 'Min'))
  }
}

/** The one pattern that is known: weekends with work on the Saturday, the Sunday or both. */
function readWeekends(part: XmlPart, held: Rules): void {
  for (const match of allOf(part, 'Match')) {
    const patterns = allOf(match, 'Pattern').map((p) =>
      [textOf(p, 'StartDay'), ...allOf(p, 'Shift').map((s) => s.text.trim())].join(' '),
    )
    const known = ['Saturday $ $', 'Saturday $ -', 'Saturday - $']
    if (patterns.sort().join('|') !== known.join('|') || oneOf(match, 'Min'))
      throw new InstanceFault(refuse('ruleUnknown', { rule: `Pattern ${patterns.join(' | ')}` }))
    held.maxWeekends = Math.min(held.maxWeekends, numberIn(textOf(oneOf(match, 'Max'), 'Count'), 'Max'))
  }
}

function personOf(
  r: Rules,
  id: string,
  daysOff: number[],
  fixed: { day: number; shift: number }[],
): RosterPerson {
  const { minMinutes, maxMinutes, minRun, maxRun, minRest, maxWeekends } = r
  const mostOf = r.mostOf.map((most, shift) => (r.valid === null || r.valid.has(shift) ? most : 0))
  return { id, mostOf, minMinutes, maxMinutes, minRun, maxRun, minRest, maxWeekends, daysOff, fixed }
}

function wishesOf(
  period: XmlPart,
  name: 'ShiftOn' | 'ShiftOff',
  wants: boolean,
  names: readonly string[],
  ids: readonly string[],
  dayIn: (written: string) => number,
): RosterWish[] {
  return allOf(oneOf(period, `${name}Requests`), name).map((part) => ({
    person: indexIn(names, textOf(part, 'EmployeeID'), 'person'),
    day: dayIn(textOf(part, 'Day') || textOf(part, 'Date')),
    shift: indexIn(ids, textOf(part, 'Shift'), 'shift'),
    wants,
    weight: numberIn(attribute(part.raw, 'weight'), name),
  }))
}

function coverOf(period: XmlPart, ids: readonly string[], dayIn: (written: string) => number): RosterCover[] {
  return allOf(oneOf(period, 'CoverRequirements'), 'DateSpecificCover').flatMap((of) => {
    const day = dayIn(textOf(of, 'Day') || textOf(of, 'Date'))
    return allOf(of, 'Cover').map((part): RosterCover => {
      const [min, max] = [oneOf(part, 'Min'), oneOf(part, 'Max')]
      const need = numberIn(min?.text.trim(), 'Min')
      if (max && numberIn(max.text.trim(), 'Max') !== need)
        throw new InstanceFault(refuse('ruleUnknown', { rule: 'Cover with Max other than Min' }))
      return {
        day,
        shift: indexIn(ids, textOf(part, 'Shift'), 'shift'),
        need,
        under: numberIn(attribute(min?.raw ?? '', 'weight'), 'Min'),
        over: max ? numberIn(attribute(max.raw, 'weight'), 'Max') : 0,
      }
    })
  })
}

function clockOf(text: string): number {
  const match = /^(\d{1,2}):(\d{1,2})/.exec(text)
  if (!match) throw new InstanceFault(refuse('instanceBroken', { detail: `time ${text}` }))
  return Number(match[1]) * 60 + Number(match[2])
}
