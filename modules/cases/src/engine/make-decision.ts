import { evaluate } from '@tereze/dmn'
import { type FeelContext, fromJson, toJson } from '@tereze/feel'
import { isErased, keyring } from '@tereze/foundation-keys'
import { modelHash } from '../definition/model-hash.ts'
import { decideAutomatic } from '../rules/decide-automatic.ts'
import type { InstanceRow } from '../store/instances.ts'
import { caseContext, momentOf } from './case-context.ts'
import type { CaseRun } from './case-run.ts'
import { decisionFor } from './decision-for.ts'

/** Place under which a decision's trace is sealed. */
export const sealPlace = (decision: string) => `cases/decision/${decision}`

/**
 * Makes a decision by rules: the value into `decisions.<name>` (and `decision` for eligibility), the trace with its inputs kept
 * with model and moment, so that it can be recomputed.
 */
export async function makeDecision(run: CaseRun, instance: InstanceRow, name: string): Promise<void> {
  const { context, row, service } = run
  const seen = caseContext(run)
  const found = decisionFor(run, instance, name, seen)
  const { value, trace } = evaluate(found.model, name, fromJson(seen) as FeelContext, {
    trace: true,
    ...momentOf(run),
    zoneRules: process.versions.tz ?? '',
  })
  const clause = service.regulation.automatic?.clause ?? null
  const settled =
    name === 'eligibility' ? decideAutomatic(toJson(value), clause) : { value: toJson(value), clause: null }
  const decided = settled.value
  const id = context.ids.newId('decision')
  const sealed = await context
    .port(keyring)
    .seal(context.tx, row.person, new TextEncoder().encode(JSON.stringify(trace)), sealPlace(id))
  run.draft.addDecision({
    id,
    decision: name,
    file: found.file,
    packageKind: found.packageKind,
    package: found.pack.id,
    packageVersion: found.pack.version,
    modelHash: modelHash(found.pack, found.file) ?? '',
    rulesOn: (seen.case as { rulesOn: string }).rulesOn,
    editionClause: found.edition?.clause ?? null,
    effectiveAt: context.now.toISOString(),
    automaticClause: settled.clause,
    trace: isErased(sealed) ? null : sealed,
  })
  const decisions = row.data.decisions as Record<string, unknown> | undefined
  row.data = { ...row.data, decisions: { ...decisions, [name]: decided } }
  if (name === 'eligibility') row.data = { ...row.data, decision: decided }
}
