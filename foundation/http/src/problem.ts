import type { Messages } from '@tereze/messages'
import { type Language, type Refused, refusalStatus } from '@tereze/operation'

/** RFC 9457 problem with the platform's members: stable code, JSON Pointer, way out, further wrong fields, request id. */
export interface Problem {
  readonly type: string
  readonly status: number
  readonly code: string
  readonly title: string
  /** The way out, in words. */
  readonly remedy: string
  readonly pointer: string
  readonly params: Readonly<Record<string, unknown>>
  readonly also: readonly { pointer: string; code: string; title: string }[]
  readonly requestId: string
}

/** The problem of a refusal in a language. Words come from messages `refusal.<code>.title` and `.way-out`, `problem.<code>`. */
export function toProblem(refused: Refused, messages: Messages, language: Language, requestId: string): Problem {
  return {
    type: `urn:tereze:refusal:${refused.code}`,
    status: refusalStatus[refused.is],
    code: refused.code,
    title: messages.text(`refusal.${refused.code}.title`, language, refused.params),
    remedy: messages.text(`refusal.${refused.code}.way-out`, language, refused.params),
    pointer: refused.pointer,
    params: refused.params,
    also: refused.also.map(problem => ({
      pointer: problem.pointer,
      code: problem.code,
      title: messages.has(`problem.${problem.code}`)
        ? messages.text(`problem.${problem.code}`, language, problem.params ?? {})
        : messages.text('problem.field.wrong-form', language),
    })),
    requestId,
  }
}
