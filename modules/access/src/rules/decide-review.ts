import { emergencyOwn, emergencyReviewedAlready, emergencyStillRunning } from '../contract/index.ts'
import type { EmergencyRow } from '../store/emergencies.ts'
import { isRunning } from './show-emergency.ts'

type Why = typeof emergencyOwn | typeof emergencyReviewedAlready | typeof emergencyStillRunning

/** Why somebody may not review an emergency now; null: they may. Never by the one who took the access, and once. */
export function whyNoReview(
  row: Pick<EmergencyRow, 'official' | 'until' | 'endedAt' | 'reviewedAt'>,
  reviewer: string,
  now: Date,
): Why | null {
  if (row.official === reviewer) return emergencyOwn
  if (row.reviewedAt !== null) return emergencyReviewedAlready
  return isRunning(row, now) ? emergencyStillRunning : null
}
