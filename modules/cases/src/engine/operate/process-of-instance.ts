import type { Process } from '@tereze/bpmn'
import type { Packages } from '@tereze/catalogue/contract'
import { processOf } from '../../definition/service.ts'
import type { InstanceRow } from '../../store/instances.ts'
import { ownPart } from '../child-instances.ts'

/** The process, or the part of one, that an instance runs, in the version that it keeps. */
export async function processOfInstance(packages: Packages, instance: InstanceRow): Promise<Process> {
  const { packageKind, package: id, packageVersion } = instance
  return ownPart(instance, await processOf(packages.get(packageKind, id, packageVersion)))
}
