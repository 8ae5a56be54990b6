import type { RefusalParam } from '@tereze/operation'

const mark = Symbol.for('tereze.problem')

/** One more wrong field, worded by the server in the asked language. */
export interface FieldTrouble {
  /** JSON Pointer (RFC 6901) into the operation's input. */
  readonly pointer: string
  readonly code: string
  readonly title: string
}

/** What the platform says when it refuses: RFC 9457 members under the platform's names, already in the asked language. */
export interface ProblemBody<Code extends string = string> {
  /** URI of the kind of problem. */
  readonly type: string
  readonly status: number
  /** Stable code `module.noun-problem`: what programs compare. */
  readonly code: Code
  readonly title: string
  readonly detail: string | null
  readonly pointer: string
  readonly params: Readonly<Record<string, RefusalParam>>
  readonly also: readonly FieldTrouble[]
  /** The way out, in words; null when there is none. */
  readonly remedy: string | null
  /** What operators search for; never shown first. */
  readonly requestId: string | null
}

/** The platform refused: one of the operation's own codes or one that any operation may give (`operations.…`). */
export interface Refusal<Code extends string = string> extends ProblemBody<Code | CommonCode> {
  readonly [mark]: true
  readonly kind: 'refused'
}
/** Nobody is signed in, or the session has ended (401): sign in and come back. */
export interface SignedOut extends ProblemBody {
  readonly [mark]: true
  readonly kind: 'signed-out'
}
/** No answer came: no network, or the platform does not listen. The same call may be made again safely. */
export interface Unreachable {
  readonly [mark]: true
  readonly kind: 'unreachable'
}
/** No answer in time. The same call may be made again safely: a command keeps its key. */
export interface TimedOut {
  readonly [mark]: true
  readonly kind: 'timed-out'
  /** Milliseconds waited for the last attempt. */
  readonly after: number
}
/** Something answered that is not the platform, e.g. a gateway's page. */
export interface Unreadable {
  readonly [mark]: true
  readonly kind: 'unreadable'
  readonly status: number
}

/** Codes of the refusals that any operation may give besides its own. */
export type CommonCode = `operations.${string}`

/** Why a call gave no output. */
export type Problem<Code extends string = string> = Refusal<Code> | SignedOut | Unreachable | TimedOut | Unreadable

/** Whether a reply is a problem. */
export function isProblem<Value>(reply: Value): reply is Extract<Value, Problem> {
  return typeof reply === 'object' && reply !== null && mark in reply
}

/** The problem of a refusal; 401 becomes `signed-out`, everything else `refused`. */
export function refusalProblem<Code extends string>(body: ProblemBody<Code>): Refusal<Code> | SignedOut {
  return body.status === 401
    ? Object.freeze({ [mark]: true as const, kind: 'signed-out' as const, ...body })
    : Object.freeze({ [mark]: true as const, kind: 'refused' as const, ...body })
}

/** The problem of no answer. */
export const unreachable = (): Unreachable => Object.freeze({ [mark]: true as const, kind: 'unreachable' as const })

/** The problem of no answer within `after` milliseconds. */
export const timedOut = (after: number): TimedOut =>
  Object.freeze({ [mark]: true as const, kind: 'timed-out' as const, after })

/** The problem of an answer that is not the platform's. */
export const unreadable = (status: number): Unreadable =>
  Object.freeze({ [mark]: true as const, kind: 'unreadable' as const, status })

/** Whether making the same call again may help without anything else being changed. */
export function mayRetry(problem: Problem): boolean {
  if (problem.kind === 'refused') return problem.status === 429 || problem.status === 503
  return problem.kind !== 'signed-out'
}

/** Reads an `application/problem+json` body; null when it is not one of the platform's. */
export function readProblem(status: number, body: unknown): ProblemBody | null {
  if (typeof body !== 'object' || body === null) return null
  const { type, code, title, detail, pointer, params, also, remedy, requestId } = body as Record<string, unknown>
  if (typeof code !== 'string' || typeof title !== 'string') return null
  return {
    type: textOr(type, 'about:blank'),
    status,
    code,
    title,
    detail: textOr(detail, null),
    pointer: textOr(pointer, ''),
    params: typeof params === 'object' && params !== null ? (params as ProblemBody['params']) : {},
    also: Array.isArray(also) ? also.filter(isFieldTrouble) : [],
    remedy: textOr(remedy, null),
    requestId: textOr(requestId, null),
  }
}

function textOr<Other>(value: unknown, other: Other): string | Other {
  return typeof value === 'string' ? value : other
}

function isFieldTrouble(value: unknown): value is FieldTrouble {
  if (typeof value !== 'object' || value === null) return false
  const { pointer, code, title } = value as Record<string, unknown>
  return typeof pointer === 'string' && typeof code === 'string' && typeof title === 'string'
}
