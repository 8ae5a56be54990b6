import type { Model, Value, Values } from './model.ts'

const notVariables = new Set([
  'true',
  'false',
  'null',
  'not',
  'and',
  'or',
  'empty',
  'loopCounter',
  'activationCount',
  'waitingForStart',
  'execution',
])

const known: Readonly<Record<string, readonly Value[]>> = {
  timeDuration: ['PT5M', 'P1D'],
  timeDate: ['2026-06-01T10:00:00Z', '2026-03-10T00:00:00Z'],
  timeCycle: ['R2/PT10M', 'R3/PT1H'],
  collection: [['a', 'b'], ['x', 'y', 'z'], []],
  loopDataInputRef: [['a', 'b'], ['x', 'y', 'z'], []],
  loopCardinality: [2, 3, 1],
  calledElement: ['called'],
  calledElementVersion: [1],
}

/** Values around the literals that a text compares with. */
function around(text: string): readonly Value[] {
  const numbers = [...text.matchAll(/\b\d+(?:\.\d+)?\b/g)].map(([number]) => Number(number))
  const texts = [...text.matchAll(/["']([^"']*)["']/g)].map(([, inside]) => inside ?? '')
  if (numbers.length > 0) return numbers.flatMap(number => [number, number + 1, number - 1])
  return texts.length > 0 ? [...texts, 'other'] : [true, false]
}

/** What the variables of a model may hold, judging by the expressions that read them. */
function valuesByName(model: Model): ReadonlyMap<string, readonly Value[]> {
  const found = new Map<string, Value[]>()
  for (const { of, text } of model.expressions) {
    const marked = [...text.matchAll(/[$#]\{([^}]*)\}/g)].map(([, inside]) => inside ?? '')
    const isExpression = marked.length > 0 || text.startsWith('=') || /ondition|collection|loopDataInputRef/.test(of)
    if (!isExpression) continue
    for (const inside of marked.length > 0 ? marked : [text]) {
      const bare = inside.replace(/"[^"]*"|'[^']*'/g, '')
      for (const [, name = '', indexed, property] of bare.matchAll(/(?<![\w.])([A-Za-z_]\w*)(\[\d+\])?(?:\.(\w+))?/g)) {
        if (notVariables.has(name) || /^(nrOf|numberOf)(Active|Completed|Terminated)?Instances$/.test(name)) continue
        const plain = property === undefined && indexed === undefined
        const values = (plain ? known[of] : undefined) ?? around(inside)
        const nested = values.map((value): Value => {
          const inner = property === undefined ? value : { [property]: value }
          return indexed === undefined ? inner : [inner, inner, inner]
        })
        const before = found.get(name) ?? []
        const merged =
          property !== undefined && before.length > 0
            ? nested.map((value, index) => merge(before[index % before.length] ?? null, value))
            : [...before, ...nested]
        found.set(name, merged)
      }
    }
  }
  return found
}

function merge(one: Value, other: Value): Value {
  const isObject = (value: Value): value is Values =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
  return isObject(one) && isObject(other) ? { ...one, ...other } : other
}

/** The n-th choice of data for a model; n from 0. */
export function likelyValues(model: Model, n: number): Values {
  return Object.fromEntries(
    [...valuesByName(model)].map(([name, values], index) => [name, values[(n * (index + 1)) % values.length] ?? null]),
  )
}
