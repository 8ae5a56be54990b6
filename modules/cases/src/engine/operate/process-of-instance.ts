import type { Process } from '@tereze/bpmn'
import type { Packages } from '@tereze/catalogue/contract'
import { processOf } from '../../definition/service.ts'
import type { InstanceRow } from '../../store/instances.ts'

/** The process that an instance runs, in the version that it keeps. */
export function processOfInstance(
  packages: Packages,
  instance: Pick<InstanceRow, 'packageKind' | 'package' | 'packageVersion'>,
): Promise<Process> {
  return processOf(packages.get(instance.packageKind, instance.package, instance.packageVersion))
}
