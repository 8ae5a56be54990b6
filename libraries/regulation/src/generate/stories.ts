import { notApplicantId } from '../check/check-references.ts'
import { below, isObject } from '../places.ts'
import { otherwiseOf, type Plan } from '../plan.ts'
import { problem, type RegulationProblem } from '../problem.ts'
import type { Facts } from '../witness/facts.ts'
import { type FactFinder, factFinder, type Goal } from '../witness/find-facts.ts'
import { storyClock } from '../witness/moment.ts'
import { noAccount, withoutAccount } from './form.ts'
import { refusalNotice } from './parts.ts'
import { ruleIds } from './rules.ts'

/** A story of the package by the name of its file. */
export interface Story {
  readonly name: string
  readonly story: Readonly<Record<string, unknown>>
  /** What its expressions see; of no meaning where a fact does not come. */
  readonly scope: Facts['scope']
}

type Goals = readonly Goal[]
const isTrue = (expression: string): Goal => ({ expression, wanted: true })
const isNot = (expression: string): Goal => ({ expression, wanted: false })

interface Teller {
  readonly plan: Plan
  readonly finder: FactFinder
  /** The goals that the form can be filled in. */
  readonly submitted: Goals
  /** The goals that somebody in the circle applies: of one category, or of any. */
  accepted(category?: number): Goals
  readonly criteriaMet: Goals
  readonly nothingToLookAt: Goals
}

function tellerOf(plan: Plan): Teller {
  const { applicants, acceptance = [], criteria, review = [] } = plan.regulation
  const none = withoutAccount(plan)
  const submitted = none === null ? [] : [isNot(none)]
  const notTurnedAway = [...submitted, ...acceptance.map(({ when }) => isNot(when))]
  return {
    plan,
    finder: factFinder(plan),
    submitted,
    accepted: category =>
      category === undefined
        ? [...notTurnedAway, isTrue(applicants.map(({ when }) => `(${when}) = true`).join(' or '))]
        : [
            ...notTurnedAway,
            ...applicants.slice(0, category).map(({ when }) => isNot(when)),
            isTrue(applicants[category]?.when ?? 'false'),
          ],
    criteriaMet: criteria.map(({ when }) => isTrue(plan.inlined(when))),
    nothingToLookAt: review.map(({ when }) => isNot(plan.inlined(when))),
  }
}

/** The people of the story: the applicant, family, and an official where one has to act. */
function given({ plan }: Teller, facts: Facts, official: boolean): Record<string, unknown> {
  const departments = plan.around.bodies.find(({ id }) => id === plan.body)?.departments ?? []
  const department = facts.evaluate(plan.department) ?? departments[0]?.id
  const worker = { as: 'worker', official: { organisation: plan.body, department, role: 'case-worker' } }
  const children = (facts.person.children ?? []) as readonly unknown[]
  const { children: _children, ...person } = facts.person
  return {
    people: [
      {
        ...person,
        accounts: facts.person.accounts ?? [{ as: 'account1', default: true }],
        ...(children.length === 0 ? {} : { children }),
      },
      ...facts.others,
      ...(official ? [worker] : []),
    ],
    ...(facts.records.length === 0 ? {} : { records: facts.records }),
    ...(Object.keys(facts.answers).length === 0 ? {} : { answers: facts.answers }),
  }
}

function categoryOf({ plan }: Teller, facts: Facts): string {
  return plan.regulation.applicants.find(({ when }) => facts.evaluate(when) === true)?.id ?? ''
}

function sumOf(
  { plan }: Teller,
  facts: Facts,
): { readonly rule: string | null; readonly amount: { amount: string; currency: string } | null } {
  const { amount = [] } = plan.regulation
  const due = amount.find(({ when }) => when === undefined || facts.evaluate(when) === true)
  if (due === undefined) return { rule: null, amount: null }
  const value = facts.evaluate(due.sum)
  const money = isObject(value) ? { amount: String(value.amount), currency: String(value.currency) } : null
  return { rule: amount.length > 1 ? ruleIds.sum(due.id) : null, amount: money }
}

function resultsFor({ plan }: Teller, facts: Facts) {
  return plan.regulation.results.filter(
    ({ variants }) => variants === undefined || variants.includes(String(facts.scope.variant)),
  )
}

/** An amount as payments write it: with all digits of the currency. */
function inDigits({ amount, currency }: { amount: string; currency: string }, { around, regulation }: Plan) {
  const digits = around.jurisdictions.find(({ id }) => id === regulation.jurisdiction)?.digits ?? 0
  const [whole = '0', part = ''] = amount.split('.')
  return { amount: digits === 0 && part === '' ? whole : `${whole}.${part.padEnd(digits, '0')}`, currency }
}

