import { type Package, type Packages, parametersOn } from '@tereze/catalogue/contract'
import { evaluate } from '@tereze/dmn'
import { type FeelContext, fromJson, toJson } from '@tereze/feel'
import {
  compileDecisions,
  type DecisionModels,
  findDecision,
  type RulesInTime,
  rulesDateOf,
} from '@tereze/service-rules'
import { evaluateJson, evaluator, fillTemplate, type Moment } from '@tereze/template'
import type { SituationService } from './situation.ts'

const compiled = new WeakMap<Package, DecisionModels>()

function modelsOf(pack: Package): DecisionModels {
  let models = compiled.get(pack)
  if (models === undefined) {
    models = compileDecisions(pack.text)
    compiled.set(pack, models)
  }
  return models
}

/**
 * What a service would decide of what a situation sees, if it were asked for today: by the rules, the edition and the legal
 * parameters that its regulation chooses, so that an offer and the decision behind it cannot differ. Null when the situation
 * asks for no decision, or the service has none.
 */
export function foresee(
  packages: Packages,
  { service, decision }: SituationService,
  seen: Readonly<Record<string, unknown>>,
  moment: Moment,
): unknown {
  if (decision === undefined) return null
  const pack = packages.get('service', service)
  const { rules } = pack.json.get('regulation.json') as unknown as { rules: RulesInTime }
  const { jurisdiction } = pack.json.get('service.json') as unknown as { jurisdiction: string }
  const data = fillTemplate(decision.data, evaluator(seen, moment)) as Record<string, unknown>
  const today = String(evaluateJson('string(today())', {}, moment))
  const event = rules.event === undefined ? null : evaluateJson(rules.event, data, moment)
  const date = rulesDateOf(rules, { event: typeof event === 'string' ? event : null, submitted: today, today })
  const context = {
    ...data,
    case: { rulesOn: date },
    parameters: parametersOn(packages.get('jurisdiction', jurisdiction), date),
  }
  const holds = (condition: string) => evaluateJson(condition, context, moment) === true
  const found = findDecision(modelsOf(pack), decision.name, rules, date, holds)
  if (found === null) return null
  return toJson(evaluate(found.model, decision.name, fromJson(context) as FeelContext, { ...moment }).value)
}
