import { compileExpression, references } from '@tereze/feel'
import { type Language, languages } from '@tereze/operation'

/** Something wrong with a template: where (a JSON pointer), a stable code, and what it is about. */
export interface TemplateProblem {
  readonly pointer: string
  readonly code: string
  readonly params: Readonly<Record<string, string>>
}

/** What a template is looked at beside. */
export interface TemplateSurroundings {
  /** First names of what expressions may read. */
  readonly names: ReadonlySet<string>
  /** JSON Schema of the case's data. */
  readonly schema: unknown
  /** A message filled with these fields: its text, empty where the language has none, or the field that it lacks. Null: no language has it. */
  fill(
    key: string,
    language: Language,
    fields: readonly string[],
  ): { readonly text: string } | { readonly lacks: string } | null
}

type Data = Readonly<Record<string, unknown>>
const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** Types of data that cannot be written in a way, by the way. */
const unfit: Readonly<Record<string, readonly string[]>> = {
  name: ['string', 'number', 'integer', 'boolean'],
  date: ['number', 'integer', 'boolean', 'object'],
  instant: ['number', 'integer', 'boolean', 'object'],
  money: ['boolean'],
  number: ['boolean', 'object'],
  address: ['number', 'integer', 'boolean'],
  organisation: ['number', 'integer', 'boolean'],
}

/** The types that a schema gives to the data at a path; none where it does not say. */
function typesAt(schema: unknown, path: readonly string[]): readonly string[] {
  const [name, ...rest] = path
  if (!isData(schema)) return []
  if (name !== undefined) return isData(schema.properties) ? typesAt(schema.properties[name], rest) : []
  const { type } = schema
  return (Array.isArray(type) ? type : [type]).filter(one => typeof one === 'string' && one !== 'null') as string[]
}

/**
 * What is wrong with a template that its format lets pass: expressions that cannot be read or read what is not there, values that cannot
 * be written so, conditions without an end, words that are missing in a language, fields of a text that nothing stands for.
 */
export function reviewTemplate(template: unknown, around: TemplateSurroundings): TemplateProblem[] {
  const problems: TemplateProblem[] = []
  function tell(pointer: string, code: string, params: Record<string, string> = {}): void {
    problems.push({ pointer, code: `package.${code}`, params })
  }

  function expression(pointer: string, text: unknown, hasItem: boolean): void {
    if (typeof text !== 'string') return
    const names = [...around.names, ...(hasItem ? ['item'] : [])]
    const compiled = compileExpression(text, { names })
    if (!compiled.ok) {
      tell(pointer, 'expression-wrong', { expression: text })
      return
    }
    const unknown = references(compiled.expression).find(([root = '']) => !names.includes(root))
    if (unknown !== undefined) tell(pointer, 'expression-name-unknown', { name: unknown[0] ?? '' })
  }

  function condition(pointer: string, holder: Data, hasItem = false): void {
    if (typeof holder.when !== 'string') return
    if (holder.when.trim() === '') tell(`${pointer}/when`, 'document-condition-empty')
    else expression(`${pointer}/when`, holder.when, hasItem)
  }

  function value(pointer: string, given: unknown, hasItem: boolean): void {
    const text = isData(given) ? given.is : given
    if (typeof text !== 'string' || !text.startsWith('= ')) return
    const own = text.slice(2)
    if (own.trim() === 'null') tell(pointer, 'document-value-missing')
    expression(pointer, own, hasItem)
    const as = isData(given) && typeof given.as === 'string' ? given.as : 'text'
    const wrong = typesAt(around.schema, own.split('.')).find(type => unfit[as]?.includes(type))
    if (wrong !== undefined) tell(pointer, 'document-value-kind', { value: own, as, is: wrong })
  }

  function message(pointer: string, reference: unknown, fields: readonly string[] = []): void {
    if (typeof reference !== 'string' || !reference.startsWith('message:')) return
    const key = reference.slice('message:'.length)
    const lacking = new Set<string>()
    for (const language of languages) {
      const filled = around.fill(key, language, fields)
      if (filled === null) {
        tell(pointer, 'document-words-missing', { key })
        return
      }
      if ('lacks' in filled) lacking.add(filled.lacks)
      else if (filled.text.trim() === '') tell(pointer, 'document-words-missing', { key, language })
    }
    for (const field of lacking) tell(pointer, 'document-field-unknown', { field })
  }

  function text(pointer: string, holder: Data, member: string, hasItem: boolean): void {
    const values = isData(holder.values) ? holder.values : {}
    message(`${pointer}/${member}`, holder[member], Object.keys(values))
    for (const [name, given] of Object.entries(values)) value(`${pointer}/values/${name}`, given, hasItem)
  }

  function table(pointer: string, given: Data): void {
    const columns = listOf(given.columns)
    for (const [index, column] of columns.entries())
      if (isData(column)) message(`${pointer}/columns/${index}/label`, column.label)
    for (const [index, row] of listOf(given.rows).entries()) {
      if (!isData(row)) continue
      const own = `${pointer}/rows/${index}`
      const hasItem = typeof row.each === 'string'
      if (typeof row.each === 'string') expression(`${own}/each`, row.each.replace(/^= /u, ''), false)
      condition(own, row, hasItem)
      const cells = listOf(row.cells)
      if (cells.length > columns.length)
        tell(`${own}/cells`, 'document-cells-more', { columns: String(columns.length) })
      for (const [cell, filled] of cells.entries())
        if (isData(filled)) text(`${own}/cells/${cell}`, filled, 'text', hasItem)
    }
  }

  if (!isData(template)) return []
  condition('', template)
  message('/title', template.title)
  if (isData(template.page))
    for (const member of ['header', 'footer']) message(`/page/${member}`, template.page[member])
  for (const [index, line] of listOf(template.proves).entries()) {
    if (!isData(line)) continue
    message(`/proves/${index}/label`, line.label)
    value(`/proves/${index}/value`, line.value, false)
  }
  for (const [index, part] of listOf(template.body).entries()) {
    if (!isData(part)) continue
    const pointer = `/body/${index}`
    condition(pointer, part)
    if ('heading' in part) text(pointer, part, 'heading', false)
    for (const [line, field] of listOf(part.fields).entries()) {
      if (!isData(field)) continue
      condition(`${pointer}/fields/${line}`, field)
      message(`${pointer}/fields/${line}/label`, field.label)
      value(`${pointer}/fields/${line}/value`, field.value, false)
    }
    for (const [point, item] of listOf(part.items).entries()) {
      if (!isData(item)) continue
      condition(`${pointer}/items/${point}`, item)
      text(`${pointer}/items/${point}`, item, 'text', false)
    }
    for (const member of ['list', 'clauses']) {
      const given = part[member]
      if (typeof given === 'string') expression(`${pointer}/${member}`, given.replace(/^= /u, ''), false)
    }
    if ('text' in part) text(pointer, part, 'text', 'list' in part)
    if (isData(part.table)) table(`${pointer}/table`, part.table)
  }
  return problems
}