/** What holds at the end of a case that was granted. */
function grantedEnd(
  teller: Teller,
  facts: Facts,
  rules: readonly string[],
  reviewed: boolean,
): Record<string, unknown> {
  const results = resultsFor(teller, facts)
  const { rule, amount } = sumOf(teller, facts)
  const paid = results.filter(({ kind }) => kind === 'payment')
  return {
    status: 'delivered',
    outcome: 'granted',
    path: ['registration', 'requests', ...(reviewed ? ['review'] : []), 'decision', 'delivery'],
    decision: {
      rules: [...rules, ...(rule === null ? [] : [rule])],
      refusals: [],
      ...(amount === null ? {} : { amount: amount.amount }),
    },
    acts: ['registration', 'decision', ...paid.map(() => 'payment-order')],
    documents: results.filter(({ kind }) => kind === 'document').map(({ id }) => id),
    payments: paid.map(({ to = '' }) => ({
      to: facts.evaluate(to),
      amount: amount === null ? null : inDigits(amount, teller.plan),
    })),
    notices: ['received', 'granted'],
    tasks: [],
  }
}

const submission = (facts: Facts) => ({ who: 'applicant', submits: facts.submits })

function review(outcome: 'granted' | 'refused', refusals: readonly string[] = []) {
  const reason =
    outcome === 'granted'
      ? 'Everything that the regulation asks for is proven'
      : 'What the regulation asks for is not proven'
  return {
    who: 'worker',
    does: 'review',
    with: { review: { outcome, reason, ...(outcome === 'granted' ? {} : { refusals }) } },
    at: 'P1D',
  }
}

function story(told: string, clockOf: Plan, parts: Record<string, unknown>): Record<string, unknown> {
  const calendar = clockOf.around.jurisdictions.find(({ id }) => id === clockOf.regulation.jurisdiction)?.calendar ?? ''
  return { format: 1, story: told, clock: storyClock, calendar, ...parts }
}

/** A case that ends well: by the rules alone, or by an official. */
function grantedStory(
  teller: Teller,
  name: string,
  told: string,
  facts: Facts,
  rule: string,
  official: boolean,
): Story {
  const rules = [ruleIds.applicant(categoryOf(teller, facts)), rule]
  return {
    name,
    scope: facts.scope,
    story: story(told, teller.plan, {
      given: given(teller, facts, official),
      steps: [submission(facts), ...(official ? [review('granted')] : [])],
      // biome-ignore lint/suspicious/noThenProperty: this is how a story says its end
      then: grantedEnd(teller, facts, rules, official),
    }),
  }
}

function refusedStory(teller: Teller, index: number, facts: Facts): Story {
  const { plan } = teller
  const { criteria, automatic } = plan.regulation
  const { id = '', text, ground } = criteria[index] ?? {}
  const official = automatic === undefined
  const refusals = [ground?.id ?? '']
  const heard =
    official && plan.around.jurisdictions.some(one => one.id === plan.regulation.jurisdiction && one.hearing !== null)
  return {
    name: `refused-${id}`,
    scope: facts.scope,
    story: story(`Refused because this is not so: ${text?.en ?? id}`, plan, {
      given: given(teller, facts, official),
      steps: [
        submission(facts),
        ...(official ? [review('refused', refusals), ...(heard ? [{ passes: 'P6D' }] : [])] : []),
      ],
      // biome-ignore lint/suspicious/noThenProperty: this is how a story says its end
      then: {
        status: 'delivered',
        outcome: 'refused',
        path: ['registration', 'requests', ...(official ? ['review'] : []), 'decision', 'delivery'],
        decision: {
          rules: [ruleIds.applicant(categoryOf(teller, facts)), ruleIds.notMet(id)],
          refusals,
          ...(official ? { suggested: 'refused' } : {}),
        },
        acts: ['registration', ...(heard ? ['preliminary-decision'] : []), 'decision'],
        documents: [refusalNotice],
        payments: [],
        notices: ['received', ...(heard ? ['preliminary'] : []), 'refused'],
      },
    }),
  }
}

function turnedAwayStory(teller: Teller, ground: string, rule: string, told: string, facts: Facts): Story {
  return {
    name: `not-accepted-${ground}`,
    scope: facts.scope,
    story: story(`Not accepted: ${told}`, teller.plan, {
      given: given(teller, facts, false),
      steps: [submission(facts)],
      // biome-ignore lint/suspicious/noThenProperty: this is how a story says its end
      then: {
        status: 'closed',
        outcome: 'discontinued',
        path: ['registration'],
        decision: { rules: [rule] },
        acts: ['refusal-to-accept'],
        grounds: [ground],
        documents: [],
        payments: [],
        notices: ['not-accepted'],
      },
    }),
  }
}

