import { informationSettled } from '../contract/information.ts'
import { applyResumption } from './acts/resumption.ts'
import type { CaseRun } from './case-run.ts'
import { lastRequest, withSettledRequest } from './information-asked.ts'
import { heldSuspension, isSuspended } from './suspension.ts'
import { tellResumed } from './tell-resumed.ts'

/**
 * A request for information has come to its end, by an answer or without one: it is kept with the request, and announced. An answer
 * ends the suspension that came with the question; without one the process of the suspension says what then.
 */
export async function settleInformation(run: CaseRun): Promise<void> {
  const { row, context } = run
  row.data = withSettledRequest(row.data, context.now.toISOString())
  const answered = lastRequest(row.data)?.state === 'answered'
  await context.emit(informationSettled, {
    subject: row.id,
    data: { case: row.id, service: row.service, person: row.person, answered },
  })
  if (answered && isSuspended(row) && heldSuspension(row)?.asked === true)
    await tellResumed(run, await applyResumption(run))
}
