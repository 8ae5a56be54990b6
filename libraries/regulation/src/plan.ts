import { type Reader, readerOf, templateExpressions, textLiteral } from './expression.ts'
import type { DigitalRegulation } from './format/digital-regulation.ts'
import type { Need } from './format/needs.ts'
import type { KnownContract, KnownRegister, Schema, Surroundings } from './surroundings.ts'

/** Names that every case has around its data, with those of the standard process. */
export const surroundingNames = [
  'case',
  'service',
  'variant',
  'grounds',
  'parameters',
  'facts',
  'missing',
  'decisions',
  'decision',
  'answers',
  'repeated',
  'records',
  'documents',
  'payments',
  'hearing',
  'trigger',
  'begun',
  'item',
  'review',
  'objection',
  'reconsideration',
  'information',
  'informationRequest',
  'appeal',
  'appealReview',
  'correction',
  'judging',
  'confirmed',
] as const

/** The reader of a regulation's expressions: its needs, answers and values are names, beside those that every case has. */
export function readerFor({ needs, questionnaire, values = [] }: DigitalRegulation): Reader {
  return readerOf([
    ...surroundingNames,
    ...needs.map(({ id }) => id),
    ...questionnaire.map(({ name }) => name),
    ...values.map(({ id }) => id),
    'amount',
    'answer',
  ])
}

/** What a regulation comes to once its parts are seen together; every file of the package is made from it. */
export interface Plan {
  readonly regulation: DigitalRegulation
  readonly around: Surroundings
  readonly reader: Reader
  /** The id of the body that decides. */
  readonly body: string
  /** Needs that the applicant supplies, and questions that nobody else answers. */
  readonly asked: readonly Need[]
  readonly questions: DigitalRegulation['questionnaire']
  /** Needs that are fetched, each after those that it reads. */
  readonly fetched: readonly Need[]
  /** Ids of needs that are fetched when the case is opened: the form, the circle of applicants or the department needs them. */
  readonly opening: ReadonlySet<string>
  contract(need: Need): KnownContract | undefined
  register(need: { readonly register?: string }): KnownRegister | undefined
  /** Fetched needs that a need's request reads. */
  after(need: Need): readonly string[]
  /** When one of the variants is the applicant's; null for all of them. */
  within(variants: readonly string[] | undefined): string | null
  /** An expression that names the computed values, for places that do not know them. */
  inlined(expression: string): string
  /** FEEL: the department of a case. */
  readonly department: string
  /** The purpose for which the body may ask a contract. */
  purpose(need: Need): string
  /** Whether an official may have to look at a case. */
  readonly reviewed: boolean
  /** Whether a fact that does not come sends the case to an official. */
  readonly lacking: boolean
}

/** The expressions by which a fetched need is asked for. */
export function requestExpressions({ input, where, when }: Need): string[] {
  return [...templateExpressions(input), ...templateExpressions(where), ...(when === undefined ? [] : [when])]
}

/** What is done when a need gets no answer. */
export function otherwiseOf(need: Need, opening: ReadonlySet<string>): 'wait' | 'ask-official' | 'refuse' {
  return need.otherwise ?? (opening.has(need.id) ? 'wait' : 'ask-official')
}

/** The schema of the object in a schema that may also be null. */
export function objectIn(schema: Schema | undefined): Schema | undefined {
  const alternatives = (schema?.anyOf ?? schema?.oneOf) as readonly Schema[] | undefined
  return alternatives?.find(one => one.type !== 'null') ?? schema
}

/** The schema of a member, through lists and what may be null. */
export function memberOf(schema: Schema | undefined, name: string): Schema | undefined {
  const own = objectIn(schema)
  const properties = own?.properties as Readonly<Record<string, Schema>> | undefined
  if (properties !== undefined) return properties[name]
  return own?.items === undefined ? undefined : memberOf(own.items as Schema, name)
}

function openingNeeds(regulation: DigitalRegulation, department: string, { namesIn }: Reader): Set<string> {
  const byId = new Map(regulation.needs.map(need => [need.id, need]))
  const first = [
    ...regulation.applicants.map(({ when }) => when),
    ...(regulation.acceptance ?? []).map(({ when }) => when),
    ...regulation.questionnaire.flatMap(({ known }) => known ?? []),
    ...regulation.variants.map(({ when }) => when),
    ...regulation.needs.flatMap(({ of }) => of ?? []),
    ...regulation.needs.flatMap(({ from, when }) => (from === 'applicant' ? (when ?? []) : [])),
    department,
  ]
  const found = new Set<string>()
  const visit = (name: string) => {
    const need = byId.get(name)
    if (need === undefined || need.from === 'applicant' || found.has(name)) return
    found.add(name)
    for (const text of requestExpressions(need)) for (const other of namesIn(text)) visit(other)
  }
  for (const text of first) for (const name of namesIn(text)) visit(name)
  for (const { id, from, input } of regulation.needs)
    if (from === 'exchange' && id === 'applicant' && input?.person === '= case.applicant') visit(id)
  return found
}

