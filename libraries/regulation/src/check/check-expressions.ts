import type { DigitalRegulation } from '../format/digital-regulation.ts'
import { nearest } from '../nearest.ts'
import { below } from '../places.ts'
import { memberOf, objectIn, type Plan, planOf, requestExpressions, surroundingNames } from '../plan.ts'
import { problem, type RegulationProblem } from '../problem.ts'
import type { Schema, Surroundings } from '../surroundings.ts'
import { expressionsIn, type PlacedExpression } from './visit.ts'

const caseMembers = [
  'id',
  'number',
  'businessKey',
  'applicant',
  'representative',
  'status',
  'outcome',
  'opened',
  'submitted',
  'decided',
  'rulesOn',
  'submittedAt',
  'deadline',
  'appealDeadline',
  'department',
  'channel',
  'situation',
  'trigger',
]

function wrongMember(schema: Schema | undefined, path: readonly string[]): { member: string; known: string[] } | null {
  let part = schema
  for (const member of path) {
    const own = objectIn(part)
    const properties = (own?.properties ??
      (own?.items === undefined ? undefined : objectIn(own.items as Schema)?.properties)) as
      | Readonly<Record<string, Schema>>
      | undefined
    if (properties === undefined) return null
    if (properties[member] === undefined) return { member, known: Object.keys(properties) }
    part = memberOf(part, member)
  }
  return null
}

/** What is wrong with the expressions of a regulation: no FEEL, names that nobody supplies, roundings without a clause, facts needed before they can be known. */
export function checkExpressions(regulation: DigitalRegulation, around: Surroundings): RegulationProblem[] {
  const own = [...regulation.needs.map(({ id }) => id), ...regulation.questionnaire.map(({ name }) => name)]
  const values = (regulation.values ?? []).map(({ id }) => id)
  const names = new Set<string>([...surroundingNames, ...own, ...values])
  const parameters = around.parameters
    .filter(({ jurisdiction }) => jurisdiction === regulation.jurisdiction)
    .map(({ name }) => name)
  const plan = planOf(regulation, around)
  const schemas = new Map(
    regulation.needs.flatMap((need): [string, Schema][] => {
      const contract = plan.contract(need)
      const register = plan.register(need)
      if (need.from === 'exchange' && need.value === undefined && contract !== undefined)
        return [[need.id, contract.response]]
      if (need.from !== 'register' || register === undefined) return []
      const properties = { ...(register.schema.properties as object), id: {} }
      return [[need.id, { ...register.schema, properties }]]
    }),
  )

  function ofPath([root = '', ...path]: readonly string[], { pointer, also }: PlacedExpression): RegulationProblem[] {
    if (also.includes(root)) return []
    if (!names.has(root))
      return [problem(pointer, 'name-unknown', { name: root, nearest: nearest(root, [...names, ...also]) })]
    const [first] = path
    if (root === 'parameters' && first !== undefined && !parameters.includes(first))
      return [problem(pointer, 'parameter-unknown', { name: first, nearest: nearest(first, parameters) })]
    if (root === 'case' && first !== undefined && !caseMembers.includes(first))
      return [problem(pointer, 'name-unknown', { name: `case.${first}`, nearest: nearest(first, caseMembers) })]
    const wrong = wrongMember(schemas.get(root), path)
    return wrong === null
      ? []
      : [
          problem(pointer, 'answer-member-unknown', {
            member: wrong.member,
            need: root,
            nearest: nearest(wrong.member, wrong.known),
          }),
        ]
  }

  const problems = expressionsIn(regulation).flatMap((placed): RegulationProblem[] => {
    const reading = plan.reader.read(placed.text)
    if ('wrong' in reading) return [problem(placed.pointer, 'expression-wrong', { detail: reading.wrong })]
    return [
      ...reading.paths.flatMap(path => ofPath(path, placed)),
      ...(placed.decides && reading.rounds ? [problem(placed.pointer, 'rounding-undeclared')] : []),
    ]
  })
  const taken = new Set<string>(surroundingNames)
  const named = [
    ...regulation.needs.map(({ id }, index) => ({ name: id, pointer: below('/needs', index, 'id') })),
    ...regulation.questionnaire.map(({ name }, index) => ({ name, pointer: below('/questionnaire', index, 'name') })),
    ...(regulation.values ?? []).map(({ id }, index) => ({ name: id, pointer: below('/values', index, 'id') })),
  ]
  for (const { name, pointer } of named) {
    if (taken.has(name)) problems.push(problem(pointer, 'name-taken', { name }))
    taken.add(name)
  }
  return [...problems, ...checkValues(regulation, plan), ...checkTimes(regulation, plan)]
}

/** A value may name those before it only: nothing is computed from itself. */
function checkValues({ values = [] }: DigitalRegulation, { reader }: Plan): RegulationProblem[] {
  return values.flatMap(({ is }, index) =>
    reader
      .namesIn(is)
      .filter(name => values.findIndex(({ id }) => id === name) >= index)
      .map(name => problem(below('/values', index, 'is'), 'value-too-early', { name })),
  )
}

/** What is wanted when a case is opened cannot depend on what is asked afterwards, nor a request on itself. */
function checkTimes(regulation: DigitalRegulation, { opening, fetched, reader }: Plan): RegulationProblem[] {
  const later = new Set([
    ...regulation.needs.filter(({ from }) => from === 'applicant').map(({ id }) => id),
    ...regulation.questionnaire.filter(({ known }) => known === undefined).map(({ name }) => name),
  ])
  return regulation.needs.flatMap((need, index) => {
    const names = requestExpressions(need).flatMap(reader.namesIn)
    const place = below('/needs', index)
    const early = opening.has(need.id) ? names.find(name => later.has(name)) : undefined
    const rank = fetched.indexOf(need)
    const circular =
      need.from === 'applicant' ? undefined : names.find(name => fetched.findIndex(({ id }) => id === name) >= rank)
    return [
      ...(early === undefined ? [] : [problem(place, 'known-too-late', { need: need.id, name: early })]),
      ...(circular === undefined ? [] : [problem(place, 'request-circular', { need: need.id, name: circular })]),
    ]
  })
}
