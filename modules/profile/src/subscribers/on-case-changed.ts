import { caseChanged } from '@tereze/cases/contract'
import { packages } from '@tereze/catalogue/contract'
import { subscriber } from '@tereze/foundation-operations'
import { declaredRegisters } from '../declaration/declared.ts'
import { stateByOutcome } from '../rules/shown-report.ts'
import { updateState } from '../store/reports.ts'

/** The case of a reported error came to its end: the report beside the fact says how. */
export const onCaseChanged = subscriber({
  name: 'profile.on-case-changed',
  on: [caseChanged],
  tenant({ tenant, data: { service, outcome } }, ports) {
    if (stateByOutcome(outcome) === null) return null
    return declaredRegisters(ports.get(packages)).some(({ errors }) => errors === service) ? tenant : null
  },
  async react({ data }, { tx, now }) {
    const state = stateByOutcome(data.outcome)
    if (state !== null) await updateState(tx, data.case, state, now)
  },
})
