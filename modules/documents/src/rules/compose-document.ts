import { type Language, languages, type Refused, refuse, type Text } from '@tereze/operation'
import { type Evaluate, fillTemplate, isExpression } from '@tereze/template'
import { nothing, type ValueKind, type Wording, writeValue } from '@tereze/wording'
import { type DocumentBlock, type DocumentLine, documentIncomplete } from '../contract/index.ts'
import { type Appeals, type Regulation, writeAppeal, writeGrounds } from './legal-blocks.ts'

/** A value of a template: an expression, and how its value is written. */
export type TemplateValue = string | { readonly is: string; readonly as: ValueKind }

/** A document template as `content/format/document.schema.json` declares it. */
export interface DocumentTemplate {
  readonly id: string
  readonly kind: string
  /** URN of the signed data's type. */
  readonly type: string
  readonly title: string
  readonly subjects: readonly string[]
  readonly data: Readonly<Record<string, unknown>>
  readonly valid?: { readonly until?: string }
  readonly proves: readonly { readonly label: string; readonly value: TemplateValue }[]
  readonly body: readonly TemplateBlock[]
}

/** A part of a template's page. */
export type TemplateBlock =
  | { readonly heading: string }
  | { readonly text: string; readonly values?: Readonly<Record<string, TemplateValue>> }
  | { readonly fields: readonly { readonly label: string; readonly value: TemplateValue; readonly when?: string }[] }
  | { readonly list: string; readonly text: string; readonly values?: Readonly<Record<string, TemplateValue>> }
  | { readonly clauses: string }
  | { readonly appeal: true }

/** How the issuer writes in one language: values, and messages with their arguments. */
export interface DocumentWording extends Wording {
  fill(key: string, params: Readonly<Record<string, string | number>>): string
}

/** What composing needs. `evaluate` sees the data of the case; `within` sees one item of a list as `item` too. */
export interface Composing {
  readonly evaluate: Evaluate
  within(item: unknown): Evaluate
  wording(language: Language): DocumentWording
  readonly regulation: Regulation | null
  readonly appeals: Appeals | null
}

/** A document before it is signed. */
export interface ComposedDocument {
  readonly title: Text
  readonly subjects: readonly string[]
  readonly data: unknown
  readonly validUntil: string | null
  readonly lines: readonly DocumentLine[]
  readonly blocks: readonly DocumentBlock[]
}

/** Makes a text in each language. */
export function inEach(make: (language: Language) => string): Text {
  const [en, ru, kk] = languages
  return { en: make(en), ru: make(ru), kk: make(kk) }
}

/** Kind and value of a template's value. */
export function evaluateValue(value: TemplateValue, evaluate: Evaluate): { value: unknown; as: ValueKind } {
  return typeof value === 'string'
    ? { value: fillTemplate(value, evaluate), as: 'text' }
    : { value: fillTemplate(value.is, evaluate), as: value.as }
}

function writeEach(value: TemplateValue, evaluate: Evaluate, composing: Composing): Text {
  const found = evaluateValue(value, evaluate)
  return inEach(language => writeValue(found.value, found.as, composing.wording(language)))
}

function fillEach(
  message: string,
  values: Readonly<Record<string, TemplateValue>> | undefined,
  evaluate: Evaluate,
  composing: Composing,
): Text {
  const params = Object.entries(values ?? {}).map(
    ([name, value]) => [name, writeEach(value, evaluate, composing)] as const,
  )
  const key = message.replace(/^message:/, '')
  return inEach(language =>
    composing.wording(language).fill(key, Object.fromEntries(params.map(([name, text]) => [name, text[language]]))),
  )
}

const isWritten = (text: Text) => languages.some(language => text[language] !== nothing)

function composeBlock(block: TemplateBlock, template: DocumentTemplate, composing: Composing): DocumentBlock | null {
  const { evaluate } = composing
  if ('heading' in block) {
    if (block.heading === template.title) return null
    return { kind: 'heading', text: fillEach(block.heading, undefined, evaluate, composing) }
  }
  if ('fields' in block) {
    const fields = block.fields
      .filter(field => field.when === undefined || evaluate(field.when) === true)
      .map(field => ({
        label: fillEach(field.label, undefined, evaluate, composing),
        value: writeEach(field.value, evaluate, composing),
      }))
      .filter(field => isWritten(field.value))
    return fields.length === 0 ? null : { kind: 'fields', fields }
  }
  if ('list' in block) {
    const items = fillTemplate(block.list, evaluate)
    if (!Array.isArray(items) || items.length === 0) return null
    return {
      kind: 'list',
      items: items.map(item => ({
        text: fillEach(block.text, block.values, composing.within(item), composing),
        note: null,
      })),
    }
  }
  if ('clauses' in block) {
    const items = writeGrounds(fillTemplate(block.clauses, evaluate), composing.regulation, composing.wording)
    return items.length === 0 ? null : { kind: 'list', items }
  }
  if ('appeal' in block) {
    const text = writeAppeal(composing.regulation, composing.appeals, composing.wording)
    return text === null ? null : { kind: 'text', text }
  }
  return { kind: 'text', text: fillEach(block.text, block.values, evaluate, composing) }
}

/**
 * Composes a document from its template: what is signed, what its check shows, what its page shows, in all languages.
 * Refuses when the data gives no subject or leaves a line empty that the check must show; `also` lists each such line.
 */
export function composeDocument(
  template: DocumentTemplate,
  composing: Composing,
): ComposedDocument | Refused<'documents.document-incomplete'> {
  const { evaluate } = composing
  const subjects = template.subjects
    .map(subject => fillTemplate(subject, evaluate))
    .filter(subject => typeof subject === 'string' && subject !== '') as string[]
  const lines = template.proves.map(line => ({
    label: fillEach(line.label, undefined, evaluate, composing),
    value: writeEach(line.value, evaluate, composing),
  }))
  const problems = [
    ...(subjects.length === 0 ? [{ pointer: '/subjects', code: 'field.required' }] : []),
    ...lines.flatMap(({ value }, index) =>
      isWritten(value) ? [] : [{ pointer: `/proves/${index}`, code: 'field.required' }],
    ),
  ]
  if (problems.length > 0) {
    return refuse(documentIncomplete, {
      pointer: problems[0]?.pointer ?? '',
      params: { template: template.id },
      also: problems,
    })
  }
  const until = template.valid?.until
  const validUntil = isExpression(until) ? fillTemplate(until, evaluate) : (until ?? null)
  return {
    title: fillEach(template.title, undefined, evaluate, composing),
    subjects: [...new Set(subjects)],
    data: fillTemplate(template.data, evaluate) ?? {},
    validUntil: typeof validUntil === 'string' ? validUntil : null,
    lines,
    blocks: template.body.flatMap(block => composeBlock(block, template, composing) ?? []),
  }
}

/** Every value that a template writes, for looking up what ids stand for. */
export function valuesIn(template: DocumentTemplate, evaluate: Evaluate): { value: unknown; as: ValueKind }[] {
  const inBody = template.body.flatMap(block => {
    if ('fields' in block) return block.fields.map(field => field.value)
    return 'values' in block && !('list' in block) ? Object.values(block.values ?? {}) : []
  })
  return [...template.proves.map(line => line.value), ...inBody].map(value => evaluateValue(value, evaluate))
}
