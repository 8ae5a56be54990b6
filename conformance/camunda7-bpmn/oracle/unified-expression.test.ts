import { expect, test } from 'vitest'
import { evaluateUnified } from './unified-expression.ts'

const data = { n: 3, flag: false, name: 'left', orders: [{ price: 50 }, { price: 250 }], order: { gold: true } }

test.each([
  ['1 + 2 * 3', 7],
  ['(1 + 2) * 3', 9],
  ['5-2', 3],
  ['n / 2 >= 1.5', true],
  ['n == 3 || flag', true],
  ['!flag && n lt 4', true],
  ['not flag', true],
  ["name == 'left'", true],
  ['name != "left"', false],
  ['orders[1].price >= 250', true],
  ['order.gold', true],
  ['empty missing', true],
  ["flag ? 'yes' : 'no'", 'no'],
  ['missing', null],
])('%s is %s', (text, value) => {
  expect(evaluateUnified(text, data)).toEqual(value)
})

test.each(['1 +', 'a.b()', '(1', ''])('%s is not understood', text => {
  expect(() => evaluateUnified(text, data)).toThrow()
})
