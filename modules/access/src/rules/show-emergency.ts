import type { Emergency } from '../contract/index.ts'
import type { EmergencyRow } from '../store/emergencies.ts'

/** Whether access in an emergency holds at a moment. */
export function isRunning(row: Pick<EmergencyRow, 'until' | 'endedAt'>, now: Date): boolean {
  return row.endedAt === null && Date.parse(row.until) > now.getTime()
}

/** An emergency as it is told. */
export function showEmergency(row: EmergencyRow, now: Date): Emergency {
  const { reviewedBy, reviewedAt, remark, justified } = row
  const review =
    reviewedBy === null || reviewedAt === null || remark === null ? null : { by: reviewedBy, at: reviewedAt, remark }
  const reviewed = justified === true ? 'justified' : 'unjustified'
  return {
    emergency: row.id,
    organisation: row.tenant,
    official: row.official,
    roles: [...row.roles],
    reason: row.reason,
    about: row.about,
    begun: row.begunAt,
    until: row.until,
    ended: row.endedAt,
    state: review !== null ? reviewed : isRunning(row, now) ? 'running' : 'over',
    review,
  }
}
