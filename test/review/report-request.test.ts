import { expect, test } from 'vitest'
import { modesOf, queryOf, reportRequest } from '#src/review/report-request.ts'

test('walks of one’s own are counted unless others are asked for', () => {
  expect(modesOf(reportRequest('j', {}).mode)).toEqual(['own'])
  expect(modesOf(reportRequest('j', { mode: 'all' }).mode)).toEqual(['own', 'persona', 'assisted', 'simulated'])
})

test('a form’s empty fields ask nothing', () => {
  expect(reportRequest('j', { version: '', mode: '', track: '', provider: '' })).toEqual(reportRequest('j', {}))
})

test('what nobody knows is refused, not answered with other numbers', () => {
  expect(() => reportRequest('j', { mode: 'everyone' })).toThrow('invalid')
  for (const version of ['0', '-1', '1.5', '1e3', 'x', '9'.repeat(30)])
    expect(() => reportRequest('j', { version })).toThrow('not-found')
})

test('the same question can be asked again by its address', () => {
  const asked = { version: '3', mode: 'persona', track: 'home', provider: 'cat_register' }
  const again = new URLSearchParams(queryOf(reportRequest('j', asked)))
  expect(Object.fromEntries(again)).toEqual(asked)
  expect(queryOf(reportRequest('j', {}))).toBe('')
})
