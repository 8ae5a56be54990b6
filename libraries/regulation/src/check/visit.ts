import type { DigitalRegulation } from '../format/digital-regulation.ts'
import { below, isObject } from '../places.ts'

/** An expression of a regulation: where it stands, and whether a decision will make it. */
export interface PlacedExpression {
  readonly pointer: string
  readonly text: string
  readonly decides: boolean
  /** Names that it sees besides those of the whole regulation. */
  readonly also: readonly string[]
}

function inTemplate(template: unknown, pointer: string, also: readonly string[]): PlacedExpression[] {
  if (typeof template === 'string')
    return template.startsWith('= ') ? [{ pointer, text: template.slice(2), decides: false, also }] : []
  if (typeof template !== 'object' || template === null) return []
  return Object.entries(template).flatMap(([name, part]) => inTemplate(part, below(pointer, name), also))
}

/** All expressions of a regulation, in their order. */
export function expressionsIn(regulation: DigitalRegulation): PlacedExpression[] {
  const one = (pointer: string, text: string | undefined, decides = false): PlacedExpression[] =>
    text === undefined ? [] : [{ pointer, text, decides, also: [] }]
  const each = <Item>(
    list: readonly Item[] | undefined,
    pointer: string,
    of: (item: Item, place: string) => PlacedExpression[],
  ) => (list ?? []).flatMap((item, index) => of(item, below(pointer, index)))
  const { fee } = regulation
  return [
    ...one('/department', regulation.department),
    ...each(regulation.applicants, '/applicants', ({ when }, place) => one(`${place}/when`, when, true)),
    ...each(regulation.acceptance, '/acceptance', ({ when }, place) => one(`${place}/when`, when, true)),
    ...each(regulation.questionnaire, '/questionnaire', ({ known }, place) => one(`${place}/known`, known)),
    ...each(regulation.variants, '/variants', ({ when }, place) => one(`${place}/when`, when)),
    ...each(regulation.needs, '/needs', (need, place) => [
      ...one(`${place}/when`, need.when),
      ...one(`${place}/of`, need.of),
      ...inTemplate(need.input, `${place}/input`, []),
      ...inTemplate(need.where, `${place}/where`, []),
      ...inTemplate(need.value, `${place}/value`, ['answer']),
    ]),
    ...each(regulation.values, '/values', ({ is }, place) => one(`${place}/is`, is, true)),
    ...each(regulation.criteria, '/criteria', ({ when }, place) => one(`${place}/when`, when, true)),
    ...each(regulation.review, '/review', ({ when }, place) => one(`${place}/when`, when, true)),
    ...one('/rules/event', regulation.rules.event),
    ...each(regulation.amount, '/amount', ({ when, sum }, place) => [
      ...one(`${place}/when`, when, true),
      ...one(`${place}/sum`, sum, true),
    ]),
    ...(fee !== undefined && typeof fee.sum === 'string' ? one('/fee/sum', fee.sum) : []),
    ...each(fee?.exemptions, '/fee/exemptions', ({ when }, place) => one(`${place}/when`, when)),
    ...each(regulation.results, '/results', (result, place) => [
      ...one(`${place}/to`, result.to),
      ...inTemplate(result.until, `${place}/until`, []),
      ...inTemplate(result.data, `${place}/data`, []),
      ...each(result.fields, `${place}/fields`, ({ value }, field) => inTemplate(value, `${field}/value`, [])),
    ]),
  ]
}

/** Every member of a name below a value, with its place. */
export function membersNamed(
  value: unknown,
  name: string,
  pointer = '',
): { readonly pointer: string; readonly value: unknown }[] {
  if (Array.isArray(value)) return value.flatMap((part, index) => membersNamed(part, name, below(pointer, index)))
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([own, part]) => {
    const here = below(pointer, own)
    return [...(own === name ? [{ pointer: here, value: part }] : []), ...membersNamed(part, name, here)]
  })
}
