type Json = { [key: string]: Json } | Json[] | string | number | boolean | null | undefined

/**
 * What a new OpenAPI document takes away from those who use the old one: a path or method, a field of a reply, an answer's
 * status, or room in the input by a newly required field. A document may only grow.
 */
export function findBreakingChanges(before: unknown, after: unknown): string[] {
  const [old, now] = [before as Json, after as Json]
  return Object.entries(object(at(old, 'paths'))).flatMap(([path, methods]) =>
    Object.entries(object(methods)).flatMap(([method, operation]) => {
      const place = `${method.toUpperCase()} ${path}`
      const next = at(now, 'paths', path, method)
      if (next === undefined) return [`${place} is gone`]
      return [
        ...lostFields(replyOf(operation), replyOf(next), `${place} reply`),
        ...newDemands(inputOf(operation), inputOf(next), `${place} input`),
      ]
    }),
  )
}

const replyOf = (operation: Json) =>
  at(operation, 'responses', '202', 'content', 'application/json', 'schema') ??
  at(operation, 'responses', '200', 'content', 'application/json', 'schema')
const inputOf = (operation: Json) => at(operation, 'requestBody', 'content', 'application/json', 'schema')

function lostFields(before: Json, after: Json, place: string): string[] {
  const stillThere = object(at(after, 'properties'))
  const lost = Object.entries(object(at(before, 'properties'))).flatMap(([name, schema]) =>
    stillThere[name] === undefined
      ? [`${place} lost ${name}`]
      : lostFields(schema, stillThere[name], `${place}.${name}`),
  )
  const items = at(before, 'items')
  return items === undefined ? lost : [...lost, ...lostFields(items, at(after, 'items'), `${place}[]`)]
}

function newDemands(before: Json, after: Json, place: string): string[] {
  const known = list(at(before, 'required'))
  const demanded = list(at(after, 'required')).filter(name => !known.includes(name))
  const inside = Object.entries(object(at(before, 'properties'))).flatMap(([name, schema]) =>
    newDemands(schema, at(after, 'properties', name), `${place}.${name}`),
  )
  return [...demanded.map(name => `${place} now demands ${String(name)}`), ...inside]
}

function at(value: Json, ...keys: string[]): Json {
  return keys.reduce<Json>((inside, key) => object(inside)[key], value)
}

function object(value: Json): { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
}

function list(value: Json): Json[] {
  return Array.isArray(value) ? value : []
}
