import { isFirm } from '@tereze/operation'
import type { Audience } from '../definition/service.ts'

/** Whether a person or a firm may be the applicant of a service: a firm only where it is for business, a person where it is not for business alone. */
export function fitsAudience(audience: readonly Audience[], applicant: string): boolean {
  return isFirm(applicant) ? audience.includes('business') : audience.some(one => one !== 'business')
}
