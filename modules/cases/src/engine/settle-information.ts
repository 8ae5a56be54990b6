import { informationSettled } from '../contract/information.ts'
import type { CaseRun } from './case-run.ts'
import { lastRequest, withSettledRequest } from './information-asked.ts'

/** A request for information has come to its end, by an answer or without one: it is kept with the request, and announced. */
export async function settleInformation(run: CaseRun): Promise<void> {
  const { row, context } = run
  row.data = withSettledRequest(row.data, context.now.toISOString())
  await context.emit(informationSettled, {
    subject: row.id,
    data: {
      case: row.id,
      service: row.service,
      person: row.person,
      answered: lastRequest(row.data)?.state === 'answered',
    },
  })
}