/** What stories were told, and for what none could be found. */
export interface ToldStories {
  readonly stories: readonly Story[]
  readonly problems: readonly RegulationProblem[]
}

/**
 * The stories of a package: each variant, category and sum granted, each criterion refused, each ground on which an application is
 * not accepted, each circumstance in which an official looks, a fact that does not come, a term that stands still. Together they
 * use every rule and every ground.
 */
export function storiesOf(plan: Plan): ToldStories {
  const teller = tellerOf(plan)
  const { finder, submitted, criteriaMet, nothingToLookAt } = teller
  const { regulation } = plan
  const {
    variants,
    criteria,
    applicants,
    acceptance = [],
    review: looks = [],
    suspension = [],
    amount = [],
    automatic,
  } = regulation
  const stories: Story[] = []
  const problems: RegulationProblem[] = []
  const official = automatic === undefined
  const tell = (facts: Facts | null, fault: () => RegulationProblem, make: (facts: Facts) => Story) => {
    if (facts === null) problems.push(fault())
    else stories.push(make(facts))
  }
  const well = [...criteriaMet, ...nothingToLookAt]

  for (const [index, { id, name }] of variants.entries())
    tell(
      finder.find([...teller.accepted(), isTrue(`variant = ${JSON.stringify(id)}`), ...well]),
      () => problem(below('/variants', index), 'never-granted', { variant: id }),
      facts =>
        grantedStory(
          teller,
          variants.length === 1 ? 'granted' : `granted-${id}`,
          `Granted: ${name.en}`,
          facts,
          ruleIds.allMet,
          official,
        ),
    )
  if (problems.length === 0)
    for (const [index, { id, name }] of applicants.entries())
      if (applicants.length > 1)
        tell(
          finder.find([...teller.accepted(index), ...well]),
          () => problem(below('/applicants', index), 'never-accepted', { applicant: id }),
          facts =>
            grantedStory(
              teller,
              `granted-to-${id}`,
              `Granted to somebody of this circle: ${name.en}`,
              facts,
              ruleIds.allMet,
              official,
            ),
        )
  for (const [index, { id }] of criteria.entries())
    tell(
      finder.find([
        ...teller.accepted(),
        isNot(plan.inlined(criteria[index]?.when ?? 'true')),
        ...criteriaMet.slice(0, index),
      ]),
      () => problem(below('/criteria', index), 'never-refused', { criterion: id }),
      facts => refusedStory(teller, index, facts),
    )
  for (const [index, { id, when, text }] of acceptance.entries())
    tell(
      finder.find([...submitted, ...acceptance.slice(0, index).map(one => isNot(one.when)), isTrue(when)]),
      () => problem(below('/acceptance', index), 'never-turned-away', { ground: id }),
      facts => turnedAwayStory(teller, id, ruleIds.notAccepted(id), text.en, facts),
    )
  if (regulation.notApplicant !== undefined)
    tell(
      finder.find([
        ...submitted,
        ...acceptance.map(({ when }) => isNot(when)),
        ...applicants.map(({ when }) => isNot(when)),
      ]),
      () => problem('/notApplicant', 'never-turned-away', { ground: notApplicantId(regulation) }),
      facts =>
        turnedAwayStory(
          teller,
          notApplicantId(regulation),
          ruleIds.notApplicant,
          regulation.notApplicant?.text.en ?? '',
          facts,
        ),
    )
  for (const [index, { id, text, when }] of looks.entries())
    tell(
      finder.find([
        ...teller.accepted(),
        ...criteriaMet,
        ...nothingToLookAt.slice(0, index),
        isTrue(plan.inlined(when)),
      ]),
      () => problem(below('/review', index), 'never-looked-at', { review: id }),
      facts =>
        grantedStory(
          teller,
          `looked-at-${id}`,
          `An official looks and grants it: ${text.en}`,
          facts,
          ruleIds.review(id),
          true,
        ),
    )
  if (amount.length > 1)
    for (const [index, { id, text, when }] of amount.entries())
      tell(
        finder.find([
          ...teller.accepted(),
          ...well,
          ...amount.slice(0, index).map(one => isNot(plan.inlined(one.when ?? 'false'))),
          ...(when === undefined ? [] : [isTrue(plan.inlined(when))]),
        ]),
        () => problem(below('/amount', index), 'never-due', { sum: id }),
        facts => grantedStory(teller, `due-${id}`, `So much is due: ${text.en}`, facts, ruleIds.allMet, official),
      )
  stories.push(...withoutAccountStory(teller))
  stories.push(...lackingStory(teller, [...teller.accepted(), ...well]))
  for (const [index, { id, text }] of suspension.entries()) {
    const facts = finder.find([
      ...teller.accepted(),
      ...criteriaMet,
      ...(official ? [] : looks.slice(0, 1).map(one => isTrue(plan.inlined(one.when)))),
    ])
    const silent = official || looks.length > 0 ? {} : silence(teller, facts)
    if (!plan.reviewed || facts === null || silent === null)
      problems.push(problem(below('/suspension', index), 'never-suspended', { ground: id }))
    else stories.push(suspendedStory(teller, id, text.en, facts, silent))
  }
  return { stories, problems }
}

