import { expect, test } from 'vitest'
import { asProblem, fieldErrors, ProblemError } from './problem.ts'

test('errors of one field stand together, and a place in a list keeps its number', () => {
  const problem = new ProblemError({
    status: 422,
    detail: '有 3 处需要改正',
    fields: [
      { field: 'lines.0.price', message: '太大' },
      { field: 'lines.0.price', message: '格式不对' },
      { field: 'store', message: '请填写' },
    ],
  })
  expect(fieldErrors(problem)).toEqual([
    { name: ['lines', 0, 'price'], errors: ['太大', '格式不对'] },
    { name: ['store'], errors: ['请填写'] },
  ])
})

test('a refusal that names one field is shown at that field', () => {
  const problem = new ProblemError({
    status: 422,
    why: 'wrongPassword',
    detail: '现在的密码不对',
    field: 'present',
  })
  expect(fieldErrors(problem)).toEqual([{ name: ['present'], errors: ['现在的密码不对'] }])
})

test('a fault that is not a refusal can still be shown', () => {
  expect(asProblem(new TypeError('boom')).message).toBe('boom')
  expect(asProblem(new TypeError('boom')).isNetwork).toBe(false)
})
