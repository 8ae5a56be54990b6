import type { Auditor } from '@tereze/foundation-operations'
import { insertLines } from './store/lines.ts'

/** The audit trail, bound to foundation's Auditor: lines commit with what they tell of, and are never changed. */
export function createAuditor(): Auditor {
  return {
    async append(tx, lines) {
      if (lines.length > 0) await insertLines(tx, lines)
    },
  }
}
