import type { CompiledModel } from '@tereze/dmn'
import type { DecisionModels } from './compile-decisions.ts'
import { type Edition, editionOf, type RulesInTime } from './rules-in-time.ts'

/** The model that makes a decision, and where it comes from. */
export interface DecisionFound {
  readonly file: string
  readonly model: CompiledModel
  /** The edition that names the file; null when the file always holds. */
  readonly edition: Edition | null
}

/**
 * The model that makes a decision by the rules of a date: that of the edition which applies, or else of the file that always
 * holds; null when no file does.
 * @param date the legal date whose rules apply, `YYYY-MM-DD` (see `rulesDateOf`).
 * @param holds says whether the condition of a transitional norm is true of the case.
 */
export function findDecision(
  models: DecisionModels,
  decision: string,
  rules: RulesInTime | null,
  date: string,
  holds: (condition: string) => boolean,
): DecisionFound | null {
  const files = [...models].flatMap(([file, model]) => (model.elements.has(decision) ? [file] : [])).toSorted()
  const edition = rules === null ? null : editionOf(rules, files, date, holds)
  const listed = new Set((rules?.editions ?? []).map(({ file }) => file))
  const file = edition?.file ?? files.find(each => !listed.has(each))
  const model = file === undefined ? undefined : models.get(file)
  return file === undefined || model === undefined ? null : { file, model, edition }
}
