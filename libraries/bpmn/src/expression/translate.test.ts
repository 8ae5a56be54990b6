import { expect, test } from 'vitest'
import { evaluateFeel } from './feel.ts'
import { translateForeignExpression } from './translate.ts'

const moment = { now: '2026-03-02T12:00:00.000Z', zone: 'UTC' }
const data = {
  a: 1,
  b: 2,
  name: 'x',
  list: [10, 20],
  flag: false,
  text: '5',
  order: { price: 250, 'odd key': 7 },
  nothing: null,
}

test.each([
  ['#{a == 1}', true],
  ['#{a eq 1 and b ne 3}', true],
  ['#{a == 1 && !(b > 2 || flag)}', true],
  ['#{not flag}', true],
  ["#{name == 'x'}", true],
  ['#{a + b * 3 - 4 / 2}', 5],
  ['#{7 % 4}', 3],
  ['#{-a}', -1],
  ['#{order.price >= 250}', true],
  ["#{order['odd key']}", 7],
  ['#{list[1]}', 20],
  ['#{flag ? 1 : 2}', 2],
  ['#{empty nothing}', true],
  ['order-#{name}-#{a}', 'order-x-1'],
  ['#{"a" == \'a\'}', true],
  ['#{!nothing}', true],
  ['#{!flag}', true],
  ['#{!(a == 1)}', false],
  ['#{a == "1"}', true],
  ['#{a == "5"}', false],
  ['#{a != "1"}', false],
  ['#{text == 5}', true],
  ['#{flag == "false"}', true],
  ['#{1 == "1"}', true],
  ['#{nothing != 3}', true],
])('%s is %j', (text, expected) => {
  const value = translateForeignExpression(text)
  expect(value).toHaveProperty('feel')
  const feel = value && 'feel' in value ? value.feel : ''
  expect(evaluateFeel(feel, data, moment)).toEqual({ value: expected, warnings: [] })
})

test.each([
  '#{bean.call(x)}',
  '#{execution.id}',
  '#{fn(1)}',
  '#{}',
  '#{a +}',
  '#{a ; b}',
  '#{open',
  '#{a < "5"}',
  '#{name + "y"}',
])('%s is not in the subset', text => {
  expect(translateForeignExpression(text)).toBeUndefined()
})

test('both ways of writing mean the same', () => {
  expect(translateForeignExpression(`${'$'}{a == 1}`)).toEqual(translateForeignExpression('#{a == 1}'))
})
