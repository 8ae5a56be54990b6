import type { Json } from '@tereze/feel'
import type { Language } from '../describe/phrases.ts'
import { ANNEX, type AnnexPhrases } from './annex-phrases.ts'
import type { Trace, TracedDecision, TracedRule, TracedTable } from './trace.ts'

/** A line of an annex and how far it is set in, from zero. */
export interface AnnexLine {
  readonly level: 0 | 1 | 2
  readonly text: string
}

/**
 * A trace as the annex of a decision: the data, every decision with the rules that were tried and why not, the annotations of
 * the rule that counted (the paragraph of the law), the result.
 */
export function annexOf(trace: Trace, language: Language): readonly AnnexLine[] {
  const phrases = ANNEX[language]
  return [
    { level: 0, text: phrases.heading(trace.asked, trace.model.name) },
    ...(trace.now === null ? [] : [{ level: 0 as const, text: phrases.moment(trace.now, trace.zone ?? 'UTC') }]),
    { level: 0, text: phrases.inputs },
    ...trace.inputs.map((input): AnnexLine => ({ level: 1, text: `${input.name}: ${words(input.value, phrases)}` })),
    ...trace.decisions.flatMap(decision => decisionLines(decision, phrases)),
    { level: 0, text: phrases.result(words(trace.value, phrases)) },
    ...(trace.warnings.length === 0 ? [] : [{ level: 0 as const, text: phrases.warnings }]),
    ...trace.warnings.map(
      (warning): AnnexLine => ({ level: 1, text: `${warning.decision}: ${warning.code} ${warning.text}`.trim() }),
    ),
  ]
}

function decisionLines(decision: TracedDecision, phrases: AnnexPhrases): AnnexLine[] {
  return [
    { level: 0, text: phrases.decision(decision.name) },
    ...decision.tables.flatMap(table => tableLines(table, phrases)),
    { level: 1, text: phrases.value(words(decision.value, phrases)) },
  ]
}

function tableLines(table: TracedTable, phrases: AnnexPhrases): AnnexLine[] {
  return [
    ...table.inputs.map((input): AnnexLine => ({ level: 1, text: `${input.label}: ${words(input.value, phrases)}` })),
    ...table.rules.map((rule): AnnexLine => ({ level: 2, text: ruleText(table, rule, phrases) })),
    ...(table.chosen.length === 0 ? [{ level: 2 as const, text: phrases.noRule }] : []),
  ]
}

function ruleText(table: TracedTable, rule: TracedRule, phrases: AnnexPhrases): string {
  if (rule.failed !== undefined)
    return phrases.notApplied(rule.rule, rule.failed.input, words(rule.failed.value, phrases), rule.failed.test)
  const text = table.chosen.includes(rule.rule) ? phrases.applied(rule.rule) : phrases.matchedOnly(rule.rule)
  const notes = Object.entries(rule.annotations ?? {}).map(([name, note]) => `${name}: ${note}`)
  return notes.length === 0 ? text : `${text} (${notes.join('; ')})`
}

function words(value: Json, phrases: AnnexPhrases): string {
  if (value === null) return phrases.missing
  if (typeof value === 'boolean') return value ? phrases.yes : phrases.no
  if (typeof value === 'number') return String(value).replace('.', phrases.decimalPoint)
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(item => words(item, phrases)).join(', ')
  return Object.entries(value)
    .map(([name, entry]) => `${name}: ${words((entry ?? null) as Json, phrases)}`)
    .join('; ')
}
