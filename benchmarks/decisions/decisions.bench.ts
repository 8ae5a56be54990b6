import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { compile, compileRows, evaluate, evaluateColumns, parse } from '@tereze/dmn'
import { installPeers } from '../install-peers.ts'
import { dmnSource, handWritten, largeTable, type Person, people, smallTable } from './model.ts'
import { type Answer, loadPeers } from './peers.ts'

// A table of 20 rules and 5 inputs (numbers, texts with allowed values, an ISO date), against hand-written JavaScript and the
// engines of npm, in one run; every engine's answers are checked first. Peers: `benchmarks/peers`.

const population = people(20_000)
const rates: Record<string, number> = {}
const times: Record<string, number> = {}

function same(a: Answer, b: Answer): boolean {
  return a === null || b === null ? a === b : a.outcome === b.outcome && a.amount === b.amount
}

function personAt(i: number): Person {
  return population[i % population.length] as Person
}

/** Evaluations per second, the best of three rounds. */
function rate(name: string, decide: (person: Person, i: number) => unknown): void {
  let best = 0
  for (let round = 0; round < 3; round++) {
    const started = performance.now()
    let count = 0
    while (performance.now() - started < 1000)
      for (let i = 0; i < 1000; i++, count++) decide(personAt(count), count % population.length)
    best = Math.max(best, count / ((performance.now() - started) / 1000))
  }
  rates[name] = Math.round(best)
  console.log(`${name}: ${Math.round(best).toLocaleString('en')} per second`)
}

async function rateOfPeer(name: string, decide: (person: Person) => Answer | Promise<Answer>): Promise<void> {
  for (let i = 0; i < 300; i++)
    if (!same(await decide(personAt(i)), handWritten(personAt(i))))
      throw new Error(`${name} answers differently for person ${i}`)
  const started = performance.now()
  let count = 0
  while (performance.now() - started < 2000) for (let i = 0; i < 50; i++, count++) await decide(personAt(count))
  rates[name] = Math.round(count / ((performance.now() - started) / 1000))
  console.log(`${name}: ${rates[name]?.toLocaleString('en')} per second`)
}

function time(name: string, work: () => void): void {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < 5; round++) {
    const started = performance.now()
    work()
    best = Math.min(best, performance.now() - started)
  }
  times[name] = Math.round(best * 10) / 10
  console.log(`${name}: ${times[name]} ms`)
}

function compiledOf(source: string) {
  const parsed = parse(source)
  if (!parsed.ok) throw new Error(parsed.errors[0]?.message)
  return compile(parsed.model)
}

const small = compiledOf(dmnSource(smallTable()))
for (const person of population)
  if (!same(evaluate(small, 'benefit', { ...person }).value as Answer, handWritten(person)))
    throw new Error(`tereze differs: ${JSON.stringify(person)}`)

rate('hand-written', person => handWritten(person))
rate('tereze, public call', person => evaluate(small, 'benefit', person as never))
rate('tereze, with trace', person => evaluate(small, 'benefit', person as never, { trace: true }))
const rows = compileRows(small, 'benefit')
if (rows === null) throw new Error('the table has no row form')
const typed = population.map(person =>
  rows.columns.map(name =>
    name === 'registered' ? Date.parse(person.registered) / 86_400_000 : person[name as keyof Person],
  ),
)
for (const [i, person] of population.entries())
  if (!same(rows.decide(typed[i] ?? []) as Answer, handWritten(person))) throw new Error('tereze rows differ')
rate('tereze, typed rows', (_, i) => rows.decide(typed[i] as (string | number)[]))

const million = people(1_000_000)
const columns = {
  age: Float64Array.from(million, person => person.age),
  income: Float64Array.from(million, person => person.income),
  status: million.map(person => person.status),
  region: million.map(person => person.region),
  registered: Int32Array.from(million, person => Date.parse(person.registered) / 86_400_000),
}
const byColumn = evaluateColumns(small, 'benefit', columns)
for (let i = 0; i < million.length; i += 97)
  if (!same(byColumn.at(i) as Answer, handWritten(million[i] as Person))) throw new Error('tereze columns differ')
time('1 000 000 persons × 20 rules by column', () => void evaluateColumns(small, 'benefit', columns))

const source = dmnSource(largeTable(1000))
time('parse and compile 1 000 rules', () => void compiledOf(source))
const large = compiledOf(source)
evaluate(large, 'benefit', population[0] as never)
rate('tereze, 1 000 rules', person => evaluate(large, 'benefit', person as never))

for (const peer of await loadPeers(await installPeers())) await rateOfPeer(peer.name, peer.decide)

const results = join(import.meta.dirname, '../results')
mkdirSync(results, { recursive: true })
const machine = {
  cpu: cpus()[0]?.model ?? '',
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
}
writeFileSync(
  join(results, 'decisions.json'),
  `${JSON.stringify({ machine, perSecond: rates, milliseconds: times }, null, 2)}\n`,
)
