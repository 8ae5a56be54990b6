import { evaluator, fillTemplate } from '@tereze/template'
import type { Need } from '../format/needs.ts'
import { asksNothing, confirmation, currencyOf } from '../generate/fields.ts'
import { askedWhen } from '../generate/form.ts'
import { isObject, stepsOf } from '../places.ts'
import { type Plan, valueExpression } from '../plan.ts'
import { type Dimension, toldAs, wholeSample } from './dimensions.ts'
import { parametersOf } from './hints.ts'
import { storyDay, storyInstant } from './moment.ts'

type Data = Record<string, unknown>

/** What was chosen for each dimension. */
export type Choice = ReadonlyMap<Dimension, unknown>

/** The facts of a story: what expressions see, and what the story has to say so that they see it. */
export interface Facts {
  /** What expressions of the case see. */
  readonly scope: Readonly<Data>
  /** What the applicant submits. */
  readonly submits: Readonly<Data>
  /** What the story says of the applicant. */
  readonly person: Readonly<Data>
  /** Who else is in it. */
  readonly others: readonly Readonly<Data>[]
  /** Answers of contracts in the order in which they are asked. */
  readonly answers: Readonly<Record<string, readonly Data[]>>
  /** Records that are there. */
  readonly records: readonly { readonly register: string; readonly data: Data }[]
  /** The contract needs that were asked, in their order. */
  readonly ran: readonly string[]
  evaluate(expression: string): unknown
}

function setAt(value: unknown, pointer: string, to: unknown): unknown {
  const [step, ...rest] = stepsOf(pointer)
  if (step === undefined) return to
  if (value === null) return null
  const own = isObject(value) ? value : {}
  const inner = rest.length === 0 ? to : setAt(own[step], `/${rest.join('/')}`, to)
  return { ...own, [step]: inner }
}

const names = { family: 'Synitsyna', given: 'Yana' }

function personAnswer(choices: ReadonlyMap<string, unknown>): Data {
  return {
    id: '@applicant',
    name: names,
    born: choices.get('/born') ?? '1990-05-05',
    sex: choices.get('/sex') ?? 'female',
    citizenship: choices.get('/citizenship') ?? 'XD',
    documents: [],
    residence: { region: choices.get('/residence/region') ?? 'north' },
  }
}

function childOf(born: unknown, index: number, region: unknown): Data {
  return {
    id: `@child${index + 1}`,
    name: names,
    born,
    sex: 'female',
    residence: { region },
    as: 'mother',
    parents: ['@applicant'],
  }
}

