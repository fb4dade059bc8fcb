import { expect, test } from 'vitest'
import { inIdOrder } from '#feedback/opinion-map/id-order.ts'

test('ids stand in the order of their numbers, names after them', () => {
  expect(inIdOrder(['b', '10', '9', '-1', 'a', '007', '0'])).toEqual(['-1', '0', '9', '10', '007', 'a', 'b'])
})