function inOrder(needs: readonly Need[], { namesIn }: Reader): Need[] {
  const left = needs.filter(({ from }) => from !== 'applicant')
  const ids = new Set(left.map(({ id }) => id))
  const done: Need[] = []
  const isReady = (need: Need) =>
    requestExpressions(need)
      .flatMap(namesIn)
      .every(name => !ids.has(name) || name === need.id || done.some(({ id }) => id === name))
  while (left.length > 0) {
    const next = left.find(isReady) ?? left[0]
    if (next === undefined) break
    left.splice(left.indexOf(next), 1)
    done.push(next)
  }
  return done
}

function departmentOf(regulation: DigitalRegulation, around: Surroundings, body: string): string {
  if (regulation.department !== undefined) return regulation.department
  const departments = around.bodies.find(({ id }) => id === body)?.departments ?? []
  const regional = departments.filter(({ region }) => region !== undefined)
  const [first] = regional.length > 0 ? regional : departments
  const person = regulation.needs.find(({ contract, input }) => {
    const answer = around.contracts.find(({ ref }) => ref === contract)?.response
    return input?.person === '= case.applicant' && memberOf(memberOf(answer, 'residence'), 'region') !== undefined
  })
  if (first === undefined) return 'null'
  if (person === undefined || regional.length < 2) return textLiteral(first.id)
  return regional
    .slice(1)
    .reduceRight(
      (rest, { id, region = '' }) =>
        `if ${person.id}.residence.region = ${textLiteral(region)} then ${textLiteral(id)} else ${rest}`,
      textLiteral(first.id),
    )
}

const roundingFunctions = {
  'half-even': 'decimal',
  up: 'round up',
  down: 'round down',
  'half-up': 'round half up',
  'half-down': 'round half down',
  floor: 'floor',
  ceiling: 'ceiling',
} as const

/** The expression of a computed value, rounded as its clause says. */
export function valueExpression({ is, round }: NonNullable<DigitalRegulation['values']>[number]): string {
  return round === undefined ? is : `${roundingFunctions[round.mode]}(${is}, ${round.scale})`
}

function valuesBehind(
  regulation: DigitalRegulation,
  { namesIn }: Reader,
  expression: string,
): NonNullable<DigitalRegulation['values']> {
  const values = regulation.values ?? []
  const wanted = new Set<string>()
  const visit = (text: string) => {
    for (const name of namesIn(text)) {
      const value = values.find(({ id }) => id === name)
      if (value === undefined || wanted.has(name)) continue
      wanted.add(name)
      visit(value.is)
    }
  }
  visit(expression)
  return values.filter(({ id }) => wanted.has(id))
}

/** Sees the parts of a regulation together. The regulation has been checked. */
export function planOf(regulation: DigitalRegulation, around: Surroundings): Plan {
  const body = regulation.body.slice('org:'.length)
  const department = departmentOf(regulation, around, body)
  const reader = readerFor(regulation)
  const opening = openingNeeds(regulation, department, reader)
  const fetched = inOrder(regulation.needs, reader)
  const fetchedIds = new Set(fetched.map(({ id }) => id))
  const lacking = fetched.some(
    need => need.from === 'exchange' && !opening.has(need.id) && otherwiseOf(need, opening) === 'ask-official',
  )
  const contract = (need: Need) => around.contracts.find(({ ref }) => ref === need.contract)
  return {
    regulation,
    around,
    reader,
    body,
    department,
    opening,
    fetched,
    asked: regulation.needs.filter(({ from }) => from === 'applicant'),
    questions: regulation.questionnaire.filter(({ known }) => known === undefined),
    contract,
    register: ({ register }) => around.registers.find(({ id }) => id === register),
    after: need =>
      [...new Set(requestExpressions(need).flatMap(reader.namesIn))].filter(
        name => fetchedIds.has(name) && name !== need.id,
      ),
    within(variants) {
      if (variants === undefined) return null
      const before: string[] = []
      const own: string[] = []
      for (const { id, when } of regulation.variants) {
        if (variants.includes(id)) {
          const parts = [...before.map(text => `(${text}) != true`), ...(when === 'true' ? [] : [`(${when}) = true`])]
          own.push(parts.length === 0 ? 'true' : parts.join(' and '))
        }
        if (when !== 'true') before.push(when)
      }
      return own.length === 1 ? (own[0] ?? null) : own.map(text => `(${text})`).join(' or ')
    },
    inlined(expression) {
      const values = valuesBehind(regulation, reader, expression)
      if (values.length === 0) return expression
      const entries = values.map(value => `${value.id}: ${valueExpression(value)}`)
      return `{ ${[...entries, `result: ${expression}`].join(', ')} }.result`
    },
    purpose(need) {
      const may = contract(need)?.consumers.filter(consumer => consumer.body === body) ?? []
      return need.purpose ?? may[0]?.purpose ?? ''
    },
    reviewed: regulation.automatic === undefined || (regulation.review ?? []).length > 0 || lacking,
    lacking,
  }
}
