import { type Packages, textOf } from '@tereze/catalogue/contract'
import type { Text } from '@tereze/operation'
import type { CaseCard } from '../contract/case.ts'
import { findService, type Service } from '../definition/service.ts'
import type { CaseRow } from '../store/cases.ts'
import type { TaskRow } from '../store/tasks.ts'
import { statusText } from './status-words.ts'
import { findText, ownText, wordPackages } from './words.ts'

/** Title of a task in the words of its package. */
export function taskTitle(packages: Packages, service: Service, task: Pick<TaskRow, 'node'>): Text {
  return (
    findText(wordPackages(packages, service), `task.${task.node}`) ??
    ownText(task.node === 'signatory' ? 'task.signatory' : 'task.application')
  )
}

/** What a person sees of a case in a list. */
export function viewCard(packages: Packages, row: CaseRow, tasks: readonly TaskRow[]): CaseCard {
  const service = findService(packages, row.service, row.serviceVersion)
  if (service === null)
    throw new Error(`case ${row.id} keeps ${row.service}@${row.serviceVersion}, which is not published`)
  const task = tasks[0]
  return {
    case: row.id,
    organisation: row.tenant,
    number: row.number,
    service: row.service,
    title: textOf(service.pack, 'title'),
    status: row.status,
    statusText: statusText(packages, service, row),
    waiting: row.waiting,
    outcome: row.outcome,
    appeal: row.appeal,
    openedAt: row.openedAt,
    deadline: row.decidedAt === null && row.status !== 'closed' ? row.deadline : null,
    yourTask:
      task === undefined ? null : { task: task.id, form: task.form ?? '', title: taskTitle(packages, service, task) },
  }
}
