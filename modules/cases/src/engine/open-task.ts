import type { Effect } from '@tereze/bpmn'
import type { Term } from '../definition/service.ts'
import { deadlineOf } from '../rules/deadlines.ts'
import type { InstanceRow } from '../store/instances.ts'
import { insertTask } from '../store/tasks.ts'
import { valueIn } from './case-context.ts'
import { type CaseRun, note } from './case-run.ts'
import { isOfDepartment } from './may-work-on.ts'
import { taskKeys } from './task-keys.ts'

/** Role of the tasks that are the applicant's own. */
export const applicantRole = 'applicant'

/** The person whose task a role means: the applicant, or somebody with a part in the case; null for officials. */
export function personOfRole(run: CaseRun, role: string): string | null {
  if (role === applicantRole) return run.row.person
  const part = run.service.parts.find(candidate => candidate.id === role)
  if (part === undefined) return null
  const person = valueIn(run, part.person)
  return typeof person === 'string' ? person : null
}

function termOf(text: string | undefined): Term | null {
  return text === undefined ? null : (JSON.parse(text) as Term)
}

/** Opens the task that a process asks for. */
export async function openTask(
  run: CaseRun,
  instance: InstanceRow,
  effect: Effect & { type: 'task-opened' },
): Promise<void> {
  const { attributes, id, node } = effect
  const role = attributes.role ?? applicantRole
  const term = termOf(attributes.deadline)
  const person = personOfRole(run, role)
  await insertTask(run.context.tx, {
    id,
    caseId: run.row.id,
    instance: instance.id,
    node,
    role,
    person,
    department: isOfDepartment(run.packages, role) ? run.row.department : null,
    form: attributes.form ?? null,
    deadline: term === null ? null : deadlineOf(run.jurisdiction, run.zone, run.context.now, term),
    openedAt: run.context.now.toISOString(),
    keys: person === null ? taskKeys(run) : null,
  })
  await note(run, person === null ? 'timeline.with-official' : 'timeline.your-turn', 'us', {
    stage: run.row.stage ?? '',
  })
}
