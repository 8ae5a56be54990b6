import type { Operation } from '@tereze/operation'

/** What a definition gets wrong about itself, one sentence each. */
export function checkOperation(definition: Operation): string[] {
  const { name, module, does, kind, permission, refusals, emits } = definition
  const codes = refusals.map(({ code }) => code)
  return [
    ...(/^[A-Z].*\.$/s.test(does) ? [] : [`${name}: what it does is not a sentence: "${does}"`]),
    ...(permission.startsWith(`${module}.`) ? [] : [`${name}: its permission ${permission} is another module's`]),
    ...(kind === 'query' && emits.length > 0 ? [`${name}: a query announces nothing`] : []),
    ...emits
      .filter(({ type }) => !type.startsWith(`${module}.`))
      .map(({ type }) => `${name}: announces ${type}, an event of another module`),
    ...codes.filter((code, place) => codes.indexOf(code) !== place).map(code => `${name}: declares ${code} twice`),
  ]
}
