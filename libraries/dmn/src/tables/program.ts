import { type FeelValue, isContext, isList, type Node, newContext, Session } from '@tereze/feel'
import type { CompiledTable } from '../engine/table.ts'
import { ANY_TYPE, type DecisionType } from '../engine/types.ts'
import { quickLiteral } from './quick-cell.ts'
import { type IndexedColumn, maskedColumns } from './rule-index.ts'

/** A column that a program reads: where its value is in the data, and how it chooses rules. */
export interface ProgramColumn extends IndexedColumn {
  /** The input and the components below it. */
  readonly path: readonly string[]
}

/** Marks that no rule matches. */
export const NO_RULE = -1
/** Marks that the program cannot say: several rules match, or a value is not what it takes. */
export const UNSURE = -2

/**
 * A table whose cells and outputs are all constants and whose inputs are plain data: deciding is a look-up per column and an
 * intersection of bits. Says `UNSURE` where the full evaluation must be asked.
 */
export class TableProgram {
  readonly columns: readonly ProgramColumn[]
  private readonly words: number
  private readonly first: boolean
  private readonly count: number
  /** By rule, from `NO_RULE` on. */
  private readonly values: readonly FeelValue[]
  private readonly live: Uint32Array

  constructor(
    columns: readonly ProgramColumn[],
    table: CompiledTable,
    results: readonly (readonly FeelValue[])[],
    otherwise: readonly FeelValue[],
  ) {
    this.columns = columns
    this.words = Math.max(1, Math.ceil(table.tests.length / 32))
    this.first = table.table.hitPolicy === 'FIRST'
    this.count = results.length
    const names = table.outputs.length === 1 ? [] : table.outputs.map(output => output.name)
    this.values = [otherwise, ...results].map(row => frozen(outcomeOf(row, names)))
    this.live = new Uint32Array(this.words)
  }

  /** The rule for the atoms of the columns, in their order. */
  ruleFor(atoms: readonly number[]): number {
    const { columns } = this
    if (this.words === 1) {
      let live = -1
      for (let i = 0; i < columns.length; i++) live &= (columns[i] as ProgramColumn).masks[atoms[i] as number] as number
      return this.ofBits(live)
    }
    return this.ofWords(atoms)
  }

  /** The rule of one word of bits. */
  ofBits(live: number): number {
    const bits = this.count >= 32 ? live : live & ((1 << this.count) - 1)
    if (bits === 0) return NO_RULE
    if ((bits & (bits - 1)) !== 0 && !this.first) return UNSURE
    return 31 - Math.clz32(bits & -bits)
  }

  private ofWords(atoms: readonly number[]): number {
    const { live, words, columns } = this
    live.fill(0xffffffff)
    const surplus = this.count & 31
    if (surplus !== 0) live[words - 1] = (1 << surplus) - 1
    for (let i = 0; i < columns.length; i++) {
      const { masks } = columns[i] as ProgramColumn
      const from = (atoms[i] as number) * words
      for (let word = 0; word < words; word++) live[word] = (live[word] as number) & (masks[from + word] as number)
    }
    let found = NO_RULE
    for (let word = 0; word < words; word++) {
      const bits = live[word] as number
      if (bits === 0) continue
      if (found !== NO_RULE || ((bits & (bits - 1)) !== 0 && !this.first)) return UNSURE
      found = word * 32 + 31 - Math.clz32(bits & -bits)
      if (this.first) return found
    }
    return found
  }

  /** The value of a rule, or of no rule; made once and frozen, so that nobody can change it for others. */
  result(rule: number): FeelValue {
    return this.values[rule + 1] ?? null
  }

  /** True when the tables fits one word of bits, so that `ofBits` may be used. */
  get narrow(): boolean {
    return this.words === 1
  }
}

/** The value of a row of outputs: the output itself, or a context where there are several; null for no outputs. */
function outcomeOf(row: readonly FeelValue[], names: readonly string[]): FeelValue {
  if (names.length === 0 || row.length === 0) return row[0] ?? null
  const context = newContext()
  for (const [i, name] of names.entries()) context[name] = row[i] ?? null
  return context
}

/** A constant that is given to many, down to its last list. */
function frozen(value: FeelValue): FeelValue {
  if (!isList(value) && !isContext(value)) return value
  for (const part of Object.values(value)) frozen(part)
  return Object.freeze(value)
}

const POLICIES = new Set(['UNIQUE', 'FIRST', 'ANY', 'PRIORITY'])

/** The program of a table; null when something in it is more than constants. `typeOf` gives the type of data at a path. */
export function programOf(
  table: CompiledTable,
  result: DecisionType,
  typeOf: (path: readonly string[]) => DecisionType | null,
): TableProgram | null {
  if (!POLICIES.has(table.table.hitPolicy) || table.tests.length === 0) return null
  const cells = table.tests.map(row => row.map(cell => cell?.cell ?? 'all'))
  if (cells.some(row => row.includes('opaque'))) return null
  const masked = maskedColumns(cells, table.inputs.length)
  const columns: ProgramColumn[] = []
  for (const [i, input] of table.inputs.entries()) {
    const own = masked[i]
    const path = input.expression === null ? null : pathOf(input.expression.tree)
    const type = path === null ? null : typeOf(path)
    if (path === null || type === null || input.type !== ANY_TYPE) return null
    if (cells.every(row => row[i] === 'all')) continue
    if (own === null || own === undefined || own.axis.kind !== type.feel.kind) return null
    columns.push({ ...own, path })
  }
  const session = new Session()
  const rows = table.cells.map(row =>
    row.map((cell, i) => constantOf(cell, table.outputs[i]?.type ?? ANY_TYPE, session)),
  )
  const otherwise = table.outputs.map(({ defaultText, type }) =>
    defaultText === null ? null : typed(quickLiteral(defaultText), type, session),
  )
  if (rows.some(row => row.includes(undefined)) || otherwise.includes(undefined)) return null
  const withoutDefault = table.outputs.every(output => output.defaultText === null)
  const program = new TableProgram(
    columns,
    table,
    rows as FeelValue[][],
    withoutDefault ? [] : (otherwise as FeelValue[]),
  )
  // What the decision's own type would change must go the long way.
  if (result !== ANY_TYPE)
    for (let rule = NO_RULE; rule < rows.length; rule++) {
      const value = program.result(rule)
      if (value !== null && result.check(value, session, false) !== value) return null
    }
  return program
}

function constantOf(
  cell: CompiledTable['cells'][number][number],
  type: DecisionType,
  session: Session,
): FeelValue | undefined {
  return cell === null ? null : typed(cell.constant, type, session)
}

function typed(constant: FeelValue | undefined, type: DecisionType, session: Session): FeelValue | undefined {
  return constant === undefined || type === ANY_TYPE ? constant : type.check(constant, session, false)
}

function pathOf(node: Node): string[] | null {
  if (node.kind === 'name') return [node.name]
  if (node.kind !== 'path') return null
  const before = pathOf(node.object)
  return before === null ? null : [...before, node.name]
}
