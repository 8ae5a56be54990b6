import { port } from '@tereze/operation'

/** A question about a record, to what another organisation keeps. */
export interface QuestionAboutRecord {
  readonly id: string
  readonly contract: string
  readonly consumer: string
  readonly purpose: string
  readonly ground: string
  /** Persons whom the record is about. */
  readonly subjects: readonly string[]
  readonly body: unknown
}

/** What the other organisation says, or the code under which it said nothing and whether another attempt may. */
export type AnswerAboutRecord =
  | { readonly ok: true; readonly body: unknown }
  | { readonly ok: false; readonly code: string; readonly retry: boolean }

/** Asks what another organisation keeps: by contract, with purpose and ground, signed and logged. Never inside a transaction. */
export const otherRegisters = port<{ ask(question: QuestionAboutRecord): Promise<AnswerAboutRecord> }>(
  'registers.other-registers',
)
