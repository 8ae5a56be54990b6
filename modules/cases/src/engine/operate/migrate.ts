import { type Effect, type MigrationMapping, migrate as migrateState, type Process } from '@tereze/bpmn'
import type { InstanceRow } from '../../store/instances.ts'
import { listOpenTasks, type TaskRow } from '../../store/tasks.ts'
import { updateCaseVersion, updateInstanceVersion, updateOpenTask } from '../../store/versions.ts'
import { advance } from '../advance.ts'
import { type CaseRun, note } from '../case-run.ts'
import { dataFor } from '../instance-data.ts'
import { isOfDepartment } from '../may-work-on.ts'
import { applicantRole, personOfRole } from '../open-task.ts'
import { keepIntervention, type Operating } from './intervene.ts'
import type { MigrationStep } from './plan-migration.ts'
import { settleIncidentsOf } from './settle-incidents.ts'

/** Open tasks stay the same tasks, under the name, role and form that the new version gives them. */
async function renewTasks(run: CaseRun, instance: InstanceRow, to: Process, tasks: readonly TaskRow[]): Promise<void> {
  for (const { id } of tasks) {
    const node = to.nodes[instance.state.tokens[id.split(':').at(-1) ?? '']?.at ?? '']
    if (node === undefined) continue
    const role = node.attributes.role ?? applicantRole
    await updateOpenTask(run.context.tx, id, {
      node: node.id,
      role,
      person: personOfRole(run, role),
      department: isOfDepartment(run.packages, role) ? run.row.department : null,
      form: node.attributes.form ?? null,
    })
  }
}

async function migrateInstance(run: CaseRun, step: MigrationStep, mapping: MigrationMapping): Promise<void> {
  const { context, row } = run
  const { instance, from, to, pack } = step
  const moved = migrateState(
    from,
    to,
    instance.state,
    { now: context.now.toISOString(), zone: run.zone, data: dataFor(run, instance) },
    mapping,
  )
  if (!moved.ok) throw new Error(`instance ${instance.id} was found fit to migrate and is not`)
  const tasks = (await listOpenTasks(context.tx, row.tenant, row.id)).filter(task => task.instance === instance.id)
  const open = new Set(tasks.map(({ id }) => id))
  const after: InstanceRow = {
    ...instance,
    packageKind: pack.kind === 'service' ? 'service' : 'process',
    package: pack.id,
    packageVersion: pack.version,
    state: moved.state,
  }
  await updateInstanceVersion(context.tx, after)
  await renewTasks(run, after, to, tasks)
  const news = moved.effects.filter((effect: Effect) => effect.type !== 'task-opened' || !open.has(effect.id))
  await advance(run, after, to, [], news)
  await settleIncidentsOf(run, after)
}

/**
 * Takes a case with its running instances over to a version of its service that was found fit; the run is already one of that
 * version. What was done is kept, and the applicant is told.
 */
export async function migrate(
  run: CaseRun,
  before: string,
  plan: readonly MigrationStep[],
  mapping: MigrationMapping,
  operating: Operating,
): Promise<void> {
  const { context, row, service } = run
  await updateCaseVersion(context.tx, row.id, service.version, service.pack.hash)
  await keepIntervention(run, operating, { kind: 'migrate', instance: null, element: `${before} → ${service.version}` })
  await note(run, 'timeline.operated.migrate', 'official')
  for (const step of plan) await migrateInstance(run, step, mapping)
}
