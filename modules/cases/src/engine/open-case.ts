import type { JsonObject } from '@tereze/bpmn'
import { getOrganisation, packages } from '@tereze/catalogue/contract'
import type { Context } from '@tereze/foundation-operations'
import { type IdentifierScheme, writeIdentifier } from '@tereze/identifiers'
import { isRefused, type Refused, refuse } from '@tereze/operation'
import { answersInvalid, caseOpened } from '../contract/case.ts'
import { jurisdictionOf } from '../definition/jurisdiction.ts'
import type { Service } from '../definition/service.ts'
import { type CaseRow, findCaseByKey, insertCase } from '../store/cases.ts'
import { beginCase } from './begin-case.ts'
import { beginRun, endRun, note } from './case-run.ts'
import { applyFacts, fetchLocal, waves } from './facts.ts'
import { orStepRefused } from './step-refused.ts'
import { takeFilesAt } from './take-files.ts'

const numberScheme = 'case-number'

/** The event that begins the process of a case: where, and what it brings. */
export interface Begun {
  readonly node: string
  /** Which of the events of the node. */
  readonly event: number
  readonly content: JsonObject
}

/** What a case is opened with. */
export interface Opening {
  readonly person: string
  /** Who asks for it in the person's place; null where nobody does. */
  readonly submitter: string | null
  readonly data: Readonly<Record<string, unknown>>
  /** Places in the data with files that whoever asks has brought. */
  readonly files?: readonly string[]
  readonly channel: string
  readonly cause: string | null
  /** The same key, the same case. */
  readonly key: string
  readonly businessKey: string | null
  /** Null: it is opened by hand. */
  readonly begun: Begun | null
}

/** Id and public number of a case. */
export interface Opened {
  readonly case: string
  readonly number: string
}

/** Why a case was not opened. */
type NotOpened = Refused<'cases.step-refused' | 'cases.answers-invalid'>

function newNumber({ port, ids }: Context, service: Service): string {
  const file = jurisdictionOf(port(packages), service.jurisdiction).json.get('identifiers.json') as
    | { identifiers: readonly IdentifierScheme[] }
    | undefined
  const scheme = file?.identifiers.find(candidate => candidate.id === numberScheme)
  if (scheme === undefined) throw new Error(`jurisdiction ${service.jurisdiction} has no scheme ${numberScheme}`)
  return writeIdentifier(scheme, ids.randomText(scheme.length, scheme.alphabet))
}

function newRow(context: Context, service: Service, opening: Opening): CaseRow {
  const { person, submitter, data, channel, cause, key, businessKey, begun } = opening
  return {
    tenant: context.tx.tenant,
    id: context.ids.newId('case'),
    number: newNumber(context, service),
    key,
    service: service.id,
    serviceVersion: service.version,
    packageHash: service.pack.hash,
    person,
    submitter,
    department: null,
    channel,
    cause,
    businessKey,
    status: 'submitted',
    stage: null,
    waiting: null,
    outcome: null,
    appeal: 'none',
    deadline: null,
    data: { ...data, ...(begun === null ? {} : { begun }) },
    revision: 1,
    openedAt: context.now.toISOString(),
    submittedAt: null,
    registeredAt: null,
    decidedAt: null,
    appealedAt: null,
    endedAt: null,
    rating: null,
  }
}

/** Takes the files that came with the case, looks for the opening facts, at once or as work for later, and lets the case begin. */
async function begin(
  context: Context,
  service: Service,
  row: CaseRow,
  files: readonly string[],
): Promise<NotOpened | null> {
  const run = beginRun(context, row)
  const taken = await takeFilesAt(run, files, row.data)
  if ('problems' in taken) {
    const also = taken.problems.map(problem => ({ ...problem, pointer: `/data${problem.pointer}` }))
    return refuse(answersInvalid, { pointer: also[0]?.pointer ?? '/data', also })
  }
  row.data = taken.data
  const itself = row.channel === 'automatic'
  const asked = row.channel === 'counter' ? 'at-counter' : 'asked'
  const way = itself ? 'automatic' : row.submitter === null ? asked : 'asked-for'
  await note(run, `timeline.opened.${way}`, itself ? 'us' : 'you')
  const opening = service.sources.filter(source => source.at === 'opening')
  if (opening.some(source => source.contract !== undefined)) {
    run.draft.addWork({
      id: `${row.id}:opening`,
      caseId: row.id,
      instance: null,
      kind: 'facts',
      detail: { sources: opening.map(source => source.id) },
      dueAt: context.now,
      since: context.now.toISOString(),
    })
  } else {
    for (const wave of waves(opening)) {
      const fetched = []
      for (const source of wave) fetched.push(await fetchLocal(run, source))
      applyFacts(run, fetched)
    }
    const refused = await orStepRefused(() => beginCase(run))
    if (isRefused(refused)) return refused
  }
  await endRun(run)
  return null
}

/** Opens a case of a service, or gives the one that was opened under the same key. */
export async function openCaseOf(context: Context, service: Service, opening: Opening): Promise<Opened | NotOpened> {
  const { tx } = context
  const earlier = await findCaseByKey(tx, tx.tenant, opening.key)
  if (earlier !== null) return { case: earlier.id, number: earlier.number }
  getOrganisation(context.port(packages), service.owner)
  const row = newRow(context, service, opening)
  if (!(await insertCase(tx, row))) {
    const first = await findCaseByKey(tx, tx.tenant, opening.key)
    if (first === null) throw new Error('a case under this key was there and is not')
    return { case: first.id, number: first.number }
  }
  context.concerns([row.person])
  await context.emit(caseOpened, {
    subject: row.id,
    data: { case: row.id, service: service.id, person: row.person, cause: row.cause },
  })
  return (await begin(context, service, row, opening.files ?? [])) ?? { case: row.id, number: row.number }
}
