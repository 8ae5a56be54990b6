import { createHash, randomInt } from 'node:crypto'
import { type Database, isTenant, Rollback, readingTx, type Tx } from '@tereze/foundation-database'
import { insertEvent } from '@tereze/foundation-events'
import {
  type Actor,
  type EventEnvelope,
  findScopeProblem,
  type InputOf,
  isInVisit,
  isRefused,
  type Operation,
  type Outcome,
  openScope,
  principalOf,
  type Refused,
  reaches,
  refuse,
  suffices,
  systemActor,
} from '@tereze/operation'
import type { Clock } from './clock.ts'
import type { Context, Handler, Surroundings } from './handler.ts'
import type { Ids } from './ids.ts'
import type { JobContext, Module, Subscriber } from './module.ts'
import type { Ports } from './port.ts'
import type { AccessAnswer, AuditLine, Auditor, Authoriser, Signatory } from './ports.ts'
import {
  assuranceNeeded,
  idempotencyKeyReused,
  inputInvalid,
  operationNotFound,
  permissionMissing,
  signatureNeeded,
  signatureOther,
  signatureWeak,
  signInNeeded,
} from './refusals.ts'
import { refuseScope } from './refuse-scope.ts'
import { findReply, insertKey, updateReply } from './store/replies.ts'
import { findProblems } from './validation.ts'

/** What a runner is made of. */
export interface RunnerOptions {
  readonly database: Database
  readonly modules: readonly Module[]
  readonly clock: Clock
  readonly ids: Ids
  readonly ports: Ports
  readonly authoriser: Authoriser
  readonly auditor: Auditor
  /** Where what is signed is found; without it nothing that needs more than a sign-in is done. */
  readonly signatory?: Signatory
  /** Called after a transaction that announced something has committed. */
  readonly onAnnounced?: () => void
  /** Told of work that a job reports as failed. */
  readonly onJobFailure?: (job: string, error: unknown) => void
}

/** One request to run an operation. */
export interface Request {
  readonly operation: string
  readonly input: unknown
  readonly actor: Actor
  readonly correlation?: string
  readonly causation?: string | null
  readonly idempotencyKey?: string | undefined
  /** Id of the signature of what is wanted. */
  readonly signature?: string | undefined
}

/** Runs operations: authorise → validate → signature → transaction → audit → reply. */
export interface Runner {
  readonly handlers: ReadonlyMap<string, Handler>
  run(request: Request): Promise<unknown>
  /** The same, typed by the definition. */
  call<O extends Operation>(definition: O, input: InputOf<O>, actor: Actor): Promise<Outcome<O> | Refused>
  /** Lets a subscriber react in a transaction of the dispatcher's. */
  react(subscriber: Subscriber, event: EventEnvelope, tx: Tx): Promise<void>
  /** What jobs run with. */
  jobContext(job: string): JobContext
  surroundings(actor: Actor, correlation: string, causation: string | null): Surroundings
  /** Asks the access policy about something that is not an operation with input: a page, a door. */
  allows(question: { actor: Actor; permission: string; operation: string }): Promise<AccessAnswer>
}

interface Trail {
  readonly subjects: Set<string>
  readonly fields: Set<string>
}

/** What of the policy's answer an audit line tells. */
type Judged = Pick<AccessAnswer, 'policyVersion' | 'ground' | 'by'> & { readonly signature?: string }

/** A handler returned a refusal that its operation does not declare: a bug. */
export class UndeclaredRefusal extends Error {}

/** Numbers of nodes are positive integers of 32 bits. */
const largestNode = 2 ** 31 - 1

