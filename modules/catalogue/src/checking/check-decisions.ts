import { compile, type Model, parse } from '@tereze/dmn'
import type { Rounding, RulesInTime } from '@tereze/service-rules'
import type { Findings, PackageProblem } from '../contract/kinds.ts'
import type { Package } from '../contract/packages.ts'
import { checkRounding } from './check-rounding.ts'
import { checkRulesInTime } from './check-rules-in-time.ts'
import { checkTables } from './check-tables.ts'

interface RegulationParts {
  readonly clauses?: readonly { readonly id: string }[]
  readonly rules?: RulesInTime
  readonly rounding?: readonly Rounding[]
}

/**
 * Checks the decisions of a package with the engine that will make them: the model as a whole, its tables, and what the
 * regulation says of them (rounding, editions in time).
 */
export function checkDecisions(pack: Package): Findings {
  const problems: PackageProblem[] = []
  const hints: PackageProblem[] = []
  const at = (file: string, pointer: string, code: string, params: PackageProblem['params']): PackageProblem => ({
    package: `${pack.kind}:${pack.id}`,
    file,
    pointer,
    code,
    params,
  })
  const models = new Map<string, Model>()
  for (const [file, text] of pack.text) {
    if (!file.endsWith('.dmn')) continue
    const parsed = parse(text)
    if (!parsed.ok) {
      for (const { code, message, at: place } of parsed.errors)
        problems.push(at(file, '', 'package.decision-refused', { problem: code, detail: message, line: place.line }))
      continue
    }
    models.set(file, parsed.model)
    const found = checkTables(parsed.model)
    for (const { element, code, params } of found.wrong) problems.push(at(file, `/${element}`, code, params))
    for (const { element, code, params } of found.hints) hints.push(at(file, `/${element}`, code, params))
  }
  const imports = [...models.values()]
  for (const [file, model] of models)
    for (const { code, message, element, at: place } of compile(model, { imports }).problems)
      problems.push(
        at(file, `/${element}`, 'package.decision-wrong', { problem: code, detail: message, line: place.line }),
      )
  const regulation = pack.json.get('regulation.json') as RegulationParts | undefined
  if (regulation === undefined) return { problems, hints }
  const about = (pointer: string, code: string, params: PackageProblem['params']) =>
    problems.push(at('regulation.json', pointer, code, params))
  for (const { code, params } of checkRounding([...models.values()], regulation.rounding ?? []))
    about('/rounding', code, params)
  for (const { pointer, code, params } of checkRulesInTime(regulation.rules, models)) about(pointer, code, params)
  return { problems, hints }
}
