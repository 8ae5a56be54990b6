import type { Effect } from '@tereze/bpmn'
import type { Term } from '../definition/service.ts'
import { dueOf } from '../rules/deadlines.ts'
import type { InstanceRow } from '../store/instances.ts'
import { valueIn } from './case-context.ts'
import { caseRegion } from './case-region.ts'
import { type CaseRun, note } from './case-run.ts'
import { isOfDepartment } from './may-work-on.ts'
import { taskKeys } from './task-keys.ts'
import { watchTask } from './watch-terms.ts'

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

/** The term of a task as its process gives it: JSON, or FEEL after an equals sign. */
function termOf(run: CaseRun, text: string | undefined): Term | null {
  if (text === undefined) return null
  return (text.startsWith('=') ? valueIn(run, text.slice(1)) : JSON.parse(text)) as Term | null
}

/** Opens the task that a process asks for. */
export async function openTask(
  run: CaseRun,
  instance: InstanceRow,
  effect: Effect & { type: 'task-opened' },
): Promise<void> {
  const { attributes, id, node } = effect
  const role = attributes.role ?? applicantRole
  const term = termOf(run, attributes.deadline)
  const person = personOfRole(run, role)
  const { jurisdiction, zone, context } = run
  const due = term === null ? null : dueOf(jurisdiction, zone, context.now, term, caseRegion(run))
  run.draft.addTask({
    id,
    caseId: run.row.id,
    instance: instance.id,
    node,
    role,
    person,
    department: isOfDepartment(run.packages, role) ? run.row.department : null,
    form: attributes.form ?? null,
    deadline: due?.date ?? null,
    openedAt: run.context.now.toISOString(),
    local: { ...run.local, ...effect.local },
    keys: person === null ? taskKeys(run) : null,
  })
  if (due !== null && attributes.escalate !== undefined) watchTask(run, id, attributes, due)
  await note(run, person === null ? 'timeline.with-official' : 'timeline.your-turn', 'us', {
    stage: run.row.stage ?? '',
  })
}