/** Builds the facts of a story from what was chosen. */
export function factsOf(plan: Plan, choice: Choice): Facts {
  const { regulation, fetched, asked, around } = plan
  const currency = currencyOf(plan)
  const zone = around.bodies.find(({ id }) => id === plan.body)?.zone ?? 'UTC'
  const chosen = new Map<string, Map<string, unknown>>()
  const inOrder = [...choice].toSorted(([a], [b]) => stepsOf(a.place).length - stepsOf(b.place).length)
  for (const [{ of, place }, value] of inOrder) chosen.set(of, (chosen.get(of) ?? new Map()).set(place, value))
  const choices = (id: string) => chosen.get(id) ?? new Map<string, unknown>()
  const scope: Data = {
    case: {
      id: 'case_1',
      applicant: '@applicant',
      opened: storyDay,
      submitted: storyDay,
      decided: storyDay,
      rulesOn: storyDay,
      submittedAt: storyInstant,
      status: 'in-progress',
      channel: 'portal',
      outcome: null,
    },
    parameters: parametersOf(plan),
    missing: { applicant: [], official: [], later: [] },
    facts: {},
    variant: null,
  }
  const evaluate = (expression: string) => evaluator(scope, { now: storyInstant, zone })(expression)
  const person: Data = { as: 'applicant' }
  const others: Data[] = []
  const answers: Record<string, Data[]> = {}
  const records: { register: string; data: Data }[] = []
  const ran: string[] = []

  function answerOf(need: Need): unknown {
    const own = choices(need.id)
    const told = toldAs(need)
    const region = person.region ?? 'north'
    ran.push(need.id)
    if (need.contract !== undefined && told !== null) answers[need.contract] = [...(answers[need.contract] ?? []), {}]
    if (told === 'person') {
      const answer = personAnswer(own)
      Object.assign(person, {
        born: answer.born,
        sex: answer.sex,
        citizenship: answer.citizenship,
        region: (answer.residence as Data).region,
      })
      return answer
    }
    if (told === 'family') {
      const births = (own.get('/children') ?? []) as readonly unknown[]
      const spouse = own.get('/spouse') === 'spouse'
      person.children = births.map((born, index) => ({ as: `child${index + 1}`, born, sex: 'female' }))
      if (spouse) {
        person.married = '@spouse'
        others.push({ as: 'spouse', born: '1988-03-03', sex: person.sex === 'male' ? 'female' : 'male', region })
      }
      return {
        person: '@applicant',
        spouse: spouse ? { id: '@spouse', name: names, born: '1988-03-03', sex: 'male', since: '2020-01-01' } : null,
        children: births.map((born, index) => childOf(born, index, region)),
      }
    }
    if (told === 'accounts' && own.get('') === 'none') {
      person.accounts = []
      return { accounts: [] }
    }
    if (told === 'accounts')
      return {
        accounts: [
          { id: '@applicant.account1', person: '@applicant', bank: 'demo-bank', masked: '•', currency, default: true },
        ],
      }
    const said = [...own].reduce<unknown>((answer, [place, value]) => setAt(answer, place, value), {})
    if (need.contract !== undefined) answers[need.contract] = [...(answers[need.contract] ?? []), said as Data]
    const whole = wholeSample(plan.contract(need)?.response ?? {}, currency)
    return [...own].reduce<unknown>((answer, [place, value]) => setAt(answer, place, value), whole)
  }

  function recordsOf(need: Need): unknown {
    const own = choices(need.id)
    const register = plan.register(need)
    const count = Number(own.get('') ?? 0)
    const where = fillTemplate(need.where, evaluate)
    const columns = new Map(register?.columns.map(({ name, pointer }) => [name, pointer]))
    const whole = wholeSample(register?.schema ?? {}, currency)
    const sought = Object.entries(isObject(where) ? where : {}).reduce<unknown>(
      (record, [column, value]) => setAt(record, columns.get(column) ?? `/${column}`, value),
      whole,
    )
    const data = [...own]
      .filter(([place]) => place !== '')
      .reduce<unknown>((record, [place, value]) => setAt(record, place, value), sought) as Data
    const list = Array.from({ length: count }, () => data)
    for (const one of list) records.push({ register: need.register ?? '', data: one })
    const seen = list.map((one, index) => ({ id: `record_${index + 1}`, ...one }))
    return need.many ? seen : (seen[0] ?? null)
  }

  function ask(need: Need): void {
    const when = plan.opening.has(need.id) ? (need.when ?? null) : askedWhen(plan, need)
    if (when !== null && evaluate(when) !== true) {
      scope[need.id] = null
      return
    }
    if (need.from === 'register') scope[need.id] = recordsOf(need)
    else {
      const answer = answerOf(need)
      scope[need.id] =
        need.value === undefined
          ? answer
          : evaluator({ ...scope, answer }, { now: storyInstant, zone })(need.value.slice(2))
    }
  }

  const submits: Data = {}
  for (const { name } of plan.questions) submits[name] = choices(name).get('')
  for (const need of asked) if (askedWhen(plan, need) === null) submits[need.id] = choices(need.id).get('')
  if (asksNothing(plan)) submits[confirmation] = true
  for (const need of asked) scope[need.id] = null
  for (const need of fetched) scope[need.id] = null
  Object.assign(scope, submits)
  for (const need of fetched) if (plan.opening.has(need.id)) ask(need)
  for (const { name, known } of regulation.questionnaire) if (known !== undefined) scope[name] = evaluate(known)
  scope.variant = regulation.variants.find(({ when }) => evaluate(when) === true)?.id ?? null
  for (const need of asked) {
    const when = askedWhen(plan, need)
    if (when === null || evaluate(when) !== true) continue
    submits[need.id] = choices(need.id).get('')
    scope[need.id] = submits[need.id]
  }
  for (const need of fetched) if (!plan.opening.has(need.id)) ask(need)
  for (const value of regulation.values ?? []) scope[value.id] = evaluate(valueExpression(value))
  return {
    scope,
    submits: Object.fromEntries(Object.entries(submits).filter(([, value]) => value !== null && value !== undefined)),
    person,
    others,
    answers: Object.fromEntries(
      Object.entries(answers).filter(([, list]) => list.some(answer => Object.keys(answer).length > 0)),
    ),
    records,
    ran,
    evaluate,
  }
}
