import type { DigitalRegulation } from '../format/digital-regulation.ts'
import type { Need } from '../format/needs.ts'
import { nearest } from '../nearest.ts'
import { below } from '../places.ts'
import { problem, type RegulationCode, type RegulationProblem } from '../problem.ts'
import type { Surroundings } from '../surroundings.ts'
import { membersNamed } from './visit.ts'

/** The members that only one kind of need or result has, and those that it cannot do without. */
const membersOf = {
  applicant: { own: ['as', 'optional', 'answers', 'of', 'pattern', 'example', 'min', 'max', 'hint'], must: ['as'] },
  exchange: {
    own: ['contract', 'input', 'purpose', 'value', 'otherwise', 'fresh', 'within'],
    must: ['contract', 'input'],
  },
  register: { own: ['register', 'where', 'many', 'fresh', 'within'], must: ['register', 'where'] },
  document: { own: ['text', 'fields', 'until'], must: ['text'] },
  payment: { own: ['to', 'repeats', 'until'], must: ['to', 'repeats'] },
  record: { own: ['register', 'data'], must: ['register', 'data'] },
} as const

/** The members that only a kind of need (who supplies it) or of result has, and those that it cannot do without; none of an unknown kind. */
export function membersOfKind(kind: string): { readonly own: readonly string[]; readonly must: readonly string[] } {
  return Object.hasOwn(membersOf, kind) ? membersOf[kind as keyof typeof membersOf] : { own: [], must: [] }
}

function checkMembers(
  part: object,
  kind: keyof typeof membersOf,
  among: readonly (keyof typeof membersOf)[],
  place: string,
): RegulationProblem[] {
  const { own, must } = membersOf[kind]
  const foreign = new Set<string>(
    among.flatMap(other => membersOf[other].own).filter(name => !(own as readonly string[]).includes(name)),
  )
  return [
    ...must
      .filter(name => !(name in part))
      .map(name => problem(below(place, name), 'member-missing', { member: name })),
    ...Object.keys(part)
      .filter(name => foreign.has(name))
      .map(name => problem(below(place, name), 'member-unfit', { member: name, kind })),
  ]
}

function checkField(need: Need, place: string): RegulationProblem[] {
  const wants: RegulationProblem[] = []
  const must = (name: 'answers' | 'of' | 'example') => {
    if (need[name] === undefined) wants.push(problem(below(place, name), 'member-missing', { member: name }))
  }
  if (need.as === 'choice') must('answers')
  if (need.as === 'bank-account' || need.as === 'child') must('of')
  if (need.pattern !== undefined) {
    must('example')
    const isFit = () => {
      try {
        return new RegExp(need.pattern ?? '', 'u').test(need.example ?? '')
      } catch {
        return false
      }
    }
    if (need.example !== undefined && !isFit())
      wants.push(problem(below(place, 'example'), 'example-unfit', { pattern: need.pattern }))
  }
  return wants
}

function repeated(ids: readonly { readonly id: string; readonly pointer: string }[]): RegulationProblem[] {
  return ids
    .filter(({ id }, index) => ids.findIndex(other => other.id === id) < index)
    .map(({ id, pointer }) => problem(pointer, 'id-repeated', { id }))
}

function idsOf(list: readonly { readonly id: string }[] | undefined, pointer: string) {
  return (list ?? []).map(({ id }, index) => ({ id, pointer: below(pointer, index, 'id') }))
}

/** Grounds are told apart by their ids wherever they stand; two criteria may share one when its words are the same. */
function checkGrounds({ criteria }: DigitalRegulation): RegulationProblem[] {
  return criteria.flatMap(({ ground }, index) => {
    const first = criteria.find(other => other.ground.id === ground.id)?.ground
    const same = JSON.stringify(first) === JSON.stringify(ground)
    return same ? [] : [problem(below('/criteria', index, 'ground', 'id'), 'id-repeated', { id: ground.id })]
  })
}

