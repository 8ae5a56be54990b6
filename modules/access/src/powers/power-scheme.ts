import type { Text } from '@tereze/operation'
import type { TieKind } from '../contract/tie.ts'

/** One code of the classifier of powers: what may be done under it. */
export interface PowerCodeEntry {
  readonly code: string
  readonly title: Text
  readonly permissions: readonly string[]
  /** Whether a power may limit it to some services. */
  readonly limited?: boolean
}

/** The classifier of powers as the published content has it (`access/powers.json`). */
export interface PowerScheme {
  /** The longest that a power may last, in years. */
  readonly years: number
  readonly codes: readonly PowerCodeEntry[]
  /** What each tie of the registers allows; `gives`: whether powers may be given by it for the principal. */
  readonly ties: readonly { readonly tie: TieKind; readonly codes: readonly string[]; readonly gives: boolean }[]
  /** What concerns whoever acts as themselves, and needs no power: choosing for whom, answering, ending. */
  readonly free: readonly string[]
}
