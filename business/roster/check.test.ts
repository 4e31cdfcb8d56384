import { describe, expect, test } from 'vitest'
import { checkRoster, type RosterBreach } from './check.ts'
import { judgementText } from './command.ts'
import { anybody, earlyLate } from './problems-for-tests.ts'
import type { RosterPerson, RosterProblem } from './shape.ts'

/** One person, two weeks from a Monday: `E`, `L`, `-`. */
const judge = (person: Partial<RosterPerson>, days: string) => {
  const problem: RosterProblem = {
    days: days.length,
    firstWeekday: 1,
    ...earlyLate,
    people: [{ ...anybody, ...person }],
    wishes: [],
    cover: [],
  }
  return checkRoster(problem, [[...days].map((c) => '-EL'.indexOf(c) - 1)]).breaches
}
const one = (rule: RosterBreach['rule'], day?: number): RosterBreach[] => [
  day === undefined ? { rule, person: 'A' } : { rule, person: 'A', day },
]

describe('检验与求解各写各的', () => {
  const broken: [
    name: string,
    rules: Partial<RosterPerson>,
    kept: string,
    days: string,
    found: RosterBreach[],
  ][] = [
    ['two late shifts of one', { mostOf: [14, 1] }, 'EEL--EE', 'ELL--EE', one('mostOf')],
    ['a shift not allowed', { mostOf: [14, 0] }, 'EEE----', 'EEL----', one('mostOf')],
    ['early after late', {}, 'ELL-E--', 'ELE-E--', one('rest', 2)],
    [
      'early after the late shift of last month',
      { before: { worked: 1, shift: 1 } },
      'LE'.replace('E', 'L'),
      'EL',
      one('rest', 0),
    ],
    ['three days where two are the most', { maxRun: 2 }, 'EE-EE--', 'EEE-E--', one('maxRun', 0)],
    [
      'days in a row that last month began',
      { maxRun: 3, before: { worked: 2, shift: 0 } },
      'E-EE---',
      'EE-E---',
      one('maxRun', 0),
    ],
    ['one day alone where two are the least', { minRun: 2 }, '-EE----', '-E-----', one('minRun', 1)],
    [
      'a run of last month cut short',
      { minRun: 3, before: { worked: 2, shift: 0 } },
      'E------',
      '-------',
      one('minRun', 0),
    ],
    ['one day off alone', { minRest: 2 }, 'E--E---', 'E-E----', one('minRest', 1)],
    [
      'a rest of last month cut short',
      { minRest: 2, before: { rested: 1 } },
      '-E-----',
      'E------',
      one('minRest', 0),
    ],
    ['too few minutes', { minMinutes: 1000 }, 'EEE----', 'EE-----', one('minMinutes')],
    ['too many minutes', { maxMinutes: 1000 }, 'EE-----', 'EEE----', one('maxMinutes')],
    ['a second weekend', { maxWeekends: 1 }, '-----EE-------', '-----E------E-', one('weekends')],
    ['work on a day off', { daysOff: [2] }, 'EE-EE--', 'EEEEE--', one('dayOff', 2)],
    ['a fixed shift not kept', { fixed: [{ day: 0, shift: 1 }] }, 'LL-----', 'EL-----', one('fixed', 0)],
  ]
  test.each(broken)('%s is caught, and what keeps the rule is not', (_, rules, kept, days, found) => {
    expect(judge(rules, kept)).toEqual([])
    expect(judge(rules, days)).toEqual(found)
  })

  test('a run or a rest may be short at either end when nothing is known of what is beyond', () => {
    expect(judge({ minRun: 3, minRest: 3 }, 'E---EEE--')).toEqual([])
    expect(judge({ minRun: 3, minRest: 3 }, '-EEE---E')).toEqual([])
  })

  test('a missing person and a row of the wrong length are no roster', () => {
    const problem: RosterProblem = {
      days: 2,
      firstWeekday: 1,
      ...earlyLate,
      people: [anybody],
      wishes: [],
      cover: [],
    }
    expect(checkRoster(problem, []).breaches).toContainEqual({ rule: 'grid', person: 'A' })
    expect(checkRoster(problem, [[0]]).breaches).toEqual(one('grid'))
    expect(checkRoster(problem, [[0, 7]]).breaches).toEqual(one('grid'))
  })

  test('wishes, short and over are counted apart and said in both languages', () => {
    const problem: RosterProblem = {
      days: 2,
      firstWeekday: 1,
      ...earlyLate,
      people: [anybody, { ...anybody, id: 'B', daysOff: [0] }],
      wishes: [
        { person: 0, day: 0, shift: 0, wants: true, weight: 2 },
        { person: 1, day: 0, shift: 1, wants: false, weight: 3 },
      ],
      cover: [
        { day: 0, shift: 0, need: 2, under: 100, over: 1 },
        { day: 0, shift: 1, need: 0, under: 100, over: 7 },
      ],
    }
    const judged = checkRoster(problem, [
      [1, -1],
      [1, -1],
    ])
    expect(judged).toMatchObject({ wishCost: 5, underCost: 200, overCost: 14, cost: 219 })
    expect(judgementText(judged, 'zh')).toEqual([
      '代价 219 = 意愿 5 + 缺人 200 + 多人 14；硬规则违反 1 处',
      'B，第 0 天：在定好的休息日上班',
    ])
    expect(judgementText(judged, 'en')[1]).toBe('B, day 0: works on a day off')
  })
})
