import { parse } from '@tereze/dmn'
import type { Rounding } from '@tereze/service-rules'
import { expect, test } from 'vitest'
import { checkRounding } from './check-rounding.ts'

const parsed = parse(`<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="urn:m">
<decision id="d" name="share"><variable name="share"/><literalExpression><text>round half up(10 / 3, 2) + floor(2.5)</text></literalExpression></decision></definitions>`)
if (!parsed.ok) throw new Error('no model')
const models = [parsed.model]
const share: Rounding = { decision: 'share', mode: 'half-up', scale: 2, clause: '7.1' }
const whole: Rounding = { decision: 'share', mode: 'floor', scale: 0, clause: '7.2' }

test('what is declared as it is made is right', () => {
  expect(checkRounding(models, [share, whole])).toEqual([])
})

test('a rounding without a clause, with another mode or another scale is told, and one that nothing makes', () => {
  const codes = (...declared: Rounding[]) =>
    checkRounding(models, declared).map(({ code, params }) => `${code} ${params.mode} ${params.scale}`)
  expect(codes(share)).toEqual(['package.rounding-undeclared floor 0'])
  expect(codes({ ...share, mode: 'half-even' }, whole)).toEqual([
    'package.rounding-undeclared half-up 2',
    'package.rounding-unused half-even 2',
  ])
  expect(codes({ ...share, scale: 0 }, whole)).toEqual([
    'package.rounding-undeclared half-up 2',
    'package.rounding-unused half-up 0',
  ])
})
