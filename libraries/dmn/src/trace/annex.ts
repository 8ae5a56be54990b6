import type { Json } from '@tereze/feel'
import { type FeelValue, parseDate, toJson } from '@tereze/feel'
import { type Language, PHRASES, type Phrases } from '../describe/phrases.ts'
import { predicateOf, wordsOf } from '../describe/words.ts'
import { ANNEX, type AnnexPhrases } from './annex-phrases.ts'
import type { StoredTrace } from './format-one.ts'
import type { TracedDecision, TracedRule, TracedTable } from './trace.ts'
import { warningWords } from './warning-words.ts'

/** A line of an annex and how far it is set in, from zero. */
export interface AnnexLine {
  readonly level: 0 | 1 | 2
  readonly text: string
}

/** The words of a host for what a model only names: each may give nothing, and then the name in the model stands. */
export interface AnnexWords {
  /** What a decision is called. */
  readonly decision?: (name: string) => string | undefined
  /** What an input column of a table asks. */
  readonly column?: (label: string) => string | undefined
  /** What an output column, or a part of a decision's value, is called. */
  readonly output?: (name: string) => string | undefined
  /** What a piece of data is called, by its path: `['family', 'children', '0', 'born']`. */
  readonly data?: (path: readonly string[]) => string | undefined
  /** A value as the language writes it; undefined leaves it to the annex. */
  readonly value?: (value: Json) => string | undefined
  /** True for data that tells a reader nothing, such as ids of machines; it is left out. */
  readonly unsaid?: (name: string, value: Json) => boolean
}

interface Writer {
  readonly phrases: AnnexPhrases
  readonly described: Phrases
  readonly words: AnnexWords
}

/**
 * A trace as the annex of a decision: the data, every decision with the rules that were tried and why not, the annotations of
 * the rule that counted (the paragraph of the law), the result. In every language an annex has the same lines.
 */
export function annexOf(trace: StoredTrace, language: Language, words: AnnexWords = {}): readonly AnnexLine[] {
  const phrases = ANNEX[language]
  const writer: Writer = { phrases, described: PHRASES[language], words }
  return [
    { level: 0, text: phrases.heading(decisionName(trace.asked, writer), trace.model.name) },
    ...(trace.now === null
      ? []
      : [{ level: 1 as const, text: phrases.moment(words.value?.(trace.now) ?? trace.now, trace.zone ?? 'UTC') }]),
    { level: 0, text: phrases.inputs },
    ...trace.inputs.flatMap(input => dataLines([input.name], input.value, writer)),
    ...trace.decisions.flatMap(decision => decisionLines(decision, writer)),
    { level: 0, text: phrases.result(valueText(trace.value, writer)) },
    ...(trace.warnings.length === 0 ? [] : [{ level: 0 as const, text: phrases.warnings }]),
    ...trace.warnings.map(
      ({ code, decision }): AnnexLine => ({
        level: 1,
        text: `${decisionName(decision, writer)}: ${warningWords(code, language)}`,
      }),
    ),
  ]
}

/** A piece of data a line; what the host writes as one value is one line. */
function dataLines(path: readonly string[], value: Json, writer: Writer): AnnexLine[] {
  if (writer.words.unsaid?.(path.at(-1) ?? '', value) === true) return []
  const written = writer.words.value?.(value)
  const parts = written === undefined && typeof value === 'object' && value !== null ? Object.entries(value) : []
  if (parts.length === 0) {
    const name = writer.words.data?.(path) ?? path.map(dataName).join(' · ')
    return [{ level: 1, text: `${name}: ${written ?? valueText(value, writer)}` }]
  }
  return parts.flatMap(([name, part]) => dataLines([...path, name], (part ?? null) as Json, writer))
}

/** An index from zero is a number from one to a reader. */
function dataName(part: string): string {
  return /^\d+$/.test(part) ? String(Number(part) + 1) : part
}

function decisionName(name: string, { words }: Writer): string {
  return words.decision?.(name) ?? name
}

type Table = Omit<TracedTable, 'owner'>
type Decision = Omit<TracedDecision, 'tables'> & { readonly tables: readonly Table[] }

function decisionLines(decision: Decision, writer: Writer): AnnexLine[] {
  const { phrases } = writer
  return [
    { level: 0, text: phrases.decision(decisionName(decision.name, writer)) },
    ...decision.tables.flatMap(table => tableLines(table, writer)),
    { level: 1, text: phrases.value(valueText(decision.value, writer)) },
  ]
}

function tableLines(table: Table, writer: Writer): AnnexLine[] {
  return [
    ...table.inputs.map(
      (input): AnnexLine => ({
        level: 1,
        text: `${columnName(input.label, writer)}: ${valueText(input.value, writer)}`,
      }),
    ),
    ...table.rules.map((rule): AnnexLine => ({ level: 2, text: ruleText(table, rule, writer) })),
    ...(table.chosen.length === 0 ? [{ level: 2 as const, text: noRuleText(table, writer) }] : []),
  ]
}

function noRuleText({ byDefault }: Table, { phrases }: Writer): string {
  return byDefault === true ? `${phrases.noRule}: ${phrases.byDefault}` : phrases.noRule
}

function columnName(label: string, { words }: Writer): string {
  return words.column?.(label) ?? label
}

function ruleText(table: Table, rule: TracedRule, writer: Writer): string {
  const { phrases } = writer
  if (rule.failed !== undefined)
    return phrases.notApplied(
      rule.rule,
      columnName(rule.failed.input, writer),
      valueText(rule.failed.value, writer),
      testText(rule.failed.test, writer),
    )
  const text = table.chosen.includes(rule.rule) ? phrases.applied(rule.rule) : phrases.matchedOnly(rule.rule)
  const notes = Object.entries(rule.annotations ?? {}).map(([name, note]) => `${phrases.annotation(name)} ${note}`)
  return notes.length === 0 ? text : `${text} (${notes.join('; ')})`
}

/** What a test asks, in words; one that is no constant as its FEEL. */
function testText(test: string, writer: Writer): string {
  const write = (value: FeelValue): string => writer.words.value?.(toJson(value)) ?? wordsOf(value, writer.described)
  return predicateOf(test, writer.described, write)?.text ?? test
}

function valueText(value: Json, writer: Writer): string {
  const { phrases, described } = writer
  const written = writer.words.value?.(value)
  if (written !== undefined) return written
  if (typeof value === 'string') {
    const date = parseDate(value)
    return date === null ? value : wordsOf(date, described)
  }
  if (typeof value !== 'object' || value === null) return wordsOf(value, described)
  if (Array.isArray(value))
    return value.length === 0 ? phrases.none : value.map(item => valueText(item, writer)).join(', ')
  return Object.entries(value)
    .map(([name, entry]) => [name, (entry ?? null) as Json] as const)
    .filter(([name, entry]) => writer.words.unsaid?.(name, entry) !== true)
    .map(([name, entry]) => `${writer.words.output?.(name) ?? name}: ${valueText(entry, writer)}`)
    .join('; ')
}
