import { type Analysis, analyse, type DecisionTable, type Model } from '@tereze/dmn'
import type { Json } from '@tereze/feel'

/** Something that a table leaves out, says twice or can never say, at its place. */
export interface TableFinding {
  readonly kind: 'gap' | 'overlap' | 'hidden' | 'contradiction'
  /** Numbers of the rules concerned, from one; the first is where it is shown. None for a gap. */
  readonly rules: readonly number[]
  /** Of a gap: unary tests by input column that say where no rule applies. */
  readonly tests: readonly string[]
  /** Values of the inputs that show it, by what the columns are computed from. */
  readonly example: Readonly<Record<string, Json>> | null
}

/** Hit policies under which an input that no rule takes is a fault: one value is wanted (DMN 1.5 §8.2.8). */
const single: ReadonlySet<string> = new Set(['UNIQUE', 'ANY', 'PRIORITY', 'FIRST'])

/** What an author of a table must look at, and whether all of the table was looked at. */
export function tableFindings(table: DecisionTable, model: Model): { findings: TableFinding[]; complete: boolean } {
  const analysis = analyse(table, { model })
  return { findings: [...gapsOf(table, analysis), ...rulesOf(table, analysis)], complete: analysis.complete }
}

function gapsOf(table: DecisionTable, { gaps, defaults }: Analysis): TableFinding[] {
  if (!single.has(table.hitPolicy) || defaults === 'all') return []
  return gaps.map(({ where, example }) => ({
    kind: 'gap',
    rules: [],
    tests: table.inputs.map(({ expression }) => plainTests(where[expression.text] ?? '-')),
    example,
  }))
}

/** Everything around some texts as an author would say it: `< "a", ("a".."b"), > "b"` as `not("a", "b")`. */
export function plainTests(tests: string): string {
  const texts = [...tests.matchAll(/"(?:[^"\\]|\\.)*"/gu)].map(([text]) => text)
  const [first] = texts
  const last = texts.at(-1)
  if (first === undefined || last === undefined) return tests
  const points = texts.filter((text, i) => text !== texts[i - 1])
  const between = points.slice(1).map((text, i) => `(${points[i]}..${text})`)
  return tests === [`< ${first}`, ...between, `> ${last}`].join(', ') ? `not(${points.join(', ')})` : tests
}

function rulesOf({ hitPolicy }: DecisionTable, { overlaps, unreachable }: Analysis): TableFinding[] {
  return [
    ...overlaps
      .filter(({ conflict }) => hitPolicy === 'UNIQUE' || (hitPolicy === 'ANY' && conflict))
      .map(
        ({ rules: [first, second], example }): TableFinding => ({
          kind: 'overlap',
          rules: [second, first],
          tests: [],
          example,
        }),
      ),
    ...unreachable.map(
      ({ rule, by, reason, example }): TableFinding => ({
        kind: reason,
        rules: [rule, ...by],
        tests: [],
        example,
      }),
    ),
  ]
}
