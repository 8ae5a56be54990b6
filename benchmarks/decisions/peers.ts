import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Person, smallTable } from './model.ts'

/** What a peer answers for a person. */
export type Answer = { readonly outcome: string; readonly amount: number } | null

/** An engine that decides the small table. */
export interface Peer {
  readonly name: string
  readonly decide: (person: Person) => Answer | Promise<Answer>
}

const FIELDS = ['age', 'income', 'status', 'region', 'registered'] as const

/** Loads a package of the peers. */
async function load(name: string, folder: string): Promise<Record<string, unknown>> {
  const from = createRequire(join(folder, 'package.json'))
  return (await import(pathToFileURL(from.resolve(name)).href)) as Record<string, unknown>
}

interface Feelin {
  unaryTest(text: string, context: Record<string, unknown>): { value: boolean | null }
  evaluate(text: string, context: Record<string, unknown>): { value: unknown }
}

function feelinPeer(module: Record<string, unknown>): Peer {
  const feelin = module as unknown as Feelin
  const rows = smallTable()
  return {
    name: 'feelin',
    decide: person => {
      const date = feelin.evaluate('date(text)', { text: person.registered }).value
      const values: unknown[] = [person.age, person.income, person.status, person.region, date]
      const row = rows.find(candidate =>
        candidate.tests.every((test, i) => test === '-' || feelin.unaryTest(test, { '?': values[i] }).value === true),
      )
      return row === undefined ? null : { outcome: row.outcome, amount: row.amount }
    },
  }
}

/** A cell of the benchmark's tables as the operator and values that it means. */
function meaning(test: string): { readonly operator: string; readonly values: readonly string[] } {
  const range = /^\[(.+)\.\.(.+)\)$/.exec(test)
  if (range !== null) return { operator: 'within', values: [range[1] as string, range[2] as string] }
  const compared = /^(<|>=)\s*(?:date\("(.+)"\)|(.+))$/.exec(test)
  if (compared !== null) return { operator: compared[1] as string, values: [(compared[2] ?? compared[3]) as string] }
  const values = [...test.matchAll(/"([^"]*)"/g)].map(match => match[1] as string)
  return { operator: test.startsWith('not') ? 'not in' : 'in', values }
}

interface RulesEngine {
  addRule(rule: unknown): void
  addOperator(name: string, test: (fact: never, value: never) => boolean): void
  run(facts: unknown): Promise<{ events: { params: Answer }[] }>
}

function rulesEnginePeer(module: Record<string, unknown>): Peer {
  const source = (module.default ?? module) as { Engine?: new () => RulesEngine }
  const Engine = (module.Engine ?? source.Engine) as new () => RulesEngine
  const engine = new Engine()
  engine.addOperator('before', (fact: string, value: string) => fact < value)
  engine.addOperator('notBefore', (fact: string, value: string) => fact >= value)
  for (const row of smallTable()) {
    const all = row.tests.flatMap((test, i): { fact: string | undefined; operator: string; value: unknown }[] => {
      if (test === '-') return []
      const fact = FIELDS[i]
      const { operator, values } = meaning(test)
      if (operator === 'within')
        return [
          { fact, operator: 'greaterThanInclusive', value: Number(values[0]) },
          { fact, operator: 'lessThan', value: Number(values[1]) },
        ]
      if (operator === 'in' || operator === 'not in')
        return [{ fact, operator: operator === 'in' ? 'in' : 'notIn', value: values }]
      const isDate = fact === 'registered'
      if (operator === '<')
        return [{ fact, operator: isDate ? 'before' : 'lessThan', value: isDate ? values[0] : Number(values[0]) }]
      return [
        {
          fact,
          operator: isDate ? 'notBefore' : 'greaterThanInclusive',
          value: isDate ? values[0] : Number(values[0]),
        },
      ]
    })
    engine.addRule({
      conditions: { all },
      event: { type: 'rule', params: { outcome: row.outcome, amount: row.amount } },
    })
  }
  return { name: 'json-rules-engine', decide: async person => (await engine.run(person)).events[0]?.params ?? null }
}

interface Zen {
  createDecision(content: Buffer): { evaluate(context: unknown): Promise<{ result: Answer }> }
}

function zenCell(test: string, column: number): string {
  if (test === '-') return ''
  const { operator, values } = meaning(test)
  const list = values.map(value => `"${value}"`).join(', ')
  if (operator === 'within') return test
  if (operator === 'in') return list
  if (operator === 'not in') return `not($ in [${list}])`
  return FIELDS[column] === 'registered' ? `${operator} date("${values[0]}")` : test
}

function zenPeer(module: Record<string, unknown>): Peer {
  const source = (module.default ?? module) as { ZenEngine?: new () => Zen }
  const Engine = (module.ZenEngine ?? source.ZenEngine) as new () => Zen
  const inputs = FIELDS.map(field => ({
    id: field,
    name: field,
    type: 'expression',
    field: field === 'registered' ? 'date(registered)' : field,
  }))
  const outputs = ['outcome', 'amount'].map(field => ({ id: `out-${field}`, name: field, type: 'expression', field }))
  const rules = smallTable().map((row, i) => ({
    _id: `r${i}`,
    ...Object.fromEntries(row.tests.map((test, column) => [FIELDS[column], zenCell(test, column)])),
    'out-outcome': `"${row.outcome}"`,
    'out-amount': String(row.amount),
  }))
  const content = {
    nodes: [
      { id: 'in', type: 'inputNode', name: 'in', position: { x: 0, y: 0 } },
      {
        id: 't',
        type: 'decisionTableNode',
        name: 't',
        position: { x: 0, y: 0 },
        content: { hitPolicy: 'first', inputs, outputs, rules },
      },
      { id: 'out', type: 'outputNode', name: 'out', position: { x: 0, y: 0 } },
    ],
    edges: [
      { id: 'e1', sourceId: 'in', targetId: 't', type: 'edge' },
      { id: 'e2', sourceId: 't', targetId: 'out', type: 'edge' },
    ],
  }
  const decision = new Engine().createDecision(Buffer.from(JSON.stringify(content)))
  return {
    name: '@gorules/zen-engine',
    decide: async person => {
      const { result } = await decision.evaluate(person)
      return result !== null && 'outcome' in result ? { outcome: result.outcome, amount: Number(result.amount) } : null
    },
  }
}

/** The peers, from the folder where they are installed. */
export async function loadPeers(folder: string): Promise<Peer[]> {
  return [
    zenPeer(await load('@gorules/zen-engine', folder)),
    rulesEnginePeer(await load('json-rules-engine', folder)),
    feelinPeer(await load('feelin', folder)),
  ]
}
