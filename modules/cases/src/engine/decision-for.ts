import type { Package } from '@tereze/catalogue/contract'
import type { CompiledModel } from '@tereze/dmn'
import { evaluateJson } from '@tereze/template'
import { filesWith, findModel } from '../definition/decisions.ts'
import { type Edition, editionOf } from '../rules/rules-in-time.ts'
import type { InstanceRow } from '../store/instances.ts'
import { momentOf } from './case-context.ts'
import type { CaseRun } from './case-run.ts'

/** The model that makes a decision of a case, and where it comes from. */
export interface FoundDecision {
  readonly packageKind: 'service' | 'process'
  readonly pack: Package
  readonly file: string
  readonly model: CompiledModel
  /** The edition of the regulation that names the file; null when it always holds. */
  readonly edition: Edition | null
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
  const own = filesWith(service.pack, name)
  if (own.length > 0) {
    const { rules } = service.regulation
    const holds = (condition: string) => evaluateJson(condition, seen, momentOf(run)) === true
    const edition = editionOf(rules, own, rulesOn, holds)
    const file = edition?.file ?? own.find(each => !(rules.editions ?? []).some(({ file: listed }) => listed === each))
    const model = file === undefined ? null : findModel(service.pack, file)
    if (file === undefined || model === null)
      throw new Error(`service ${service.id} has no edition of ${name} on ${rulesOn}`)
    return { packageKind: 'service', pack: service.pack, file, model, edition }
  }
  const pack = run.packages.get(instance.packageKind, instance.package, instance.packageVersion)
  const [file] = filesWith(pack, name)
  const model = file === undefined ? null : findModel(pack, file)
  if (file === undefined || model === null) throw new Error(`service ${service.id} has no decision ${name}`)
  return { packageKind: instance.packageKind, pack, file, model, edition: null }
}
