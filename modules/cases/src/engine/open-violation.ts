import type { Context } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import type { Service } from '../definition/service.ts'
import { openCaseOf } from './open-case.ts'
import { StepRefused } from './step-refused.ts'

/** The business key of the case of a violation: one violation, one case. */
export const violationKey = (violation: string): string => `violation/${violation}`

/** What a case about the quality of a register is about; without a record it is about the register as a whole. */
export interface AboutQuality {
  readonly violation: string
  readonly register: string
  readonly record?: string
  readonly rule: string
  readonly severity: string
  readonly about: Readonly<Record<'en' | 'ru' | 'kk', string>>
}

/** Begins the case of a register's owner about its quality, once for each violation. */
export async function openViolation(context: Context, service: Service, violation: AboutQuality) {
  const opened = await openCaseOf(context, service, {
    person: context.tx.tenant,
    submitter: null,
    data: { violation },
    channel: 'automatic',
    cause: null,
    key: violationKey(violation.violation),
    businessKey: violation.violation,
    begun: null,
  })
  if (isRefused(opened)) throw new StepRefused(`${service.id}: ${violation.register} ${violation.rule}`, opened)
  return opened
}
