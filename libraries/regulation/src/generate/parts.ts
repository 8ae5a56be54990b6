import { notApplicantId } from '../check/check-references.ts'
import type { Result } from '../format/results.ts'
import { otherwiseOf, type Plan } from '../plan.ts'
import { asksNothing, conceptOf, confirmation, currencyOf, fieldSchema } from './fields.ts'
import { askedWhen } from './form.ts'

/** The shape of what a fetched need comes to, where its `value` takes a part of the answer. */
export type ShapeOfValue = (need: string) => 'array' | 'object' | 'string' | 'number' | 'boolean' | null

/** data.schema.json: the shape of the case. */
export function dataSchema(plan: Plan, shapeOf: ShapeOfValue): unknown {
  const { regulation, fetched, asked, questions } = plan
  const properties: Record<string, unknown> = {}
  for (const need of fetched) {
    const shape =
      need.from === 'register'
        ? need.many
          ? 'array'
          : 'object'
        : need.value === undefined
          ? 'object'
          : shapeOf(need.id)
    const type = shape === null ? {} : { type: shape === 'array' ? 'array' : [shape, 'null'] }
    properties[need.id] = { ...type, concept: conceptOf(need), label: 'personal' }
  }
  for (const { name, answers, concept } of regulation.questionnaire)
    properties[name] = { enum: answers.map(({ id }) => id), concept: concept ?? 'concept:value' }
  for (const need of asked)
    properties[need.id] = {
      ...fieldSchema(need, currencyOf(plan)),
      concept: conceptOf(need),
      ...(need.as === 'yes-no' || need.as === 'choice' ? {} : { label: 'personal' }),
    }
  if (asksNothing(plan)) properties[confirmation] = { type: 'boolean', concept: 'concept:confirmation' }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:tereze:service:${regulation.id}:${regulation.version.split('.')[0]}`,
    type: 'object',
    required: [
      ...questions.map(({ name }) => name),
      ...asked.filter(({ optional }) => optional !== true).map(({ id }) => id),
      ...(asksNothing(plan) ? [confirmation] : []),
    ],
    properties,
  }
}

function granted({ variants }: Result): string {
  const ids = variants?.map(id => JSON.stringify(id)).join(', ')
  return `decision.outcome = "granted"${ids === undefined ? '' : ` and variant in [${ids}]`}`
}

/** service.json: the identity card. */
export function serviceCard(plan: Plan, hasRefusal: boolean): unknown {
  const { regulation } = plan
  const { fee } = regulation
  const sum = fee === undefined ? null : typeof fee.sum === 'string' ? fee.sum : JSON.stringify(fee.sum)
  const free = (fee?.exemptions ?? []).map(({ when }) => `(${when})`).join(' or ')
  const price = fee === undefined ? null : free === '' ? fee.sum : `if ${free} then null else ${sum}`
  return {
    format: 1,
    id: regulation.id,
    version: regulation.version,
    owner: regulation.body,
    domain: regulation.domain,
    level: regulation.level,
    audience: regulation.audience,
    title: 'message:title',
    summary: 'message:summary',
    situations: regulation.situations ?? [],
    starts: ['application'],
    channels: regulation.channels,
    process: 'standard-service@1',
    correction: 'standard-correction@1',
    form: 'apply',
    department: plan.department,
    assurance: regulation.assurance,
    fee: price,
    jurisdiction: regulation.jurisdiction,
    stages: ['registration', 'requests', 'review', 'decision', 'delivery'],
    retention: regulation.retention ?? { draft: 'P30D', closed: 'P10Y' },
    ...(regulation.approval === undefined ? {} : { effectiveFrom: regulation.approval.inForce }),
    results: [
      ...regulation.results.map(({ kind, id }) => `${kind}:${id}`),
      ...(hasRefusal ? [`document:${refusalNotice}`] : []),
    ],
  }
}

/** The id of the document of a refusal. */
export const refusalNotice = 'refusal-notice'

/** regulation.json: the act, executable. */
export function regulationFile(plan: Plan): unknown {
  const { regulation } = plan
  const { rules, deadline, automatic, correction, changeable, base, values = [], notApplicant, kind } = regulation
  const refuse = new Map(
    regulation.criteria.map(({ clause, ground }) => [
      ground.id,
      {
        id: ground.id,
        clause: ground.clause ?? clause,
        text: `message:ground.${ground.id}`,
        remedy: `message:remedy.${ground.id}`,
      },
    ]),
  )
  const rounding = values.flatMap(({ id, clause, round }) =>
    round === undefined ? [] : [{ decision: id, mode: round.mode, scale: round.scale, clause }],
  )
  const ground = (id: string, clause: string) => ({
    id,
    clause,
    text: `message:ground.${id}`,
    remedy: `message:remedy.${id}`,
  })
  return {
    format: 1,
    kind,
    acts: regulation.acts,
    clauses: regulation.clauses.map(({ id, source }) => ({ id, source, text: `message:clause.${id}` })),
    applicants: regulation.applicants.map(({ id, clause, when, mayActThrough }) => ({
      id,
      clause,
      when: plan.inlined(when),
      mayActThrough,
    })),
    questionnaire: regulation.questionnaire.map(({ id, name, answers, known }) => ({
      id,
      name,
      answers: answers.map(answer => answer.id),
      ...(known === undefined ? {} : { known }),
      text: `message:question.${id}`,
    })),
    variants: regulation.variants.map(({ id, when }) => ({
      id,
      when,
      needs: regulation.needs
        .filter(({ variants }) => variants === undefined || variants.includes(id))
        .map(need => need.id),
    })),
    criteria: regulation.criteria.map(({ id, clause, when, ground: other }) => ({
      id,
      clause,
      when: plan.inlined(when),
      else: other.id,
      text: `message:criterion.${id}`,
    })),
    grounds: {
      'refuse-to-accept': [
        ...(regulation.acceptance ?? []).map(({ id, clause }) => ground(id, clause)),
        ...(notApplicant === undefined ? [] : [ground(notApplicantId(regulation), notApplicant.clause)]),
      ],
      return: [],
      suspend: (regulation.suspension ?? []).map(({ id, clause, until }) => ({
        id,
        clause,
        text: `message:ground.${id}`,
        until,
      })),
      discontinue: [],
      refuse: [...refuse.values()],
    },
    ...(automatic === undefined ? {} : { automatic }),
    rules,
    ...(rounding.length === 0 ? {} : { rounding }),
    procedures: regulation.procedures,
    deadline: { ...deadline.term, from: deadline.from, clause: deadline.clause },
    appeal: regulation.appeal,
    ...(correction === undefined ? {} : { correction }),
    ...(changeable === undefined ? {} : { changeable }),
    ...(base === undefined ? {} : { base }),
  }
}

/** sources.json: what is fetched instead of asked. */
export function sourcesFile(plan: Plan): unknown {
  return plan.fetched.map(need => {
    const after = plan.after(need)
    const opening = plan.opening.has(need.id)
    const within = opening ? null : askedWhen(plan, need)
    const when = within ?? need.when
    const common = {
      id: need.id,
      at: opening ? 'opening' : 'requests',
      ...(after.length === 0 ? {} : { after }),
      into: `/${need.id}`,
      ...(need.value === undefined ? {} : { value: need.value }),
    }
    const rest = {
      ...(when === undefined ? {} : { when }),
      ground: need.clause,
      purpose: plan.purpose(need),
      within: need.within ?? (need.from === 'register' ? 'PT5S' : 'PT30S'),
      fresh: need.fresh ?? 'P1D',
      otherwise: otherwiseOf(need, plan.opening),
    }
    return need.from === 'register'
      ? {
          ...common,
          register: need.register,
          where: need.where,
          many: need.many ?? false,
          ...rest,
          purpose: 'case-handling',
        }
      : { ...common, contract: need.contract, input: need.input, ...rest }
  })
}

/** access.json: who sees and does what in which status. */
export const accessFile = {
  format: 1,
  access: [
    { role: 'applicant', in: ['draft'], see: ['*'], change: ['*'], do: ['submit'] },
    {
      role: 'applicant',
      in: ['submitted', 'in-progress'],
      see: ['*'],
      change: [],
      do: ['answer', 'withdraw', 'message', 'ask-person'],
    },
    {
      role: 'applicant',
      in: ['decided', 'delivered', 'closed'],
      see: ['*'],
      change: [],
      do: ['appeal', 'report-error', 'rate', 'ask-person', 'duplicate', 'message'],
    },
    {
      role: 'representative',
      in: ['*'],
      see: ['*'],
      change: ['*'],
      do: ['submit', 'answer', 'withdraw', 'appeal', 'report-error', 'message'],
    },
    {
      role: 'case-worker',
      in: ['submitted', 'in-progress', 'decided', 'delivered'],
      see: ['*'],
      change: ['/review'],
      do: ['decide', 'message', 'correct', 'suspend', 'duplicate'],
    },
    {
      role: 'appeal-officer',
      in: ['decided', 'delivered', 'closed'],
      see: ['*'],
      change: ['/appealReview'],
      do: ['decide', 'message'],
    },
    { role: 'head', in: ['*'], see: ['*'], change: [], do: ['reassign', 'message'] },
    {
      role: 'one-stop-shop-operator',
      in: ['draft', 'submitted', 'in-progress', 'delivered'],
      see: ['*'],
      change: ['*'],
      do: ['submit', 'message', 'duplicate'],
    },
  ],
}

/** records.json: what a grant writes into registers of the body; null where it writes nothing. */
export function recordsFile(plan: Plan): unknown[] | null {
  const records = plan.regulation.results.filter(({ kind }) => kind === 'record')
  if (records.length === 0) return null
  return records.map(result => ({
    id: result.id,
    register: result.register,
    when: granted(result),
    data: result.data,
  }))
}

/** payments.json: what a grant orders to be paid; null where it orders nothing. */
export function paymentsFile(plan: Plan): unknown[] | null {
  const payments = plan.regulation.results.filter(({ kind }) => kind === 'payment')
  if (payments.length === 0) return null
  return payments.map(result => ({
    id: result.id,
    when: granted(result),
    to: `= ${result.to}`,
    recipient: '= case.applicant',
    amount: '= decision.amount',
    repeats: result.repeats,
    ...(result.until === undefined ? {} : { until: result.until }),
    payer: plan.regulation.body,
    purpose: `message:payment.${result.id}`,
  }))
}

/** The need that says who the applicant is, with a name. */
export function applicantNeed(plan: Plan): string | null {
  return plan.fetched.some(({ id }) => id === 'applicant') ? 'applicant' : null
}

function head(plan: Plan): unknown {
  const named =
    applicantNeed(plan) === null
      ? []
      : [{ label: 'message:document.applicant', value: { is: '= applicant.name', as: 'name' } }]
  return {
    fields: [
      { label: 'message:document.number', value: '= case.number' },
      ...named,
      { label: 'message:document.decided', value: { is: '= case.decided', as: 'date' } },
    ],
  }
}

const proves = [
  { label: 'message:document.number', value: '= case.number' },
  { label: 'message:document.outcome', value: { is: '= "document.outcome." + decision.outcome', as: 'message' } },
  { label: 'message:document.decided', value: { is: '= case.decided', as: 'date' } },
]

/** documents/<id>.document.json of a result. */
export function resultDocument(plan: Plan, result: Result): unknown {
  const { regulation } = plan
  const { id, fields = [], until } = result
  const first = regulation.results.find(({ kind }) => kind === 'document')
  return {
    format: 1,
    id,
    kind: 'result',
    type: `urn:tereze:document:${regulation.id}${first?.id === id ? '' : `-${id}`}`,
    when: granted(result),
    languages: 'authentic',
    title: `message:document.${id}.title`,
    subjects: ['= case.applicant'],
    data: {
      case: '= case.number',
      service: regulation.id,
      applicant: '= case.applicant',
      outcome: '= decision.outcome',
      ...(regulation.amount === undefined ? {} : { amount: '= decision.amount' }),
      ...Object.fromEntries(fields.map(({ id: field, value }) => [camel(field), value])),
      ...(until === undefined ? {} : { until }),
      decidedOn: '= case.decided',
    },
    signedBy: { organisation: regulation.body, official: '= decision.official' },
    ...(until === undefined ? {} : { valid: { until } }),
    proves,
    body: [
      { heading: `message:document.${id}.title` },
      { text: `message:document.${id}.text` },
      head(plan),
      ...(fields.length === 0 && until === undefined
        ? []
        : [
            {
              fields: [
                ...fields.map(({ id: field, value, as }) => ({
                  label: `message:document.${id}.${field}`,
                  value: as === undefined || as === 'text' ? value : { is: value, as },
                })),
                ...(until === undefined ? [] : [{ label: 'message:document.until', value: { is: until, as: 'date' } }]),
              ],
            },
          ]),
      { appeal: true },
    ],
  }
}

function camel(id: string): string {
  return id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

/** documents/refusal-notice.document.json. */
export function refusalDocument(plan: Plan): unknown {
  const { regulation } = plan
  return {
    format: 1,
    id: refusalNotice,
    kind: 'decision',
    type: `urn:tereze:document:${regulation.id}-refusal`,
    when: 'decision.outcome = "refused"',
    languages: 'authentic',
    title: 'message:document.refusal.title',
    subjects: ['= case.applicant'],
    data: {
      case: '= case.number',
      service: regulation.id,
      applicant: '= case.applicant',
      outcome: '= decision.outcome',
      refusals: '= decision.refusals',
      reason: '= decision.reason',
      decidedOn: '= case.decided',
    },
    signedBy: { organisation: regulation.body, official: '= decision.official' },
    proves,
    body: [
      { heading: 'message:document.refusal.title' },
      head(plan),
      { text: 'message:document.refusal.text' },
      { clauses: '= decision.refusals' },
      { fields: [{ label: 'message:document.reason', value: '= decision.reason', when: 'decision.reason != null' }] },
      { appeal: true },
    ],
  }
}
