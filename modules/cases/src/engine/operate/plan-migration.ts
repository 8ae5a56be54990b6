import { checkMigration, type MigrationMapping, type Process } from '@tereze/bpmn'
import type { Package, Packages } from '@tereze/catalogue/contract'
import { findProblems } from '@tereze/foundation-operations'
import type { FieldProblem } from '@tereze/operation'
import type { TSchema } from 'typebox'
import {
  processOf,
  processPackage,
  type Service,
  standardInformation,
  standardReturn,
} from '../../definition/service.ts'
import type { InstanceKind, InstanceRow } from '../../store/instances.ts'
import { processOfInstance } from './process-of-instance.ts'

/** An instance with the process that it runs, and the one to which it would go. */
export interface MigrationStep {
  readonly instance: InstanceRow
  readonly from: Process
  readonly to: Process
  /** The package of the process to which it would go. */
  readonly pack: Package
}

/** What stands in the way of a case, at a node. */
export interface Obstacle {
  readonly code: string
  readonly node: string
}

/** The package of the process that a kind of instance runs in a version of a service. */
function packageFor(packages: Packages, service: Service, kind: InstanceKind): Package {
  const reference = {
    service: service.process,
    appeal: service.appeal,
    correction: service.correction,
    suspension: service.suspension,
    information: standardInformation,
    return: standardReturn,
  }[kind]
  return processPackage(packages, service, reference)
}

/** Called processes keep the version that was called. */
const goesAlong = ({ parent, fragment }: InstanceRow) => parent === null || fragment !== null

/** Where the running instances of a case would go with a version of its service. */
export async function planMigration(
  packages: Packages,
  instances: readonly InstanceRow[],
  target: Service,
): Promise<MigrationStep[]> {
  return Promise.all(
    instances.filter(goesAlong).map(async instance => {
      const pack = packageFor(packages, target, instance.kind)
      return { instance, from: await processOfInstance(packages, instance), to: await processOf(pack), pack }
    }),
  )
}

const key = ({ pointer, code }: FieldProblem) => `${pointer} ${code}`

/** Whether the data fit the new version as well as they fit the old one; what is asked only there may be missing still. */
function dataFit(before: Service, target: Service, data: Record<string, unknown>): boolean {
  if (JSON.stringify(before.schema) === JSON.stringify(target.schema)) return true
  const known = new Set(findProblems(before.schema as TSchema, data).map(key))
  return findProblems(target.schema as TSchema, data).every(
    problem => problem.code === 'field.required' || known.has(key(problem)),
  )
}

/** Open tasks whose form the new version has not. */
function missingForms({ instance, to, pack }: MigrationStep, target: Service, mapping: MigrationMapping): Obstacle[] {
  return Object.values(instance.state.tokens).flatMap(({ doing, at }) => {
    const form = to.nodes[mapping[at] ?? at]?.attributes.form
    if (doing !== 'task' || form === undefined) return []
    const file = `forms/${form}.form.json`
    return target.pack.json.has(file) || pack.json.has(file) ? [] : [{ code: 'form-missing', node: at }]
  })
}

/** Everything that stands in the way of a case; nothing when it can go over. */
export function obstaclesOf(
  plan: readonly MigrationStep[],
  before: Service,
  target: Service,
  data: Record<string, unknown>,
  mapping: MigrationMapping,
): Obstacle[] {
  // Parts of a large repetition are as many instances as it has elements: they are waited for.
  const parts = plan.flatMap(({ instance: { fragment } }) =>
    fragment === null ? [] : [{ code: 'part-running', node: fragment }],
  )
  if (parts.length > 0) return parts
  const inProcesses = plan.flatMap(step => [
    ...checkMigration(step.from, step.to, step.instance.state, mapping).map(({ code, node }) => ({ code, node })),
    ...missingForms(step, target, mapping),
  ])
  const first = plan[0]
  const inData =
    first === undefined || dataFit(before, target, data) ? [] : [{ code: 'data-invalid', node: first.from.id }]
  return [...inProcesses, ...inData]
}
