import fc from 'fast-check'
import { expect, inject, test } from 'vitest'
import { evaluate, literalOf } from './index.ts'
import { interpret, type ListFunction, slowText, type Tree, textOfTree } from './testing/slow-feel.fixture.ts'

const numeral = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: -12, max: 12 }).map(String) },
  { weight: 2, arbitrary: fc.tuple(fc.integer({ min: -999, max: 999 }), fc.nat(99)).map(([a, b]) => `${a}.${b}`) },
  fc.bigInt({ min: -(10n ** 36n), max: 10n ** 36n }).map(String),
  fc.tuple(fc.bigInt({ min: 1n, max: 10n ** 20n }), fc.integer({ min: -40, max: 40 })).map(([a, b]) => `${a}e${b}`),
)

const functions: readonly ListFunction[] = [
  'sum',
  'product',
  'mean',
  'median',
  'min',
  'max',
  'count',
  'reverse',
  'distinct values',
]

const { tree } = fc.letrec<{ tree: Tree; list: Tree; test: Tree }>(tie => {
  const leaf: fc.Arbitrary<Tree> = fc.oneof(
    { weight: 5, arbitrary: fc.record({ kind: fc.constant('number' as const), text: numeral }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('variable' as const), name: fc.constantFrom('x', 'item') }) },
    fc.record({ kind: fc.constant('boolean' as const), value: fc.boolean() }),
    fc.constant<Tree>({ kind: 'null' }),
  )
  const list: fc.Arbitrary<Tree> = fc.oneof(
    { depthSize: 'small' },
    fc.record({ kind: fc.constant('list' as const), items: fc.array(leaf, { maxLength: 4 }) }),
    fc.record({ kind: fc.constant('list' as const), items: fc.array(tie('tree'), { maxLength: 3 }) }),
    fc.record({
      kind: fc.constant('for' as const),
      from: fc.integer({ min: -3, max: 3 }),
      to: fc.integer({ min: -3, max: 3 }),
      body: tie('tree'),
    }),
    fc.record({ kind: fc.constant('filter' as const), list: tie('list'), condition: tie('test') }),
  )
  const test: fc.Arbitrary<Tree> = fc.oneof(
    { depthSize: 'small' },
    fc.record({
      kind: fc.constant('comparison' as const),
      operator: fc.constantFrom('<', '<=', '>', '>=', '=', '!='),
      left: tie('tree'),
      right: tie('tree'),
    }),
    fc.record({ kind: fc.constantFrom('and', 'or'), left: tie('test'), right: tie('test') }),
    fc.record({ kind: fc.constantFrom('some', 'every'), list: tie('list'), body: tie('test') }),
    tie('tree'),
  )
  const whole: fc.Arbitrary<Tree> = fc.oneof(
    { depthSize: 'small', maxDepth: 5 },
    leaf,
    fc.record({
      kind: fc.constant('arithmetic' as const),
      operator: fc.constantFrom('+', '-', '*', '/'),
      left: tie('tree'),
      right: tie('tree'),
    }),
    fc.record({ kind: fc.constant('power' as const), base: tie('tree'), exponent: fc.integer({ min: -9, max: 9 }) }),
    fc.record({ kind: fc.constant('modulo' as const), left: tie('tree'), right: tie('tree') }),
    fc.record({ kind: fc.constant('if' as const), condition: tie('test'), yes: tie('tree'), no: tie('tree') }),
    fc.record({ kind: fc.constant('call' as const), name: fc.constantFrom(...functions), list: tie('list') }),
    fc.record({ kind: fc.constant('filter' as const), list: tie('list'), condition: tie('test') }),
    tie('test'),
    tie('list'),
  )
  return { tree: whole, list, test }
})

test('the slow interpreter and the compiled expression agree exactly', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(tree, each => {
      const text = textOfTree(each)
      const result = evaluate(text, { x: null, item: null })
      if (!result.ok) throw new Error(`${text}: ${result.errors[0]?.message}`)
      expect(literalOf(result.value)).toBe(slowText(interpret(each)))
    }),
    { numRuns: 5000 * inject('share') },
  )
})
