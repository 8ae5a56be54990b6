import type { AttachmentRef } from '../contract/attachment.ts'
import { readAt } from '../rules/pointer.ts'

/** A request for information as the case keeps it: under `informationRequest` the last one, before it under `earlierRequests`. */
export interface AskedInformation {
  readonly text: string
  readonly fields: readonly string[]
  readonly by: string
  readonly at: string
  readonly until: string
  readonly endsAt: string
  readonly state: 'open' | 'answered' | 'unanswered'
  readonly answeredAt: string | null
  readonly answer: string | null
  /** Files that came with the answer. */
  readonly files?: readonly AttachmentRef[]
}

type Data = Readonly<Record<string, unknown>>

/** The last request of a case; null when there was none. */
export function lastRequest(data: Data): AskedInformation | null {
  return (data.informationRequest ?? null) as AskedInformation | null
}

/** All requests of a case, the newest first. */
export function listRequests(data: Data): AskedInformation[] {
  const last = lastRequest(data)
  const earlier = (data.earlierRequests ?? []) as readonly AskedInformation[]
  return last === null ? [] : [last, ...earlier]
}

/** The data of a case with a new request; the answer to the one before is kept with it. */
export function withRequest(data: Data, asked: AskedInformation): Record<string, unknown> {
  const { information: _answered, ...others } = data
  return { ...others, informationRequest: asked, earlierRequests: listRequests(data) }
}

/** The data of a case whose last request has come to its end: answered where the applicant's words are there. */
export function withSettledRequest(data: Data, now: string): Record<string, unknown> {
  const last = lastRequest(data)
  if (last === null || last.state !== 'open') return { ...data }
  const answer = readAt(data, '/information/answer')
  const files = readAt(data, '/information/files') as readonly AttachmentRef[] | undefined
  const answered = typeof answer === 'string'
  const settled: AskedInformation = {
    ...last,
    state: answered ? 'answered' : 'unanswered',
    answeredAt: answered ? now : null,
    answer: answered ? answer : null,
    ...(answered && files !== undefined ? { files } : {}),
  }
  return { ...data, informationRequest: settled }
}
