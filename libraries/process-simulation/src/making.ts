import { evaluateFeel, isJsonObject, type Json, type JsonObject } from '@tereze/bpmn'
import type { Random } from './random.ts'
import type { Making } from './scenario.ts'

function withValue(data: JsonObject, path: readonly string[], value: Json): JsonObject {
  const [first = '', ...rest] = path
  const inner = data[first]
  return { ...data, [first]: rest.length === 0 ? value : withValue(isJsonObject(inner) ? inner : {}, rest, value) }
}

function chosen(shares: readonly { readonly share: number; readonly is: Json }[], random: Random): Json {
  let left = random() * shares.reduce((sum, { share }) => sum + share, 0)
  for (const { share, is } of shares) {
    left -= share
    if (left < 0) return is
  }
  return shares.at(-1)?.is ?? null
}

/** Data with the values of a scenario put in, in order. `now` is ISO 8601. */
export function makeData(
  data: JsonObject,
  makings: readonly Making[],
  moment: { readonly now: string; readonly zone: string; readonly number: number; readonly random: Random },
): JsonObject {
  let made = data
  for (const making of makings) {
    const value =
      'is' in making
        ? making.is
        : 'oneOf' in making
          ? chosen(making.oneOf, moment.random)
          : evaluateFeel(making.feel, { ...made, chance: moment.random(), number: moment.number }, moment).value
    made = withValue(made, making.into.split('.'), value)
  }
  return made
}
