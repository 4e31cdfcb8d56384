import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import highsLoader from 'highs'
import { describe, expect, test } from 'vitest'
import { isRefusal } from '../../platform/kinds/refusal.ts'
import { checkRoster } from './check.ts'
import { readInstance } from './instance-file.ts'
import { readRoster, writeRoster } from './roster-file.ts'
import type { RosterProblem } from './shape.ts'
import { solveRoster } from './solve.ts'

const asText = `# two people
SECTION_HORIZON
7

SECTION_SHIFTS
E,480,
L,600,E

SECTION_STAFF
A,E=7|L=2,2400,960,5,2,2,1
B,L=7,2400,960,4,2,1,1

SECTION_DAYS_OFF
A,0,3

SECTION_SHIFT_ON_REQUESTS
A,1,E,2

SECTION_SHIFT_OFF_REQUESTS
B,4,L,3

SECTION_COVER
0,E,1,100,1
6,L,2,50,2
`
const contract = (id: string, most: string, run: number, rest: number, valid: string) => `
<Contract ID="${id}">${most}
  <MaxSeq label="x" value="${run}" shift="$"/><MinSeq label="x" value="2" shift="$"/>
  <MinSeq label="x" value="${rest}" shift="-"/>
  <Workload><TimeUnits><Max><Count>2400</Count></Max></TimeUnits><TimeUnits><Min><Count>960</Count></Min></TimeUnits></Workload>
  <Patterns><Match><Max><Count>1</Count></Max>
    <Pattern><StartDay>Saturday</StartDay><Shift>$</Shift><Shift>-</Shift></Pattern>
    <Pattern><StartDay>Saturday</StartDay><Shift>-</Shift><Shift>$</Shift></Pattern>
    <Pattern><StartDay>Saturday</StartDay><Shift>$</Shift><Shift>$</Shift></Pattern></Match></Patterns>
  <ValidShifts shift="${valid}"/>
</Contract>`
const asXml = `<?xml version="1.0"?><SchedulingPeriod>
<StartDate>2014-01-06</StartDate><EndDate>2014-01-12</EndDate>
<ShiftTypes><Shift ID="E"><StartTime>6:0</StartTime><Duration>480</Duration></Shift>
<Shift ID="L"><StartTime>14:00</StartTime><Duration>600</Duration></Shift></ShiftTypes>
<Contracts><Contract ID="All"><MinRestTime>660</MinRestTime></Contract>
${contract('A', '<MaxTot label="x" value="2" shift="L"/>', 5, 2, 'E,L,')}${contract('B', '', 4, 1, 'L,')}</Contracts>
<Employees><Employee ID="A"><ContractID>All</ContractID><ContractID>A</ContractID></Employee>
<Employee ID="B"><ContractID>All</ContractID><ContractID>B</ContractID></Employee></Employees>
<FixedAssignments><Employee><EmployeeID>A</EmployeeID><Assign><Shift>-</Shift><Day>0</Day></Assign>
<Assign><Shift>-</Shift><Day>3</Day></Assign></Employee></FixedAssignments>
<ShiftOnRequests><ShiftOn weight="2"><Shift>E</Shift><EmployeeID>A</EmployeeID><Day>1</Day></ShiftOn></ShiftOnRequests>
<ShiftOffRequests><ShiftOff weight="3"><Shift>L</Shift><EmployeeID>B</EmployeeID><Day>4</Day></ShiftOff></ShiftOffRequests>
<CoverRequirements>
<DateSpecificCover><Day>0</Day><Cover><Shift>E</Shift><Min weight="100">1</Min><Max weight="1">1</Max></Cover></DateSpecificCover>
<DateSpecificCover><Day>6</Day><Cover><Shift>L</Shift><Min weight="50">2</Min><Max weight="2">2</Max></Cover></DateSpecificCover>
</CoverRequirements></SchedulingPeriod>`

const read = (text: string): RosterProblem => {
  const problem = readInstance(text)
  if (isRefusal(problem)) throw new Error(JSON.stringify(problem))
  return problem
}

