import { type Packages, textOf } from '@tereze/catalogue/contract'
import { isFirm, type PersonName } from '@tereze/operation'
import type { TaskCard } from '../contract/task.ts'
import { jurisdictionOf } from '../definition/jurisdiction.ts'
import { findService } from '../definition/service.ts'
import { aboutRecord } from '../rules/about-record.ts'
import { applicantName, firmName } from '../rules/applicant-name.ts'
import { daysLeft } from '../rules/deadlines.ts'
import type { ListedCase } from '../store/cases.ts'
import type { TaskRow } from '../store/tasks.ts'
import { taskTitle } from './view-card.ts'

/** Whether somebody applied, and not the organisation itself. */
const isApplied = (applicant: string) => applicant.startsWith('person_') || isFirm(applicant)

function nameIn(names: ReadonlyMap<string, PersonName>, official: string): PersonName {
  return names.get(official) ?? { family: official, given: '' }
}

/** A task as it stands in an inbox. */
export function viewTask(
  packages: Packages,
  row: ListedCase,
  task: TaskRow,
  today: string,
  names: ReadonlyMap<string, PersonName>,
  may?: TaskCard['may'],
): TaskCard {
  const service = findService(packages, row.service, row.serviceVersion)
  if (service === null)
    throw new Error(`case ${row.id} keeps ${row.service}@${row.serviceVersion}, which is not published`)
  const firm = firmName(row)
  return {
    task: task.id,
    case: row.id,
    organisation: row.tenant,
    number: row.number,
    service: row.service,
    title: taskTitle(packages, service, task),
    serviceTitle: textOf(service.pack, 'title'),
    applicant: applicantName(row),
    ...(firm === null ? {} : { firm }),
    about: isApplied(row.person) ? null : aboutRecord(row.data),
    role: task.role,
    openedAt: task.openedAt,
    deadline: task.deadline,
    daysLeft:
      task.deadline === null || task.endedAt !== null
        ? null
        : daysLeft(jurisdictionOf(packages, service.jurisdiction), today, task.deadline),
    holder: task.holder === null ? null : { official: task.holder, name: nameIn(names, task.holder) },
    ended:
      task.endedAt === null
        ? null
        : {
            at: task.endedAt,
            by: task.endedBy === null ? null : { official: task.endedBy, name: nameIn(names, task.endedBy) },
          },
    territory: task.territory,
    escalated: task.cameFrom !== null,
    waiting: row.waiting,
    delegated:
      task.answerable === null || task.delegatedUntil === null
        ? null
        : { by: task.answerable, name: nameIn(names, task.answerable), until: task.delegatedUntil },
    ...(task.form === null ? { form: false } : {}),
    ...(may === undefined ? {} : { may }),
  }
}
