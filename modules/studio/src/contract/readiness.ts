import type { Context } from '@tereze/foundation-operations'
import { type Port, port } from '@tereze/operation'

/** A draft of an organisation at a revision. */
export interface DraftAt {
  readonly organisation: string
  readonly draft: string
  readonly revision: number
}

/** What knows how far the testing of drafts is. */
export interface DraftReadiness {
  /** How the stories of a draft went at a revision; `not-run`: at this one they were not told yet. */
  stories(question: DraftAt, context: Context): Promise<'passed' | 'failed' | 'not-run'>
  /** Whether the testing of this revision with users was certified. */
  isCertified(question: DraftAt, context: Context): Promise<boolean>
}
/** What knows how far the testing of drafts is; bound by the composition root. */
export const draftReadiness: Port<DraftReadiness> = port<DraftReadiness>('studio.draft-readiness')