/** Answers with which a fact that an official may do without does not come; null where there is none in this story. */
function silence({ plan }: Teller, facts: Facts | null): Record<string, readonly unknown[]> | null {
  const need = plan.fetched.find(
    one =>
      one.from === 'exchange' &&
      !plan.opening.has(one.id) &&
      otherwiseOf(one, plan.opening) === 'ask-official' &&
      facts?.ran.includes(one.id) === true,
  )
  if (need?.contract === undefined || facts === null) return null
  const before = facts.ran.filter(id => plan.regulation.needs.find(one => one.id === id)?.contract === need.contract)
  const told = facts.answers[need.contract] ?? before.map(() => ({}))
  return { [need.contract]: told.map((answer, index) => (index >= before.indexOf(need.id) ? 'unavailable' : answer)) }
}

/** Somebody who is to be paid and has no account is told so before anything is submitted. */
function withoutAccountStory(teller: Teller): Story[] {
  const { plan, finder } = teller
  const none = withoutAccount(plan)
  const facts = none === null ? null : finder.find([isTrue(none)])
  if (facts === null) return []
  return [
    {
      name: noAccount,
      scope: facts.scope,
      story: story('Somebody without a bank account is told to open one; nothing is submitted', plan, {
        given: given(teller, facts, false),
        steps: [{ who: 'applicant', opens: 'form', with: facts.submits }],
        // biome-ignore lint/suspicious/noThenProperty: this is how a story says its end
        then: { status: 'draft', exit: noAccount, notices: [], payments: [] },
      }),
    },
  ]
}

function lackingStory(teller: Teller, goals: Goals): Story[] {
  if (!teller.plan.lacking) return []
  const needs = teller.plan.regulation.variants.map(({ id }) =>
    teller.finder.find([...goals, isTrue(`variant = ${JSON.stringify(id)}`)]),
  )
  const facts = needs.find(one => silence(teller, one) !== null)
  const silent = facts === undefined ? null : silence(teller, facts)
  if (facts === undefined || facts === null || silent === null) return []
  const told = grantedStory(
    teller,
    'fact-missing',
    'A fact does not come in time; an official decides',
    facts,
    ruleIds.factsMissing,
    true,
  )
  return [{ ...told, story: withAnswers(told.story, silent) }]
}

function withAnswers(told: Story['story'], answers: Record<string, readonly unknown[]>): Story['story'] {
  const before = told.given as { answers?: object }
  if (Object.keys(answers).length === 0) return told
  return { ...told, given: { ...before, answers: { ...before.answers, ...answers } } }
}

function suspendedStory(
  teller: Teller,
  ground: string,
  text: string,
  facts: Facts,
  answers: Record<string, readonly unknown[]>,
): Story {
  const { plan } = teller
  const {
    steps: _steps,
    then: _then,
    ...told
  } = story(`The term stands still until the applicant answers: ${text}`, plan, {})
  const end = grantedEnd(teller, facts, [], true)
  const paid = (end.payments as readonly unknown[]).map(() => 'payment-order')
  const whole = {
    ...told,
    given: given(teller, facts, true),
    steps: [
      submission(facts),
      {
        who: 'worker',
        'asks-information': { text: 'What is missing or unclear, please tell us', suspend: ground },
        at: 'P1D',
      },
      {
        who: 'applicant',
        answers: 'give-information',
        with: { information: { answer: 'This is how it is, and here is why' } },
        at: 'P1D',
      },
      { ...review('granted'), at: 'PT1H' },
    ],
    // biome-ignore lint/suspicious/noThenProperty: this is how a story says its end
    then: {
      status: 'delivered',
      outcome: 'granted',
      acts: ['registration', 'suspension', 'resumption', 'decision', ...paid],
      grounds: [ground],
      notices: ['received', 'information-awaited', 'resumed', 'granted'],
    },
  }
  return { name: `suspended-${ground}`, scope: facts.scope, story: withAnswers(whole, answers) }
}
