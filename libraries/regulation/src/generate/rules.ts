import { notApplicantId } from '../check/check-references.ts'
import { textLiteral } from '../expression.ts'
import { type Plan, valueExpression } from '../plan.ts'
import type { ModelDecision, TableRule } from './write-model.ts'

/** The ids of the rules of the decisions; stories name them too. */
export const ruleIds = {
  factsMissing: 'facts-missing',
  allMet: 'all-met',
  notApplicant: 'not-an-applicant',
  notAccepted: (ground: string) => `not-accepted-${ground}`,
  applicant: (id: string) => `applicant-${id}`,
  notMet: (criterion: string) => `${criterion}-not-met`,
  review: (id: string) => `look-at-${id}`,
  sum: (id: string) => `sum-${id}`,
}

interface Column {
  readonly label: string
  readonly expression: string
}

const anybody = { label: 'Applicant', expression: 'case.applicant', type: 'string' }

/** A row that tests one column, or none. */
function row(columns: number, at: number | null, test: string): string[] {
  return Array.from({ length: columns }, (_, index) => (index === at ? test : '-'))
}

/** A table of conditions: each rule tests its own column and comes before all that follow it. */
function firstOf(
  name: string,
  question: string,
  columns: readonly Column[],
  outputs: NonNullable<ModelDecision['table']>['outputs'],
  rules: readonly (Omit<TableRule, 'tests'> & { readonly column: number | null; readonly test: string })[],
): ModelDecision {
  const inputs = columns.length === 0 ? [anybody] : columns.map(column => ({ ...column, type: 'boolean' }))
  return {
    name,
    question,
    table: {
      inputs,
      outputs,
      rules: rules.map(({ column, test, id, clause, outputs: values }) => ({
        id,
        clause,
        outputs: values,
        tests: row(inputs.length, column, test),
      })),
    },
  }
}

function acceptance({ regulation }: Plan): ModelDecision {
  const { acceptance: grounds = [], applicants, notApplicant } = regulation
  const open = applicants.find(({ when }) => when.trim() === 'true')
  const closed = applicants.filter(({ when }) => when.trim() !== 'true')
  const columns = [
    ...grounds.map(({ text, when }) => ({ label: text.en, expression: when })),
    ...closed.map(({ name, when }) => ({ label: name.en, expression: when })),
  ]
  const ground = (id: string) => `[${textLiteral(id)}]`
  return firstOf(
    'acceptance',
    'May the application be accepted?',
    columns,
    [{ name: 'accepted', type: 'boolean' }, { name: 'grounds' }],
    [
      ...grounds.map(({ id, clause }, index) => ({
        id: ruleIds.notAccepted(id),
        column: index,
        test: 'true',
        outputs: ['false', ground(id)],
        clause,
      })),
      ...closed.map(({ id, clause }, index) => ({
        id: ruleIds.applicant(id),
        column: grounds.length + index,
        test: 'true',
        outputs: ['true', '[]'],
        clause,
      })),
      open === undefined
        ? {
            id: ruleIds.notApplicant,
            column: null,
            test: '-',
            outputs: ['false', ground(notApplicantId(regulation))],
            clause: notApplicant?.clause ?? '',
          }
        : { id: ruleIds.applicant(open.id), column: null, test: '-', outputs: ['true', '[]'], clause: open.clause },
    ],
  )
}

function eligibility({ regulation, lacking, reviewed }: Plan): ModelDecision {
  const { criteria, review = [], amount, values = [], automatic, rules } = regulation
  const columns = [
    ...(lacking ? [{ label: 'A fact has not come', expression: 'count(missing.official) > 0' }] : []),
    ...criteria.map(({ text, when }) => ({ label: text.en, expression: when })),
    ...review.map(({ text, when }) => ({ label: text.en, expression: when })),
  ]
  const says = (outcome: string, refusals: string, sum: string, suggested: string) => [
    textLiteral(outcome),
    refusals,
    ...(amount === undefined ? [] : [sum]),
    ...(reviewed ? [suggested] : []),
    ...values.map(({ id }) => id),
  ]
  const alone = automatic !== undefined
  const first = lacking ? 1 : 0
  return firstOf(
    'eligibility',
    'What is decided?',
    columns,
    [
      { name: 'outcome', type: 'string' },
      { name: 'refusals' },
      ...(amount === undefined ? [] : [{ name: 'amount' }]),
      ...(reviewed ? [{ name: 'suggested', type: 'string' }] : []),
      ...values.map(({ id }) => ({ name: id })),
    ],
    [
      ...(lacking
        ? [
            {
              id: ruleIds.factsMissing,
              column: 0,
              test: 'true',
              outputs: says('review', '[]', 'amount', 'null'),
              clause: automatic?.clause ?? rules.clause,
            },
          ]
        : []),
      ...criteria.map(({ id, clause, ground }, index) => ({
        id: ruleIds.notMet(id),
        column: first + index,
        test: 'not(true)',
        outputs: alone
          ? says('refused', `[${textLiteral(ground.id)}]`, 'null', 'null')
          : says('review', `[${textLiteral(ground.id)}]`, 'amount', '"refused"'),
        clause: ground.clause ?? clause,
      })),
      ...review.map(({ id, clause }, index) => ({
        id: ruleIds.review(id),
        column: first + criteria.length + index,
        test: 'true',
        outputs: says('review', '[]', 'amount', '"granted"'),
        clause,
      })),
      {
        id: ruleIds.allMet,
        column: null,
        test: '-',
        outputs: alone ? says('granted', '[]', 'amount', 'null') : says('review', '[]', 'amount', '"granted"'),
        clause: automatic?.clause ?? rules.clause,
      },
    ],
  )
}

function amountOf({ regulation }: Plan): ModelDecision[] {
  const { amount } = regulation
  const [only] = amount ?? []
  if (amount === undefined || only === undefined) return []
  if (amount.length === 1) return [{ name: 'amount', question: 'How much is due?', expression: only.sum }]
  const columns = amount.flatMap(({ text, when }) => (when === undefined ? [] : [{ label: text.en, expression: when }]))
  return [
    firstOf(
      'amount',
      'How much is due?',
      columns,
      [{ name: 'amount' }],
      amount.map(({ id, clause, when, sum }, index) => ({
        id: ruleIds.sum(id),
        column: when === undefined ? null : index,
        test: 'true',
        outputs: [sum],
        clause,
      })),
    ),
  ]
}

/** The decisions of a service: one rule per criterion and ground, the amount by its cases, values on the way. */
export function decisionsOf(plan: Plan): ModelDecision[] {
  return [
    acceptance(plan),
    eligibility(plan),
    ...amountOf(plan),
    ...(plan.regulation.values ?? []).map(value => ({
      name: value.id,
      question: value.name.en,
      expression: valueExpression(value),
    })),
  ]
}
