import type { Package } from '@tereze/catalogue/contract'
import { type DecisionFound, findDecision } from '@tereze/service-rules'
import { evaluateJson } from '@tereze/template'
import { decisionsOf } from '../definition/decisions.ts'
import type { InstanceRow } from '../store/instances.ts'
import { momentOf } from './case-context.ts'
import type { CaseRun } from './case-run.ts'

/** The model that makes a decision of a case, and the package that it is of. */
export interface FoundDecision extends DecisionFound {
  readonly packageKind: 'service' | 'process'
  readonly pack: Package
}

/**
 * The model of a decision: the service's own, in the edition that the regulation's choice of date gives, or else that of the
 * process.
 * @param seen what FEEL sees of the case.
 * @throws Error when there is none: publishing has refused such a package.
 */
export function decisionFor(
  run: CaseRun,
  instance: InstanceRow,
  name: string,
  seen: Record<string, unknown>,
): FoundDecision {
  const { service } = run
  const { rulesOn } = seen.case as { rulesOn: string }
  const holds = (condition: string) => evaluateJson(condition, seen, momentOf(run)) === true
  const own = findDecision(decisionsOf(service.pack), name, service.regulation.rules, rulesOn, holds)
  if (own !== null) return { ...own, packageKind: 'service', pack: service.pack }
  const pack = run.packages.get(instance.packageKind, instance.package, instance.packageVersion)
  const shared = findDecision(decisionsOf(pack), name, null, rulesOn, holds)
  if (shared !== null) return { ...shared, packageKind: instance.packageKind, pack }
  throw new Error(`service ${service.id} has no decision ${name} on ${rulesOn}`)
}
