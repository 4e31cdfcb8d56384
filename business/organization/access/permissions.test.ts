import { afterAll, beforeAll, expect, test } from 'vitest'
import { allOperations } from '../../../app/operations.ts'
import { openCompany, type TestCompany } from './access-for-tests.ts'
import { areaNames } from './permission-words.ts'
import type { Permission } from './permissions.ts'

let at: TestCompany
beforeAll(async () => {
  at = await openCompany()
})
afterAll(() => at.close())

test('headquarters reads the whole declared table, each operation once, in words; stores do not', async () => {
  const director = await at.signedIn('director')
  const { body } = await director.see<{ operations: Permission[] }>('access.permissions')
  expect(body.operations.map((o) => o.name).sort()).toEqual(Object.keys(allOperations).sort())
  for (const { name, says, who } of body.operations) {
    expect(says, name).toEqual(allOperations[name]!.summary)
    const declared = allOperations[name]!.who
    expect(typeof who === 'string' ? who : Object.fromEntries(who.map((s) => [s.position, s.reach]))).toEqual(
      declared,
    )
  }
  const manager = await at.signedIn('manager')
  expect((await manager.see('access.permissions')).body.why).toBe('position')
})

test('every business area of the table has a name in both languages: a new one is added to permission-words.ts', () => {
  const areas = new Set(Object.keys(allOperations).map((name) => name.split('.')[0]!))
  expect([...areas].filter((area) => areaNames[area] === undefined)).toEqual([])
})
