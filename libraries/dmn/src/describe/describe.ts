import {
  compileExpression,
  evaluateExpression,
  FeelDate,
  type FeelRange,
  type FeelValue,
  isNumber,
  newContext,
  numberText,
  references,
  textOf,
} from '@tereze/feel'
import type { DecisionTable, Rule, Text } from '../model/model.ts'
import { type Cell, readCell } from '../tables/cell.ts'
import { type Language, PHRASES, type Phrases } from './phrases.ts'

/** A table in words. */
export interface Description {
  /** How the rules work together. */
  readonly policy: string
  /** One sentence per rule, with its annotations by column. */
  readonly rules: readonly { readonly text: string; readonly annotations: Readonly<Record<string, string>> }[]
  /** What holds when no rule applies; null when the table does not say. */
  readonly otherwise: string | null
}

/** Puts a decision table into words. What depends on other values stays as FEEL. */
export function describe(table: DecisionTable, language: Language): Description {
  const phrases = PHRASES[language]
  const policy = table.aggregator === null ? table.hitPolicy : `${table.hitPolicy} ${table.aggregator}`
  const defaults = table.outputs.filter(output => output.defaultEntry !== null && output.defaultEntry.text !== '')
  return {
    policy: phrases.policies[policy] ?? '',
    rules: table.rules.map((rule, i) => ({
      text: ruleText(table, rule, i + 1, phrases),
      annotations: Object.fromEntries(
        rule.annotations.map((text, column) => [table.annotations[column] ?? String(column + 1), text]),
      ),
    })),
    otherwise:
      defaults.length === 0
        ? null
        : phrases.otherwise(
            defaults
              .map(output => phrases.gives(outputName(table, output), valueText(output.defaultEntry, phrases)))
              .join(phrases.and),
          ),
  }
}

function outputName(table: DecisionTable, output: DecisionTable['outputs'][number]): string {
  return output.label || output.name || table.outputLabel || '='
}

function ruleText(table: DecisionTable, rule: Rule, number: number, phrases: Phrases): string {
  const conditions = table.inputs.flatMap((input, column) => {
    const text = rule.tests[column]?.text ?? ''
    const cell = readCell(text)
    const subject = input.label === '' ? input.expression.text : input.label
    return cell === 'all' ? [] : [cellText(subject, cell, text, phrases)]
  })
  const outcome = table.outputs
    .map((output, column) => phrases.gives(outputName(table, output), valueText(rule.outputs[column], phrases)))
    .join(phrases.and)
  return conditions.length === 0
    ? phrases.always(number, outcome)
    : phrases.rule(number, conditions.join(phrases.and), outcome)
}

function cellText(subject: string, cell: Exclude<Cell, 'all'>, text: string, phrases: Phrases): string {
  if (cell === 'opaque') return phrases.passes(subject, text)
  const values = cell.tests.flatMap(test =>
    test.kind === 'values' ? test.values.map(value => words(value, phrases)) : [],
  )
  const parts: string[] = []
  if (values.length === 1 && !cell.negated) parts.push(phrases.equals(subject, values[0] ?? ''))
  else if (values.length > 0) parts.push((cell.negated ? phrases.noneOf : phrases.oneOf)(subject, values.join(', ')))
  for (const test of cell.tests) {
    if (test.kind === 'values') continue
    const statement =
      test.kind === 'range'
        ? rangeText(subject, test.range, phrases)
        : phrases.noneOf(subject, words(test.value, phrases))
    parts.push(cell.negated ? phrases.not(statement) : statement)
  }
  return parts.join(cell.negated ? phrases.and : phrases.or)
}

function rangeText(subject: string, range: FeelRange, phrases: Phrases): string {
  const parts: string[] = []
  if (range.start !== undefined)
    parts.push((range.startIncluded ? phrases.atLeast : phrases.more)(subject, words(range.start, phrases)))
  if (range.end !== undefined)
    parts.push((range.endIncluded ? phrases.atMost : phrases.less)(subject, words(range.end, phrases)))
  return parts.join(phrases.and)
}

/** An output that is a constant in words, any other as its FEEL. */
function valueText(text: Text | null | undefined, phrases: Phrases): string {
  if (text === null || text === undefined || text.text === '') return phrases.missing
  const compiled = compileExpression(text.text)
  if (!compiled.ok || references(compiled.expression).length > 0) return text.text
  const { value, warnings } = evaluateExpression(compiled.expression, newContext())
  return warnings.length > 0 ? text.text : words(value, phrases)
}

function words(value: FeelValue, phrases: Phrases): string {
  if (value === null) return phrases.missing
  if (typeof value === 'boolean') return value ? phrases.yes : phrases.no
  if (typeof value === 'string') return `«${value}»`
  if (isNumber(value)) return numberText(value).replace('.', phrases.decimalPoint)
  if (value instanceof FeelDate) return phrases.date(value.year, value.month, value.day)
  return textOf(value)
}