describe('排班文件', () => {
  test('the text and the XML of one problem read the same', () => {
    const problem = read(asText)
    expect(problem).toMatchObject({
      days: 7,
      firstWeekday: 1,
      notAfter: [[], [0]],
      wishes: [
        { person: 0, day: 1, shift: 0, wants: true, weight: 2 },
        { person: 1, day: 4, shift: 1, wants: false, weight: 3 },
      ],
    })
    expect(problem.people[0]).toMatchObject({ mostOf: [7, 2], maxRun: 5, minRest: 2, daysOff: [0, 3] })
    expect(problem.people[1]).toMatchObject({ mostOf: [0, 7], minMinutes: 960, maxMinutes: 2400 })
    expect(read(asXml)).toEqual(problem)
  })

  test('a rule that is not known is refused, not left out', () => {
    expect(readInstance(asText.replace('SECTION_COVER', 'SECTION_SKILLS'))).toMatchObject({
      refused: 'ruleUnknown',
    })
    expect(
      readInstance(asXml.replace('<MaxSeq label="x" value="5"', '<MaxSpan label="x" value="5"')),
    ).toMatchObject({
      refused: 'ruleUnknown',
    })
    expect(readInstance(asXml.replace('>Saturday<', '>Sunday<'))).toMatchObject({ refused: 'ruleUnknown' })
    expect(readInstance(asText.replace('A,1,E,2', 'C,1,E,2'))).toMatchObject({ refused: 'nameUnknown' })
    expect(readInstance(asText.replace('A,1,E,2', 'A,9,E,2'))).toMatchObject({ refused: 'instanceBroken' })
    expect(readInstance('hello')).toMatchObject({ refused: 'instanceUnknown' })
    expect(readInstance('<SchedulingPeriod><StartDate>x')).toMatchObject({ refused: 'instanceBroken' })
  })

  test('a number that cannot be is refused with its place, and so is a name that stands twice', () => {
    const refusedFor = (from: string, to: string): string => {
      const answer = readInstance(asText.replace(from, to))
      return isRefusal(answer) ? `${answer.refused} ${answer.facts?.detail}` : 'read'
    }
    expect(refusedFor('\n7\n', '\n7.5\n')).toBe('instanceBroken days 7.5: 1 to 1100')
    expect(refusedFor('\n7\n', '\n1000000000\n')).toBe('instanceBroken days 1000000000: 1 to 1100')
    expect(refusedFor('E,480', 'E,-480')).toBe('instanceBroken minutes of shift E: -480')
    expect(refusedFor('2400,960,5,2,2,1', '2400,960,5,2,-2,1')).toBe('instanceBroken minRest of A: -2')
    expect(refusedFor('E=7|L=2', 'E=7|L=2.5')).toBe('instanceBroken A, L: 2.5')
    expect(refusedFor('6,L,2,', '6,L,-2,')).toBe('instanceBroken day 6, L: -2')
    expect(refusedFor('SECTION_DAYS_OFF', 'A,E=7,2400,960,5,2,2,1\nSECTION_DAYS_OFF')).toBe(
      'instanceBroken A stands there twice',
    )
    expect(refusedFor('6,L,2,50,2', '6,L,2,50.5,2')).toBe('read')
  })

  test('what is no roster file is told so', () => {
    const problem = read(asText)
    expect(readRoster(problem, '<Roster')).toMatchObject({ refused: 'rosterBroken' })
    expect(readRoster(problem, 'hello')).toMatchObject({ refused: 'rosterBroken' })
  })

  test('a roster comes back from either form as it was written', () => {
    const problem = read(asText)
    const grid = [
      [-1, 0, 1, -1, -1, 0, 0],
      [1, 1, -1, 1, 1, -1, -1],
    ]
    for (const form of ['csv', 'xml'] as const)
      expect(readRoster(problem, writeRoster(problem, grid, form, 'x.ros'))).toEqual(grid)
    expect(readRoster(problem, 'person,0\nA,X')).toMatchObject({ refused: 'rosterBroken' })
    expect(readRoster(problem, 'Z,E')).toMatchObject({ refused: 'rosterBroken' })
    expect(readRoster(problem, 'A,E')).toMatchObject([{ length: 7 }, { length: 0 }])
  })
})

const folders = [process.env.JINGWEI_REAL_DATA, join(process.cwd(), '..', 'shared', 'data')]
const real = folders
  .filter((folder): folder is string => folder !== undefined && folder !== '')
  .map((folder) => join(folder, 'rostering'))
  .find((path) => existsSync(path))
if (!real)
  console.warn('SKIPPED: no public instances; set JINGWEI_REAL_DATA to the folder that holds rostering/')

describe('公开的题目', () => {
  test.skipIf(!real).each([
    ['Instance1', 607],
    ['Instance2', 828],
    ['Instance4', 1716],
  ])('%s is solved to the best known %i', async (name, best) => {
    const problem = read(readFileSync(join(real!, `${name}.ros`), 'utf8'))
    const started = performance.now()
    const now = () => (performance.now() - started) / 1000
    const solved = solveRoster(problem, { seed: 1, seconds: 50, rounds: 4 }, await highsLoader(), {
      now,
      isStopped: () => false,
      tell: () => undefined,
    })
    if ('stuck' in solved) throw new Error('stuck')
    expect(checkRoster(problem, solved.grid)).toMatchObject({ breaches: [], cost: best })
  })
})