/** What is not there, or not open, of all that a regulation refers to; each fault with the nearest thing that is. */
export function checkReferences(regulation: DigitalRegulation, around: Surroundings): RegulationProblem[] {
  const body = regulation.body.slice('org:'.length)
  const bodies = around.bodies.map(({ id }) => `org:${id}`)
  const problems: RegulationProblem[] = []
  const known = (pointer: string, code: RegulationCode, value: string, all: readonly string[], params = {}) => {
    if (!all.includes(value)) problems.push(problem(pointer, code, { value, nearest: nearest(value, all), ...params }))
  }
  const clauses = regulation.clauses.map(({ id }) => id)
  for (const { pointer, value } of membersNamed(regulation, 'clause'))
    known(pointer, 'clause-unknown', String(value), clauses)
  known('/body', 'body-unknown', regulation.body, bodies)
  known('/appeal/to', 'body-unknown', regulation.appeal.to, bodies)
  if (regulation.developedBy !== undefined) known('/developedBy', 'body-unknown', regulation.developedBy, bodies)
  for (const { pointer, value } of membersNamed(regulation.participants ?? [], 'organisation', '/participants'))
    known(pointer, 'body-unknown', String(value), bodies)
  known(
    '/jurisdiction',
    'jurisdiction-unknown',
    regulation.jurisdiction,
    around.jurisdictions.map(({ id }) => id),
  )
  const acts = around.acts
    .filter(act => act.startsWith(`${regulation.jurisdiction}/`))
    .map(act => `act:${act.slice(regulation.jurisdiction.length + 1)}`)
  for (const [index, { id }] of regulation.acts.entries()) known(below('/acts', index, 'id'), 'act-unknown', id, acts)
  for (const [index, { source }] of regulation.clauses.entries())
    known(below('/clauses', index, 'source'), 'act-unknown', source.split('/')[0] ?? '', acts)
  for (const [index, id] of (regulation.situations ?? []).entries())
    known(below('/situations', index), 'situation-unknown', id, around.situations)
  const variants = regulation.variants.map(({ id }) => id)
  for (const { pointer, value } of membersNamed({ needs: regulation.needs, results: regulation.results }, 'variants'))
    for (const [index, id] of (value as readonly string[]).entries())
      known(below(pointer, index), 'variant-unknown', id, variants)
  for (const { pointer, value } of membersNamed(regulation, 'concept'))
    known(
      pointer,
      'concept-unknown',
      String(value),
      around.concepts.map(id => `concept:${id}`),
    )

  for (const [index, need] of regulation.needs.entries()) {
    const place = below('/needs', index)
    problems.push(...checkMembers(need, need.from, ['applicant', 'exchange', 'register'], place))
    if (need.from === 'applicant') problems.push(...checkField(need, place))
    if (need.from === 'exchange' && need.contract !== undefined) {
      const refs = around.contracts.filter(({ kind }) => kind === 'query').map(({ ref }) => ref)
      known(`${place}/contract`, 'contract-unknown', need.contract, refs)
      const contract = around.contracts.find(({ ref }) => ref === need.contract)
      const may = contract?.consumers.filter(consumer => consumer.body === body) ?? []
      if (contract !== undefined && may.length === 0)
        problems.push(problem(`${place}/contract`, 'contract-closed', { contract: contract.ref, body }))
      else if (contract !== undefined && need.purpose !== undefined)
        known(
          `${place}/purpose`,
          'purpose-unknown',
          need.purpose,
          may.map(({ purpose }) => purpose),
          { contract: contract.ref },
        )
      if (contract !== undefined) problems.push(...checkRequest(need, contract.request, place))
    }
    if (need.from === 'register' && need.register !== undefined)
      problems.push(...checkOwnRegister(need.register, `${place}/register`, regulation, around, 'readers'))
    if (need.from === 'register') {
      const register = around.registers.find(({ id }) => id === need.register)
      const columns = register?.columns.map(({ name }) => name) ?? []
      for (const column of Object.keys(need.where ?? {}))
        if (register !== undefined && column !== 'id')
          known(below(`${place}/where`, column), 'column-unknown', column, columns, { register: register.id })
    }
  }
  for (const [index, result] of regulation.results.entries()) {
    const place = below('/results', index)
    problems.push(...checkMembers(result, result.kind, ['document', 'payment', 'record'], place))
    if (result.kind === 'payment' && regulation.amount === undefined)
      problems.push(problem(place, 'amount-missing', { result: result.id }))
    if (result.kind === 'record' && result.register !== undefined) {
      problems.push(...checkOwnRegister(result.register, `${place}/register`, regulation, around, 'writers'))
      const schema = around.registers.find(({ id }) => id === result.register)?.schema
      const fields = Object.keys((schema?.properties as object | undefined) ?? {})
      if (schema !== undefined)
        for (const field of Object.keys(result.data ?? {}))
          known(below(`${place}/data`, field), 'field-unknown', field, fields, { register: result.register })
    }
  }
  const grounds = [
    ...idsOf(regulation.acceptance, '/acceptance'),
    ...idsOf(regulation.suspension, '/suspension'),
    ...regulation.criteria
      .filter(({ ground }, index) => regulation.criteria.findIndex(other => other.ground.id === ground.id) === index)
      .map(({ ground }) => ({
        id: ground.id,
        pointer: below(
          '/criteria',
          regulation.criteria.findIndex(other => other.ground === ground),
          'ground',
          'id',
        ),
      })),
    ...(regulation.notApplicant === undefined ? [] : [{ id: notApplicantId(regulation), pointer: '/notApplicant' }]),
  ]
  problems.push(
    ...checkGrounds(regulation),
    ...repeated(grounds),
    ...[
      'clauses',
      'applicants',
      'questionnaire',
      'variants',
      'needs',
      'values',
      'criteria',
      'review',
      'amount',
      'results',
      'procedures',
    ].flatMap(list => repeated(idsOf(regulation[list as 'clauses'], `/${list}`))),
    ...checkEnds(regulation),
  )
  return problems
}

