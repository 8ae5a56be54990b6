import { type CaseCard, getCase, getOwnCase, replayDecision } from '@tereze/cases/contract'
import type { Trace } from '@tereze/dmn'
import { getOwnDocument, listOwnDocuments } from '@tereze/documents/contract'
import { listEventsAfter } from '@tereze/foundation-events'
import { isFirm, type Money, type PersonActor } from '@tereze/operation'
import { listOwnPayments } from '@tereze/payments/contract'
import { historyOf } from './steps/find-case.ts'
import { headOf, needed, partyOf, StepImpossible, type World } from './world.ts'

/** A document that a case issued: its version in the case, and what was signed. */
export interface SeenDocument {
  readonly id: string
  readonly version: number
  /** In force, replaced or revoked, as its public check says. */
  readonly status: string
  readonly data: unknown
}

/** A file of a case: who it came from, its type, and whether the applicant opens it too. */
export interface SeenFile {
  readonly from: string
  readonly mediaType: string
  readonly applicant: boolean
}

/** A rule of a decision table that gave a value. */
export interface SeenRule {
  readonly file: string
  readonly decision: string
  readonly rule: string
}

/** A case as its person and its office see it at the end of a story. */
export interface SeenCase {
  readonly service: string
  readonly status: string
  readonly outcome: string | null
  readonly waiting: string | null
  readonly appeal: string
  readonly deadline: string | null
  readonly path: readonly string[]
  readonly flows: readonly { readonly process: string; readonly flow: string }[]
  readonly acts: readonly { readonly kind: string; readonly grounds: readonly string[] }[]
  readonly rules: readonly SeenRule[]
  readonly refusals: readonly string[]
  readonly amount: Money | null
  readonly suggested: unknown
  readonly documents: readonly SeenDocument[]
  readonly payments: readonly { readonly account: string; readonly amount: Money }[]
  readonly files: readonly SeenFile[]
  readonly notices: readonly string[]
  readonly tasks: readonly { readonly id: string; readonly role: string }[]
  /** What must never be: steps that are stuck, decisions that come out otherwise when recomputed. */
  readonly faults: readonly string[]
}

type Place = Pick<CaseCard, 'organisation' | 'case'>

async function documentsOf(world: World, person: PersonActor, { case: id }: Place): Promise<SeenDocument[]> {
  const { runner } = world.platform
  const listed = needed(await runner.call(listOwnDocuments, { person: partyOf(person), case: id }, person), 'documents')
  const seen = new Map<string, SeenDocument>()
  for (const { document, status } of listed.items.toReversed()) {
    const { signed } = needed(
      await runner.call(getOwnDocument, { person: partyOf(person), document }, person),
      'a document',
    )
    const payload = JSON.parse(Buffer.from(signed.split('.')[1] ?? '', 'base64url').toString('utf8')) as {
      template: string
      data: unknown
    }
    const version = (seen.get(payload.template)?.version ?? 0) + 1
    seen.set(payload.template, { id: payload.template, version, status, data: payload.data })
  }
  return [...seen.values()]
}

async function noticesOf(world: World, { case: id }: Place): Promise<string[]> {
  const events = await listEventsAfter(world.platform.database, ['notifications.person-notified'], 0, 10_000)
  return events
    .map(({ data }) => data as { notice: string; case: string | null })
    .flatMap(one => (one.case === id ? [one.notice] : []))
}

function rulesOf(file: string, trace: Trace | null): SeenRule[] {
  return (trace?.decisions ?? []).flatMap(({ tables }) =>
    tables.flatMap(({ owner, rules, chosen }) =>
      rules.filter(({ rule }) => chosen.includes(rule)).map(({ id }) => ({ file, decision: owner, rule: id })),
    ),
  )
}

/** What the applicant has of a case: documents, payments and ids of its files; an organisation's own case has neither. */
async function resultsOf(world: World, person: PersonActor | null, card: Place) {
  if (person === null) return { documents: [], payments: [], ownFiles: [] as string[] }
  const { runner } = world.platform
  const own = needed(await runner.call(getOwnCase, card, person), 'the own case')
  const paid = needed(
    await runner.call(listOwnPayments, { person: partyOf(person), case: card.case }, person),
    'the payments',
  )
  return {
    documents: await documentsOf(world, person, card),
    payments: paid.items.toReversed().map(({ account, amount }) => ({ account, amount })),
    ownFiles: (own.files ?? []).map(({ id }) => id),
  }
}

/** Whose eyes an applicant's are: a person of the story, of a firm who acted first for it; null of an organisation, whose case is seen by its officials only. */
function applicantOf(world: World, applicant: string, number: string): PersonActor | null {
  const person = world.acting.get(applicant) ?? [...world.persons.values()].find(one => one.id === applicant)
  if (person === undefined && (applicant.startsWith('person_') || isFirm(applicant)))
    throw new StepImpossible(`the applicant of case ${number} is not of this story`)
  return person ?? null
}

/** Sees a case with the eyes of its applicant and of a head of its owner. */
export async function observeCase(world: World, card: Place): Promise<SeenCase> {
  const { runner } = world.platform
  const { organisation, case: id } = card
  const head = headOf(organisation)
  const office = needed(await runner.call(getCase, { organisation, case: id }, head), 'the case')
  const { ownFiles, ...results } = await resultsOf(
    world,
    applicantOf(world, office.applicant.person, office.card.number),
    {
      organisation,
      case: id,
    },
  )
  const history = await historyOf(world, card)
  const { decisions } = needed(await runner.call(replayDecision, { organisation, case: id }, head), 'the decisions')
  const traces = decisions.map(({ trace }) => trace as Trace | null)
  const eligibility = traces.findLast(trace => trace?.asked === 'eligibility')?.value
  const entered = history.steps.flatMap(({ what, stage }) => (what === 'entered' && stage !== null ? [stage] : []))
  return {
    service: office.card.service,
    status: office.card.status,
    outcome: office.card.outcome,
    waiting: office.card.waiting,
    appeal: office.card.appeal,
    deadline: history.deadline,
    path: entered.filter((stage, index) => stage !== entered[index - 1]),
    flows: history.steps.flatMap(({ what, process, element }) => (what === 'flow' ? [{ process, flow: element }] : [])),
    acts: office.acts.map(({ kind, grounds }) => ({ kind, grounds: grounds ?? [] })),
    rules: decisions.flatMap(({ file, trace }) => rulesOf(file, trace as Trace | null)),
    refusals: office.draft?.grounds ?? [],
    amount: (office.draft?.amount ?? null) as Money | null,
    suggested: (eligibility as { suggested?: unknown } | null | undefined)?.suggested ?? null,
    ...results,
    files: (office.files ?? []).map(({ id: file, from, mediaType }) => ({
      from,
      mediaType,
      applicant: ownFiles.includes(file),
    })),
    notices: await noticesOf(world, card),
    tasks: history.tasks.map(({ node, role }) => ({ id: node, role })),
    faults: [
      ...history.incidents.map(({ node, code }) => `stuck at ${node}: ${code}`),
      ...decisions.flatMap(({ decision, same }) => (same ? [] : [`decision ${decision} comes out otherwise`])),
    ],
  }
}
