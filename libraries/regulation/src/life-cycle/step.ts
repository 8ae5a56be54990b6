import type { LifeCycle, Position } from './life-cycle.ts'

/** A step in the life of a regulation, as somebody asks for it. */
export type Step =
  /** The text was changed; `content`: its hash. */
  | { readonly step: 'change-text'; readonly content: string }
  /** Bodies are asked to agree. `faults`: how many the check finds in the text. */
  | { readonly step: 'ask-agreement'; readonly bodies: readonly string[]; readonly faults: number }
  | { readonly step: 'make-remark'; readonly id: string; readonly place: string; readonly text: string }
  | { readonly step: 'answer-remark'; readonly id: string; readonly accepted: boolean; readonly text: string }
  | { readonly step: 'settle-remark'; readonly id: string; readonly settled: 'content' | 'insists' }
  /** `met`: the day of the meeting with those who disagree, if there was one (ISO 8601). */
  | {
      readonly step: 'decide-disagreement'
      readonly id: string
      readonly upheld: boolean
      readonly text: string
      readonly met?: string
    }
  | { readonly step: 'give-position'; readonly position: Position }
  | { readonly step: 'give-expertise'; readonly factors: readonly { readonly place: string; readonly text: string }[] }
  | { readonly step: 'ask-approval' }
  /** `over`: hash of the text that the signature is over; verified by whoever calls. */
  | { readonly step: 'approve'; readonly act: string; readonly signature: string; readonly over: string }
  | { readonly step: 'return'; readonly reason: string }
  | { readonly step: 'register'; readonly number: string }
  /** The first day in force (ISO 8601). */
  | { readonly step: 'set-force'; readonly on: string }
  /** What the calendar does: on the first day in force, and on the day on which it ends. */
  | { readonly step: 'pass-day' }
  /** What the calendar does when the term of a body that was asked is over. */
  | { readonly step: 'pass-term'; readonly body: string }
  /** Another version that was approved takes its place from a day on. */
  | { readonly step: 'amend'; readonly version: string; readonly from: string }
  | { readonly step: 'repeal'; readonly act: string; readonly from: string }

/** Why a step cannot be taken. Stable: words are keyed by it. */
export const refusalCodes = [
  'not-now',
  'not-yours',
  'text-faulty',
  'text-missing',
  'bodies-too-few',
  'body-missing',
  'body-twice',
  'remark-unknown',
  'remark-repeated',
  'remark-answered',
  'remark-unanswered',
  'remark-open',
  'remark-not-worked-in',
  'disagreement-open',
  'disagreement-none',
  'position-missing',
  'position-disagrees',
  'expertise-missing',
  'expertise-factors',
  'expertise-none',
  'text-changed',
  'author-approves',
  'signature-other',
  'force-too-early',
  'end-too-early',
  'end-known',
  'meeting-ahead',
] as const
/** Why a step cannot be taken. */
export type RefusalCode = (typeof refusalCodes)[number]

/** A step that is refused: why, and what it is about. */
export interface StepRefused {
  readonly ok: false
  readonly code: RefusalCode
  readonly params: Readonly<Record<string, string>>
}

/** What comes of a step. */
export type StepDecided = { readonly ok: true; readonly life: LifeCycle } | StepRefused

/** Refuses a step. */
export function refused(code: RefusalCode, params: Readonly<Record<string, string>> = {}): StepRefused {
  return { ok: false, code, params }
}
