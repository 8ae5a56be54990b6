import type { Actor } from '@tereze/operation'
import type { CaseRow } from '../../store/cases.ts'

/** Whether somebody may operate on a case: nobody on an own one, and no organisation's official on what they decided themselves. */
export function mayOperateOn(operator: Pick<Actor, 'id'>, row: CaseRow): boolean {
  const { official } = (row.data.decision ?? {}) as { official?: unknown }
  return row.person !== operator.id && official !== operator.id
}
