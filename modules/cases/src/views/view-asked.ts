import type { Static } from 'typebox'
import type { Said } from '../contract/case.ts'
import type { CaseRun } from '../engine/case-run.ts'
import { draftDecision } from '../rules/draft-decision.ts'
import type { InstanceKind } from '../store/instances.ts'
import { ownText } from './words.ts'

/** What the applicant answers to: why the term was suspended, or why a decision is intended, as the official put it; null where neither is so. */
export function viewAsked(run: CaseRun, kind: InstanceKind): Static<typeof Said> | null {
  const { data, decidedAt } = run.row
  if (kind === 'suspension') {
    const text = (data.suspension as { text?: string } | undefined)?.text
    return text === undefined ? null : { label: ownText('asked.suspension'), text }
  }
  const reason = kind === 'service' && decidedAt === null ? draftDecision(data).reason : null
  return reason === null ? null : { label: ownText('asked.preliminary-decision'), text: reason }
}
