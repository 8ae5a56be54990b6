import { findOrganisation } from '@tereze/catalogue/contract'
import type { PersonName } from '@tereze/operation'
import { firmName } from '../rules/applicant-name.ts'
import { searchKey } from '../rules/search-key.ts'
import type { TaskKeys } from '../store/tasks.ts'
import { valueIn } from './case-context.ts'
import type { CaseRun } from './case-run.ts'

/** The code of a case's territory: what the service says of it, or that of the department; null where neither knows one. */
function territoryOf(run: CaseRun): string | null {
  const { service, row } = run
  const said = service.territory === null ? null : valueIn(run, service.territory)
  if (typeof said === 'string' && /^[0-9]{2,9}$/.test(said)) return said
  const departments = findOrganisation(run.packages, service.owner)?.departments ?? []
  return departments.find(({ id }) => id === row.department)?.territory ?? null
}

function keyOf(parts: readonly (string | undefined)[]): string | null {
  const key = searchKey(parts.filter(part => part !== undefined).join(' '))
  return key === '' ? null : key
}

/** What lists narrow and find the tasks of a case by, as the case stands. */
export function taskKeys(run: CaseRun): TaskKeys {
  const { row, service } = run
  const applicant = (row.data.applicant ?? {}) as { name?: Partial<PersonName>; identifier?: unknown }
  const firm = firmName(row)
  const { family, given, patronymic } = firm === null ? (applicant.name ?? {}) : { family: firm.ru, given: firm.kk }
  return {
    service: service.id,
    territory: territoryOf(run),
    number: searchKey(row.number),
    byFamily: keyOf([family, given, patronymic]),
    byGiven: keyOf([given, family]),
    identifier: typeof applicant.identifier === 'string' ? keyOf([applicant.identifier]) : null,
  }
}
