import { attribute } from '../../platform/files/xml.ts'
import { type Refusal, refuse } from '../../platform/kinds/refusal.ts'
import { allOf, oneOf, textOf, xmlTree } from './instance-xml.ts'
import type { RosterGrid, RosterProblem } from './shape.ts'

/**
 * A roster as a file: a CSV with one line a person and one column a day (`-` for off), or, for names ending in .xml
 * or .ros, the XML in which the public instances' own solutions are exchanged.
 */
export function writeRoster(
  problem: RosterProblem,
  grid: RosterGrid,
  form: 'csv' | 'xml',
  instance: string,
): string {
  return form === 'csv' ? writeCsv(problem, grid) : writeXml(problem, grid, instance)
}

function writeCsv({ days, people, shifts }: RosterProblem, grid: RosterGrid): string {
  const lines = [['person', ...Array.from({ length: days }, (_, day) => String(day))].join()]
  for (const [p, { id }] of people.entries())
    lines.push([id, ...grid[p]!.map((s) => (s === -1 ? '-' : shifts[s]!.id))].join())
  return `${lines.join('\n')}\n`
}

function writeXml({ people, shifts }: RosterProblem, grid: RosterGrid, instance: string): string {
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<Roster>']
  lines.push(`  <SchedulingPeriodFile>${escaped(instance)}</SchedulingPeriodFile>`)
  for (const [p, { id }] of people.entries()) {
    lines.push(`  <Employee ID="${escaped(id)}">`)
    for (const [day, s] of grid[p]!.entries())
      if (s !== -1)
        lines.push(`    <Assign><Day>${day}</Day><Shift>${escaped(shifts[s]!.id)}</Shift></Assign>`)
    lines.push('  </Employee>')
  }
  return `${lines.join('\n')}\n</Roster>\n`
}

/** Reads either form back. People that the file leaves out have no month there, which the checker reports. */
export function readRoster(problem: RosterProblem, text: string): RosterGrid | Refusal<'rosterBroken'> {
  const rows = new Map<string, number[]>()
  const shiftOf = new Map(problem.shifts.map(({ id }, s) => [id, s]))
  const add = (person: string, day: number, shift: string): boolean => {
    const s = shift === '-' || shift === '' ? -1 : shiftOf.get(shift)
    const row = rows.get(person) ?? Array.from({ length: problem.days }, () => -1)
    rows.set(person, row)
    if (s === undefined || !Number.isInteger(day) || day < 0 || day >= problem.days) return false
    row[day] = s
    return true
  }
  let broken: string | null
  try {
    broken = text.trimStart().startsWith('<') ? readXml(text, add, rows, problem) : readCsv(text, add)
  } catch (fault) {
    if (!(fault instanceof Error)) throw fault
    broken = fault.message
  }
  if (broken !== null) return refuse('rosterBroken', { detail: broken })
  const stranger = [...rows.keys()].find((name) => !problem.people.some((p) => p.id === name))
  if (stranger !== undefined) return refuse('rosterBroken', { detail: `person ${stranger}` })
  return problem.people.map(({ id }) => rows.get(id) ?? [])
}

type Add = (person: string, day: number, shift: string) => boolean

function readCsv(text: string, add: Add): string | null {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '')
  for (const line of lines) {
    const [person, ...shifts] = line.split(/[,\t]/).map((field) => field.trim())
    if (person === undefined || person.toLowerCase() === 'person') continue
    if (shifts.length === 0) return `${person}: –`
    for (const [day, shift] of shifts.entries())
      if (!add(person, day, shift)) return `${person}, ${day}: ${shift}`
  }
  return null
}

function readXml(
  text: string,
  add: Add,
  rows: Map<string, number[]>,
  { days }: RosterProblem,
): string | null {
  for (const employee of allOf(oneOf(xmlTree(text), 'Roster'), 'Employee')) {
    const person = attribute(employee.raw, 'ID') ?? ''
    if (!rows.has(person))
      rows.set(
        person,
        Array.from({ length: days }, () => -1),
      )
    for (const assign of allOf(employee, 'Assign')) {
      const [day, shift] = [textOf(assign, 'Day'), textOf(assign, 'Shift')]
      if (!add(person, Number(day), shift)) return `${person}, ${day}: ${shift}`
    }
  }
  return null
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!)