/** The id of the ground on which somebody outside the circle is not accepted. */
export function notApplicantId({ notApplicant }: DigitalRegulation): string {
  return notApplicant?.id ?? 'not-entitled-to-apply'
}

function checkRequest(need: Need, request: Readonly<Record<string, unknown>>, place: string): RegulationProblem[] {
  const members = Object.keys((request.properties as object | undefined) ?? {})
  const must = (request.required as readonly string[] | undefined) ?? []
  const given = Object.keys(need.input ?? {})
  return [
    ...given
      .filter(name => !members.includes(name))
      .map(name =>
        problem(below(place, 'input', name), 'member-unknown', { member: name, nearest: nearest(name, members) }),
      ),
    ...(need.input === undefined ? [] : must.filter(name => !given.includes(name))).map(name =>
      problem(below(place, 'input', name), 'member-missing', { member: name }),
    ),
  ]
}

function checkOwnRegister(
  register: string,
  place: string,
  { body, id }: DigitalRegulation,
  { registers }: Surroundings,
  use: 'readers' | 'writers',
): RegulationProblem[] {
  const found = registers.find(one => one.id === register)
  if (found === undefined)
    return [
      problem(place, 'register-unknown', {
        value: register,
        nearest: nearest(
          register,
          registers.map(one => one.id),
        ),
      }),
    ]
  if (found.owner !== body.slice('org:'.length))
    return [problem(place, 'register-foreign', { register, owner: found.owner })]
  return found[use].includes(id)
    ? []
    : [
        problem(place, 'register-closed', {
          register,
          service: id,
          may: use === 'writers' ? 'see, search, write, correct' : 'see, search',
        }),
      ]
}

/** Who or what comes after one that takes everybody is never reached. */
function hiddenAfter(
  list: readonly { readonly id: string; readonly when: string }[],
  pointer: string,
  code: RegulationCode,
): RegulationProblem[] {
  const open = list.findIndex(({ when }) => when.trim() === 'true')
  if (open < 0) return []
  return list
    .slice(open + 1)
    .map(({ id }, index) => problem(below(pointer, open + 1 + index), code, { id, by: list[open]?.id ?? '' }))
}

/** Lists that end with somebody or something for everyone, circles that are closed with a word of refusal. */
function checkEnds(regulation: DigitalRegulation): RegulationProblem[] {
  const { applicants, variants, amount = [], notApplicant, rules, kind, changeable, procedures } = regulation
  const open = applicants.some(({ when }) => when.trim() === 'true')
  const stages = ['registration', 'requests', 'review', 'decision', 'delivery'] as const
  return [
    ...hiddenAfter(applicants, '/applicants', 'applicant-hidden'),
    ...hiddenAfter(variants, '/variants', 'variant-hidden'),
    ...(variants.at(-1)?.when.trim() === 'true'
      ? []
      : [problem(below('/variants', variants.length - 1, 'when'), 'variant-open')]),
    ...(amount.length === 0 || amount.at(-1)?.when === undefined
      ? []
      : [problem(below('/amount', amount.length - 1, 'when'), 'sum-open')]),
    ...amount.flatMap(({ when }, index) =>
      when === undefined && index < amount.length - 1 ? [problem(below('/amount', index + 1), 'sum-hidden')] : [],
    ),
    ...(open || notApplicant !== undefined
      ? []
      : [problem('/notApplicant', 'member-missing', { member: 'notApplicant' })]),
    ...(open && notApplicant !== undefined ? [problem('/notApplicant', 'circle-open')] : []),
    ...(rules.follow === 'event' && rules.event === undefined
      ? [problem('/rules/event', 'member-missing', { member: 'event' })]
      : []),
    ...(kind === 'template' || changeable === undefined || regulation.base !== undefined
      ? []
      : [problem('/changeable', 'member-unfit', { member: 'changeable', kind })]),
    ...stages
      .filter(stage => !procedures.some(({ id }) => id === stage))
      .map(stage => problem('/procedures', 'procedure-missing', { procedure: stage })),
  ]
}
