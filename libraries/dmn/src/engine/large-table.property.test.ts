import { expect, inject, test } from 'vitest'
import { compile, evaluate, parse } from '../index.ts'

function compiled(inner: string) {
  const parsed = parse(
    `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="urn:m">${inner}</definitions>`,
  )
  if (!parsed.ok) throw new Error(parsed.errors[0]?.message)
  return compile(parsed.model)
}

test('a table of a hundred thousand rules costs by their number, and is not scanned', () => {
  const timed = <T>(work: () => T): { readonly took: number; readonly made: T } => {
    const started = performance.now()
    const made = work()
    return { took: performance.now() - started, made }
  }
  const large = (count: number) => {
    const rules = Array.from(
      { length: count },
      (_, i) =>
        `<rule><inputEntry><text>[${i}..${i + 1})</text></inputEntry><inputEntry><text>-</text></inputEntry><outputEntry><text>${i}</text></outputEntry></rule>`,
    )
    return compiled(
      `<inputData id="x" name="x"><variable name="x" typeRef="number"/></inputData><decision id="d" name="d"><variable name="d"/><informationRequirement><requiredInput href="#x"/></informationRequirement><decisionTable hitPolicy="UNIQUE"><input><inputExpression><text>x</text></inputExpression></input><input><inputExpression><text>x</text></inputExpression></input><output/>${rules.join('')}</decisionTable></decision>`,
    )
  }
  const looks = (model: ReturnType<typeof compile>, count: number): number => {
    evaluate(model, 'd', { x: 1 })
    return timed(() => {
      for (let i = 0; i < 500; i++)
        expect(evaluate(model, 'd', { x: (i * 7919) % count }).value).toBe((i * 7919) % count)
    }).took
  }
  const count = 100_000 * inject('share')
  const small = timed(() => large(1000))
  const huge = timed(() => large(count))
  expect(huge.made.problems).toEqual([])
  expect(huge.took).toBeLessThan(Math.max(small.took, 5) * (count / 1000) * 5)
  expect(looks(huge.made, count)).toBeLessThan(Math.max(looks(small.made, 1000), 5) * 20)
  // Each look would be as many steps as rules if every rule were tried.
  expect(evaluate(huge.made, 'd', { x: 14_321 }, { limits: { steps: 100 } })).toEqual({ value: 14_321, warnings: [] })
  expect(evaluate(huge.made, 'd', { x: count }).value).toBeNull()
}, 60_000)
