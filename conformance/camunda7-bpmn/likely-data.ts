import type { EventDefinition, Json, JsonObject, Node, Process } from '@tereze/bpmn'
import { compileExpression, references } from '@tereze/feel'
import type { Chance } from './chance.ts'

/** What the variables of a model may be, judging by the expressions that read them. */
export type Likely = ReadonlyMap<string, readonly Json[]>

const durations = ['PT5M', 'P1D']
const dates = ['2026-06-01T10:00:00Z', '2026-03-01T00:00:00']
const collections: readonly Json[] = [['a', 'b'], [], ['x', 'y', 'z']]
const timers = { date: dates, duration: durations, cycle: ['R2/PT10M', 'R/PT1H'] } as const

/** Values around the literals of an expression: equal, one more, one less, true and false. */
function around(expression: string): readonly Json[] {
  const numbers = [...expression.matchAll(/\b\d+(?:\.\d+)?\b/g)].map(match => Number(match[0]))
  const texts = [...expression.matchAll(/"([^"]*)"/g)].map(match => match[1] ?? '')
  return [...numbers.flatMap(number => [number - 1, number, number + 1]), ...texts, true, false]
}

function eventValues(event: EventDefinition): readonly (readonly [string, readonly Json[]])[] {
  if (event.type === 'timer' && event.timer.kind !== 'term' && 'feel' in event.timer.value)
    return [[event.timer.value.feel, timers[event.timer.kind]]]
  if (event.type === 'condition') return [[event.condition, around(event.condition)]]
  return []
}

function nodeValues(node: Node): readonly (readonly [string, readonly Json[]])[] {
  const { repetition } = node
  const found = (node.events ?? []).flatMap(eventValues)
  if (repetition?.kind === 'multiple') {
    if (repetition.collection !== undefined) return [...found, [repetition.collection, collections]]
    if (repetition.count && 'feel' in repetition.count) return [...found, [repetition.count.feel, [0, 1, 2, 3]]]
  }
  return found
}

/** Reads from a model which variables its expressions need and what they may hold. */
export function likelyData(processes: readonly Process[]): Likely {
  const likely = new Map<string, Json[]>()
  const expressions = processes.flatMap(process => [
    ...Object.values(process.nodes).flatMap(nodeValues),
    ...Object.values(process.flows).flatMap(({ condition }) =>
      condition === undefined ? [] : [[condition, around(condition)] as const],
    ),
  ])
  for (const [expression, values] of expressions) {
    // Every word may be a variable, also one that is called like a function of FEEL.
    const compiled = compileExpression(expression, { names: expression.match(/[A-Za-z_]\w*/g) ?? [] })
    if (!compiled.ok) continue
    for (const [name, ...rest] of references(compiled.expression)) {
      if (name === undefined) continue
      const indexed = expression.includes(`${name}[`)
      const nested = (value: Json): Json => {
        const inside = rest.reduceRight<Json>((inner, key) => ({ [key]: inner }), value)
        return indexed ? [inside, inside, inside] : inside
      }
      likely.set(name, [
        ...(likely.get(name) ?? []),
        ...values.map(nested),
        ...(indexed ? [nested(50), nested(200), nested(300)] : []),
      ])
    }
  }
  return likely
}

/** One data of a case among the likely ones. */
export function someData(likely: Likely, choices: Chance): JsonObject {
  return Object.fromEntries([...likely].map(([name, values]) => [name, choices.one(values)]))
}
