import { isObject, readAt, type Surroundings } from '@tereze/regulation'

type Data = Readonly<Record<string, unknown>>

function listOf(regulation: unknown, name: string): readonly Data[] {
  const list = readAt(regulation, `/${name}`)
  return Array.isArray(list) ? list.filter(isObject) : []
}

function idsOf(list: readonly Data[], member = 'id'): string[] {
  return list.flatMap(one => (typeof one[member] === 'string' && one[member] !== '' ? [one[member]] : []))
}

function membersOf(schema: unknown): string[] {
  if (!isObject(schema)) return []
  const alternatives = schema.anyOf ?? schema.oneOf
  if (Array.isArray(alternatives)) return alternatives.flatMap(membersOf)
  if (isObject(schema.properties)) return Object.keys(schema.properties)
  return schema.items === undefined ? [] : membersOf(schema.items)
}

const ofCase = ['applicant', 'submitted', 'opened', 'decided', 'rulesOn', 'channel', 'department', 'status']

/**
 * The names that an expression of a regulation may use: needs with the members of what they come to, questions, values, legal parameters
 * of the jurisdiction, the case.
 */
export function namesFor(regulation: unknown, around: Surroundings | null, pointer: string): readonly string[] {
  const jurisdiction = readAt(regulation, '/jurisdiction')
  const needs = listOf(regulation, 'needs').flatMap(need => {
    const [id] = idsOf([need])
    if (id === undefined) return []
    const answer = around?.contracts.find(({ ref }) => ref === need.contract)?.response
    const record = around?.registers.find(one => one.id === need.register)?.schema
    const members = need.value === undefined ? membersOf(answer ?? record) : []
    return [id, ...members.map(member => `${id}.${member}`)]
  })
  const own = readAt(regulation, pointer.split('/').slice(0, 3).join('/'))
  const contract = isObject(own) ? around?.contracts.find(({ ref }) => ref === own.contract) : undefined
  const answers =
    pointer.endsWith('/value') && pointer.startsWith('/needs/')
      ? membersOf(contract?.response).map(member => `answer.${member}`)
      : []
  return [
    ...answers,
    ...needs,
    ...idsOf(listOf(regulation, 'questionnaire'), 'name'),
    ...idsOf(listOf(regulation, 'values')),
    ...(around?.parameters ?? [])
      .filter(one => one.jurisdiction === jurisdiction)
      .map(({ name }) => `parameters.${name}`),
    ...ofCase.map(name => `case.${name}`),
    'variant',
    'decision',
    'amount',
  ]
}
