import { array, assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import type { CompiledRule } from './compile-rules.ts'
import { type Exemption, type Fold, foldLine, type WindowState } from './fold-line.ts'
import type { SeenLine } from './seen-line.ts'

const rule = {
  source: { id: 'r', title: '', why: '', severity: 'low', lines: '', counts: 'subjects', reaches: 3, minutes: 10 },
  valuesOf: line => line.subjects,
} satisfies CompiledRule

const begin = Date.parse('2026-03-02T04:00:00Z')
const at = (minutes: number) => new Date(begin + minutes * 60_000).toISOString()
const line = (minutes: number, ...subjects: string[]) =>
  ({ id: `line-${minutes}`, time: at(minutes), subjects }) as unknown as SeenLine

function tell(lines: readonly SeenLine[], exemption: Exemption | null = null): Fold[] {
  let state: WindowState | null = null
  return lines.map(one => {
    const fold = foldLine(rule, state, one, exemption)
    state = fold.state
    return fold
  })
}

test('different subjects within the window raise one alert with its lines; what follows is added to it', () => {
  const folds = tell([line(0, 'a'), line(1, 'a'), line(2, 'b'), line(3, 'c'), line(4, 'd', 'e'), line(13, 'f')])
  expect(folds.map(({ alert }) => alert?.count ?? null)).toEqual([null, null, null, 3, null, null])
  expect(folds[3]?.alert).toEqual({ count: 3, since: at(1), until: at(3), lines: ['line-1', 'line-2', 'line-3'] })
  expect(folds.map(({ added }) => added)).toEqual([0, 0, 0, 0, 2, 0])
})

test('what is older than the window counts no more', () => {
  expect(tell([line(0, 'a'), line(1, 'b'), line(11, 'c'), line(12, 'd')]).map(({ alert }) => alert)).toEqual([
    null,
    null,
    null,
    null,
  ])
})

test('an exemption raises the threshold, or silences the rule, until its term', () => {
  const lines = [line(0, 'a', 'b', 'c'), line(5, 'd', 'e'), line(30, 'f', 'g', 'h')]
  const count = (exemption: Exemption) => tell(lines, exemption).map(({ alert }) => alert?.count ?? null)
  expect(count({ until: at(20), reaches: null })).toEqual([null, null, 3])
  expect(count({ until: at(20), reaches: 5 })).toEqual([null, 5, 3])
})

test('a state never holds more than the threshold, and alerts are a window apart', () => {
  assert(
    property(array(integer({ min: 0, max: 4 }), { maxLength: 60 }), steps => {
      const times = steps.map((_, n) => steps.slice(0, n + 1).reduce((sum, step) => sum + step, 0))
      const folds = tell(times.map((minutes, n) => line(minutes, `s${n % 7}`)))
      for (const { state } of folds) expect(state.marks.length).toBeLessThan(3)
      const raised = folds.flatMap(({ alert }) => (alert === null ? [] : [Date.parse(alert.until)]))
      for (const [n, moment] of raised.entries())
        if (n > 0) expect(moment - (raised[n - 1] ?? 0)).toBeGreaterThanOrEqual(10 * 60_000)
    }),
  )
})
