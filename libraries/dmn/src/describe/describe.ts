import type { DecisionTable, Rule, Text } from '../model/model.ts'
import { type Language, PHRASES, type Phrases } from './phrases.ts'
import { constantOf, predicateOf, wordsOf } from './words.ts'

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
            table.outputs
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
    const predicate = predicateOf(rule.tests[column]?.text ?? '', phrases, value => wordsOf(value, phrases))
    const subject = input.label === '' ? input.expression.text : input.label
    return predicate === null ? [] : [{ ...predicate, text: phrases.says(subject, predicate.text, predicate.named) }]
  })
  const outcome = table.outputs
    .map((output, column) => phrases.gives(outputName(table, output), valueText(rule.outputs[column], phrases)))
    .join(phrases.and)
  if (conditions.length === 0) return phrases.always(number, outcome)
  const bracketed = conditions.length > 1
  const condition = conditions.map(({ text, choice }) => (bracketed && choice ? `(${text})` : text)).join(phrases.and)
  return phrases.rule(number, condition, outcome)
}

/** An output that is a constant in words, any other as its FEEL. */
function valueText(text: Text | null | undefined, phrases: Phrases): string {
  if (text === null || text === undefined || text.text === '') return phrases.missing
  const value = constantOf(text.text)
  return value === undefined ? text.text : wordsOf(value, phrases)
}