/** Creates a runner over all modules' operations. */
export function createRunner(options: RunnerOptions): Runner {
  const { database, clock, ids, ports, authoriser, auditor } = options
  const node = randomInt(1, largestNode)
  const handlers = new Map<string, Handler>()
  for (const { operations } of options.modules) {
    for (const handler of operations) {
      if (handlers.has(handler.definition.name)) throw new Error(`operation ${handler.definition.name} is bound twice`)
      handlers.set(handler.definition.name, handler)
    }
  }

  function surroundings(actor: Actor, correlation: string, causation: string | null): Surroundings {
    return { actor, now: clock.now(), ids, correlation, causation, port: wanted => ports.get(wanted) }
  }

  function contextOf(base: Surroundings, tx: Tx, trail: Trail): Context {
    return {
      ...base,
      tx,
      async emit(definition, about) {
        insertEvent(tx, {
          id: ids.newUuid(),
          type: definition.type,
          version: definition.version,
          tenant: tx.tenant,
          subject: about.subject,
          time: base.now.toISOString(),
          actor: base.actor.id,
          onBehalfOf: about.onBehalfOf ?? principalOf(base.actor),
          ground: about.ground ?? null,
          correlation: base.correlation,
          causation: base.causation,
          data: about.data,
        })
        if (options.onAnnounced) tx.onCommit(options.onAnnounced)
      },
      async call(definition, input) {
        const handler = handlers.get(definition.name)
        if (!handler) throw new Error(`${definition.name} has no handler`)
        if (definition.effects !== 'local')
          throw new Error(`${definition.name} has external effects and cannot join a transaction`)
        const problems = findProblems(definition.input, input)
        if (problems.length > 0) {
          throw new Error(
            `${definition.name} was called with wrong input: ${problems.map(p => `${p.pointer} ${p.code}`).join(', ')}`,
          )
        }
        const tenant = handler.tenant(input, base.actor)
        if (definition.kind === 'command' && tenant !== tx.tenant) {
          throw new Error(`${definition.name} writes ${tenant} inside a transaction of ${tx.tenant}`)
        }
        const value = await handler.run(input, contextOf(base, tx, trail))
        return checked(handler, value) as never
      },
      async may(definition) {
        const { tenant } = tx
        if (findScopeProblem(base.actor, definition.scope) !== null) return false
        const { name, permission } = definition
        const question = { actor: base.actor, permission, operation: name, tenant, input: { organisation: tenant } }
        return (await authoriser.decide(question, tx)).allowed
      },
      concerns(subjects, fields) {
        for (const subject of subjects) trail.subjects.add(subject)
        for (const field of fields ?? []) trail.fields.add(field)
      },
    }
  }

  function checked(handler: Handler, value: unknown): unknown {
    if (isRefused(value) && !handler.definition.refusals.some(declared => declared.code === value.code)) {
      throw new UndeclaredRefusal(`${handler.definition.name} gave ${value.code}, which it does not declare`)
    }
    return value
  }

  function lineOf(
    handler: Handler,
    base: Surroundings,
    tenant: string,
    trail: Trail,
    outcome: string,
    { policyVersion, ground }: Judged,
  ): AuditLine {
    return {
      id: ids.newId('audit'),
      tenant,
      time: base.now.toISOString(),
      actor: base.actor,
      operation: handler.definition.name,
      purpose: handler.definition.purpose,
      ground: ground ?? null,
      subjects: [...trail.subjects],
      fields: [...trail.fields],
      outcome,
      policyVersion,
      correlation: base.correlation,
    }
  }

  const newTrail = ({ by, signature }: Partial<Judged> = {}, subjects: readonly string[] = []): Trail => ({
    subjects: new Set(subjects),
    fields: new Set([
      ...(by === undefined ? [] : [`acting-by:${by}`]),
      ...(signature === undefined ? [] : [`signed-by:${signature}`]),
    ]),
  })

  async function auditAlone(line: AuditLine): Promise<void> {
    await database.transaction(line.tenant, tx => auditor.append(tx, [line]))
  }

  async function runQuery(
    handler: Handler,
    input: unknown,
    base: Surroundings,
    tenant: string,
    judged: Judged,
  ): Promise<unknown> {
    const trail = newTrail(judged, inWhoseName(handler.definition, base.actor))
    const value = await database.snapshot(async reader =>
      checked(handler, await handler.run(input as never, contextOf(base, readingTx(reader, tenant), trail))),
    )
    if (trail.subjects.size > 0 || isRefused(value)) {
      await auditAlone(lineOf(handler, base, tenant, trail, isRefused(value) ? value.code : 'done', judged))
    }
    return value
  }

  async function runCommand(
    handler: Handler,
    input: unknown,
    base: Surroundings,
    tenant: string,
    judged: Judged,
    idempotencyKey: string | undefined,
  ): Promise<unknown> {
    const trail = newTrail(judged, inWhoseName(handler.definition, base.actor))
    const key = { operation: handler.definition.name, actor: base.actor.id, key: idempotencyKey ?? '' }
    const request =
      idempotencyKey === undefined ? '' : createHash('sha256').update(JSON.stringify(input)).digest('base64url')
    try {
      return await database.transaction(tenant, async tx => {
        if (idempotencyKey !== undefined && !(await insertKey(tx, { ...key, request, now: base.now }))) {
          const earlier = await findReply(tx, tenant, key)
          throw new Rollback(earlier?.request === request ? earlier.reply : refuse(idempotencyKeyReused))
        }
        const value = checked(handler, await handler.run(input as never, contextOf(base, tx, trail)))
        if (isRefused(value)) throw new Rollback(value)
        await auditor.append(tx, [lineOf(handler, base, tenant, trail, 'done', judged)])
        if (idempotencyKey !== undefined) await updateReply(tx, key, value)
        return value
      })
    } catch (error) {
      if (!(error instanceof Rollback)) throw error
      if (isRefused(error.value)) {
        await auditAlone(lineOf(handler, base, tenant, trail, error.value.code, judged))
      }
      return error.value
    }
  }

  /** Why something that has to be signed is not done yet; null where it may be. */
  async function refuseUnsigned(definition: Operation, { actor, input, signature }: Request): Promise<Refused | null> {
    const { signature: needed, name } = definition
    if (needed === undefined) return null
    const params = { needed, operation: name }
    const byHand = actor.kind === 'person' || actor.kind === 'official'
    if (!byHand) return refuse(signatureNeeded, { params })
    // Who signed in has signed simply: the sign-in is the key of a simple signature.
    if (suffices('simple', needed)) return null
    const question = { actor, operation: definition, input, signature: signature ?? null }
    const found = (await options.signatory?.find(question, database)) ?? 'missing'
    if (found === 'missing') return refuse(signatureNeeded, { params })
    if (found === 'other') return refuse(signatureOther, { params })
    return suffices(found.kind, needed) ? null : refuse(signatureWeak, { params: { ...params, given: found.kind } })
  }

  async function run(request: Request): Promise<unknown> {
    const handler = handlers.get(request.operation)
    if (!handler) return refuse(operationNotFound, { params: { operation: request.operation } })
    const { definition } = handler
    const correlation = request.correlation ?? ids.newUuid()
    const base = surroundings(request.actor, correlation, request.causation ?? null)
    const wrong = findProblems(definition.input, request.input)
    const wanted = wrong.length === 0 ? handler.tenant(request.input as never, request.actor) : homeOf(request.actor)
    // The name of an organisation may come from outside; what cannot be one opens no transaction.
    const tenant = isTenant(wanted) ? wanted : homeOf(request.actor)
    const problems = isTenant(wanted) ? wrong : [{ pointer: '/organisation', code: 'field.wrong-form', params: {} }]
    const answer = await authoriser.decide(
      {
        actor: request.actor,
        operation: definition.name,
        permission: definition.permission,
        tenant,
        input: request.input,
      },
      database,
    )
    const trailOf = (judged: Judged) => newTrail(judged, inWhoseName(definition, request.actor))
    if (!answer.allowed) {
      const no =
        request.actor.kind === 'anonymous'
          ? refuse(signInNeeded)
          : refuse(permissionMissing, { params: { permission: definition.permission, reason: answer.reason } })
      await auditAlone(lineOf(handler, base, tenant, trailOf(answer), no.code, answer))
      return no
    }
    const unlet = refuseScope(definition, request.actor)
    if (unlet !== null) {
      await auditAlone(lineOf(handler, base, tenant, trailOf(answer), unlet.code, answer))
      return unlet
    }
    const { assurance: level } = definition
    if (level !== undefined && 'assurance' in request.actor && !reaches(request.actor.assurance, level)) {
      await auditAlone(lineOf(handler, base, tenant, trailOf(answer), assuranceNeeded.code, answer))
      return refuse(assuranceNeeded, { params: { level } })
    }
    if (problems.length > 0) {
      await auditAlone(lineOf(handler, base, tenant, trailOf(answer), inputInvalid.code, answer))
      return refuse(inputInvalid, { pointer: problems[0]?.pointer ?? '', also: problems })
    }
    if (definition.kind === 'query') return runQuery(handler, request.input, base, tenant, answer)
    const unsigned = await refuseUnsigned(definition, request)
    if (unsigned !== null) {
      await auditAlone(lineOf(handler, base, tenant, trailOf(answer), unsigned.code, answer))
      return unsigned
    }
    const { parts } = handler
    // What is signed is wanted once: a signature that comes again is the same request.
    const signed =
      definition.signature === undefined || request.signature === undefined
        ? answer
        : { ...answer, signature: request.signature }
    const once = request.idempotencyKey ?? (definition.signature === undefined ? undefined : request.signature)
    if (parts === undefined) return runCommand(handler, request.input, base, tenant, signed, once)
    const outputs: unknown[] = []
    for (const [index, input] of parts.split(request.input as never).entries()) {
      const key = once === undefined ? undefined : `${once}/${index}`
      const value = await runCommand(handler, input, base, tenant, signed, key)
      if (isRefused(value)) return value
      outputs.push(value)
    }
    return parts.join(outputs as never)
  }

  return {
    handlers,
    run,
    surroundings,
    allows: ({ actor, permission, operation }) =>
      authoriser.decide({ actor, permission, operation, tenant: homeOf(actor), input: {} }, database),
    call: (definition, input, actor) => run({ operation: definition.name, input, actor }) as never,
    async react(subscriber, event, tx) {
      const base = surroundings(systemActor(subscriber.name, tx.tenant), event.correlation, event.id)
      await subscriber.react(event, contextOf(base, tx, newTrail()))
    },
    jobContext(job) {
      return {
        database,
        clock,
        ids,
        ports,
        node,
        report: error => options.onJobFailure?.(job, error),
        write: (tenant, work) =>
          database.transaction(tenant, tx => {
            const base = surroundings(systemActor(job, tenant), ids.newUuid(), null)
            return work(contextOf(base, tx, newTrail()))
          }),
      }
    },
  }
}

/** Where the audit line of a request goes whose tenant is not known yet. */
function homeOf(actor: Actor): string {
  return actor.kind === 'official' || actor.kind === 'system' ? actor.organisation : 'platform'
}

/**
 * In whose name an application or an official in a visit does something: a person learns of all that they do, also with what is their own.
 */
function inWhoseName({ scope }: Operation, actor: Actor): readonly string[] {
  if (isInVisit(actor)) return [actor.onBehalfOf]
  if (actor.kind !== 'person' || actor.scopes === undefined || scope === openScope) return []
  return actor.onBehalfOf === null ? [actor.id] : [actor.id, actor.onBehalfOf]
}
