import { type Analysis, analyse, type DecisionTable, type Model, type Region, tablesOf } from '@tereze/dmn'
import type { RefusalParam } from '@tereze/operation'

/** What a decision table leaves out or says twice: the rule or table, and what an author needs to see it. */
export interface TableFinding {
  /** Id of the rule or table. */
  readonly element: string
  readonly code: string
  readonly params: Readonly<Record<string, RefusalParam>>
}

/** What is wrong with the tables of a model, and what an author may want to look at. */
export interface TableFindings {
  readonly wrong: readonly TableFinding[]
  readonly hints: readonly TableFinding[]
}

const single = new Set(['UNIQUE', 'ANY', 'PRIORITY', 'FIRST'])

function shown(region: Region): { where: string; example: string } {
  const where = Object.entries(region.where)
    .filter(([, test]) => test !== '-')
    .map(([input, test]) => `${input}: ${test}`)
  return { where: where.length === 0 ? '-' : where.join('; '), example: JSON.stringify(region.example) }
}

function nameOf(table: DecisionTable, rule: number): string {
  const id = table.rules[rule - 1]?.id ?? ''
  return id === '' ? `${rule}` : id
}

function gapsOf(owner: string, table: DecisionTable, { gaps }: Analysis): TableFinding[] {
  const answered = table.outputs.every(({ defaultEntry }) => defaultEntry !== null && defaultEntry.text.trim() !== '')
  if (answered) return []
  return gaps.map(gap => ({
    element: table.id,
    code: 'package.table-gap',
    params: { decision: owner, ...shown(gap) },
  }))
}

function overlapsOf(owner: string, table: DecisionTable, { overlaps }: Analysis): TableFinding[] {
  const { hitPolicy } = table
  return overlaps
    .filter(({ conflict }) => hitPolicy === 'UNIQUE' || (hitPolicy === 'ANY' && conflict))
    .map(overlap => ({
      element: nameOf(table, overlap.rules[1]),
      code: 'package.table-overlap',
      params: { decision: owner, with: nameOf(table, overlap.rules[0]), ...shown(overlap) },
    }))
}

function unreachableOf(owner: string, table: DecisionTable, { unreachable }: Analysis): TableFinding[] {
  return unreachable.map(({ rule, reason, by, example }) => ({
    element: nameOf(table, rule),
    code: reason === 'hidden' ? 'package.rule-hidden' : 'package.rule-contradicts-itself',
    params: {
      decision: owner,
      ...(by.length === 0 ? {} : { by: by.map(other => nameOf(table, other)).join(', ') }),
      ...(example === null ? {} : { example: JSON.stringify(example) }),
    },
  }))
}

/** Under FIRST a rule is needless when the next one says the same, by the same clause, of everything that it takes. */
function needlessOf(owner: string, table: DecisionTable, { subsumed }: Analysis): TableFinding[] {
  const said = (rule: number) =>
    JSON.stringify([
      table.rules[rule - 1]?.outputs.map(({ text }) => text.trim()),
      table.rules[rule - 1]?.annotations.map(text => text.trim()),
    ])
  return subsumed
    .filter(({ rule, by }) => table.hitPolicy === 'FIRST' && by === rule + 1 && said(rule) === said(by))
    .map(({ rule, by, example }) => ({
      element: nameOf(table, rule),
      code: 'package.rule-needless',
      params: { decision: owner, by: nameOf(table, by), example: JSON.stringify(example) },
    }))
}

function unseenOf(owner: string, table: DecisionTable, { complete, opaque }: Analysis): TableFinding[] {
  return [
    ...(complete ? [] : [{ element: table.id, code: 'package.table-too-large', params: { decision: owner } }]),
    ...opaque.map(({ rule, input }) => ({
      element: nameOf(table, rule),
      code: 'package.cell-not-constant',
      params: { decision: owner, input },
    })),
  ]
}

/**
 * Looks through every decision table of a model (DMN 1.5 §8.2): gaps, overlaps that its hit policy forbids, rules that can
 * never apply. Where a table may give a list of results a gap is no fault, only worth a look.
 */
export function checkTables(model: Model): TableFindings {
  const wrong: TableFinding[] = []
  const hints: TableFinding[] = []
  for (const { owner, expression: table } of tablesOf(model)) {
    const analysis = analyse(table, { model })
    const gaps = gapsOf(owner, table, analysis)
    ;(single.has(table.hitPolicy) ? wrong : hints).push(...gaps)
    wrong.push(...overlapsOf(owner, table, analysis), ...unreachableOf(owner, table, analysis))
    hints.push(...needlessOf(owner, table, analysis), ...unseenOf(owner, table, analysis))
  }
  return { wrong, hints }
}
