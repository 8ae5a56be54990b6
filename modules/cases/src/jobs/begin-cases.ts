import type { JsonObject } from '@tereze/bpmn'
import { getOrganisation, packages } from '@tereze/catalogue/contract'
import { type Context, type JobContext, job } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { findStart } from '../definition/event-starts.ts'
import { getService } from '../definition/get-service.ts'
import { findService } from '../definition/service.ts'
import { openCaseOf } from '../engine/open-case.ts'
import { StepRefused } from '../engine/step-refused.ts'
import { backoff } from '../rules/backoff.ts'
import { decideApplicant } from '../rules/decide-applicant.ts'
import {
  type BeginningRow,
  dueBeginnings,
  failBeginning,
  listDueBeginnings,
  takeBeginning,
} from '../store/beginnings.ts'

const batch = 60

/** An event does not say for whom it begins a case, or the version of the service that was to begin has no such start. */
export class BeginningUnfit extends Error {
  override readonly name = 'BeginningUnfit'
}

/** The record that an event is about, as cases know what gave rise to them. */
function triggerIn(content: BeginningRow['content']): Record<string, unknown> {
  const record = content.record as { register: string; id: string; version: number } | undefined
  if (record === undefined) return {}
  return { trigger: { register: record.register, record: record.id, version: record.version } }
}

async function begin(context: Context, beginning: BeginningRow): Promise<void> {
  const { id, kind, node, event, businessKey } = beginning
  const content = beginning.content as JsonObject
  const all = context.port(packages)
  // What failed once is tried in the newest version, which may have been put right.
  const newest = beginning.failures === 0 ? null : findService(all, beginning.service)
  const service = newest ?? getService(all, beginning.service, beginning.serviceVersion)
  const start = await findStart(all, service, node, event)
  if (start === null) throw new BeginningUnfit(`${service.id} has no start ${node} for ${id}`)
  const { zone } = getOrganisation(all, service.owner)
  const applicant = decideApplicant(start.applicant, content, { now: context.now.toISOString(), zone })
  // A message is for somebody; times, conditions and signals reach also those whom they do not concern.
  if ('wrong' in applicant || ('nobody' in applicant && kind === 'message'))
    throw new BeginningUnfit(`${service.id}: ${node} does not say for whom ${id} begins a case`)
  if ('nobody' in applicant) return
  const opened = await openCaseOf(context, service, {
    person: applicant.person,
    submitter: null,
    data: triggerIn(content),
    channel: 'automatic',
    cause: null,
    key: `begun/${id}`,
    businessKey,
    begun: { node, event, content },
  })
  if (isRefused(opened)) throw new StepRefused(`${service.id}: ${node}`, opened)
}

/** Begins one case in a transaction of its own; what throws is tried again later. */
async function beginOne(parts: JobContext, due: BeginningRow): Promise<void> {
  try {
    await parts.write(due.tenant, async context => {
      const beginning = await takeBeginning(context.tx, due.id)
      if (beginning !== null) await begin(context, beginning)
    })
  } catch (error) {
    parts.report(error)
    const now = parts.clock.now()
    const dueAt = new Date(now.getTime() + backoff(due.id, due.failures + 1))
    await parts.write(due.tenant, ({ tx }) => failBeginning(tx, due.id, { now, dueAt }))
  }
}

/** Begins the cases that events are to begin, each in the transaction that ends its row: once, whichever node dies when. */
export const beginCases = job({
  name: 'cases.begin-cases',
  every: 1000,
  due: dueBeginnings,
  async run(parts) {
    const due = await listDueBeginnings(parts.database, parts.clock.now(), batch)
    for (const beginning of due) await beginOne(parts, beginning)
    return due.length
  },
})
