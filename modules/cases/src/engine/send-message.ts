import type { Effect, Input, JsonObject } from '@tereze/bpmn'
import { isExpression } from '@tereze/template'
import { messageSent, signalThrown } from '../contract/message.ts'
import { eventStarts, nameOfEvent } from '../definition/event-starts.ts'
import { organisationId } from '../definition/service.ts'
import type { InstanceRow } from '../store/instances.ts'
import { listTenantsHearing } from '../store/messages.ts'
import { valueIn } from './case-context.ts'
import type { CaseRun } from './case-run.ts'

/** How long a message waits for somebody who waits for it, in milliseconds: 30 days. */
export const messageLife = 30 * 86_400_000

interface Sent {
  readonly id: string
  readonly name: string
  readonly key?: string
  readonly content?: JsonObject
  readonly attributes: Readonly<Record<string, string>>
}

/** The organisation that a message is for: what its `tereze:organisation` says, or else the case's own. */
function receiver(run: CaseRun, attributes: Sent['attributes']): string {
  const named = attributes.organisation
  const value = named !== undefined && isExpression(named) ? valueIn(run, named) : named
  return typeof value === 'string' ? organisationId(value) : run.context.tx.tenant
}

const rowOf = (run: CaseRun) => ({
  key: null,
  content: {},
  organisation: run.context.tx.tenant,
  instance: null,
  sentAt: run.context.now.toISOString(),
  expiresAt: new Date(run.context.now.getTime() + messageLife).toISOString(),
})

/**
 * Sends a message: a row of the own organisation, or one that another organisation is told of and takes a copy of, for one transaction
 * writes one organisation only. The id is that of the token, so that nothing is sent twice.
 */
export async function sendMessage(run: CaseRun, sent: Sent): Promise<void> {
  const { context, draft } = run
  const { tenant } = context.tx
  const { id, name, key = null, content = {} } = sent
  const organisation = receiver(run, sent.attributes)
  draft.addMessage({ ...rowOf(run), id, kind: 'message', name, key, content, organisation })
  if (organisation === tenant) return
  await context.emit(messageSent, { subject: run.row.id, data: { message: id, name, from: tenant, organisation } })
}

/**
 * Throws a signal: every organisation with cases that wait for it, or with a service that begins by it, is told. The throwing instance hears it at once, with all that it
 * waited for before (BPMN clause 10.5.5).
 */
export async function throwSignal(
  run: CaseRun,
  instance: InstanceRow,
  effect: Effect & { type: 'signal-thrown' },
): Promise<Input> {
  const { context, draft } = run
  const { name, content, sequence } = effect
  const { tenant } = context.tx
  const id = `${effect.id}/${sequence}`
  draft.addMessage({ ...rowOf(run), id, kind: 'signal', name, content: content ?? {}, instance: instance.id })
  const starting = (await eventStarts(run.packages)).filter(start => nameOfEvent(start.definition, 'signal') === name)
  const owners = starting.map(({ service }) => service.owner)
  for (const organisation of new Set([tenant, ...owners, ...(await listTenantsHearing(context.tx, name))])) {
    const data = { signal: id, name, from: tenant, organisation }
    await context.emit(signalThrown, { subject: run.row.id, data })
  }
  return { type: 'signal', name, before: sequence, ...(content === undefined ? {} : { content }) }
}
