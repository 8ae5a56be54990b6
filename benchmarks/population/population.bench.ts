import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { compile, evaluate, evaluateColumns, parse } from '@tereze/dmn'
import { approximate, type FeelContext, type FeelValue, isContext } from '@tereze/feel'
import { migrate, openDatabase, startEmbeddedServer } from '@tereze/foundation-database'
import { keysMigrations } from '@tereze/foundation-keys'
import { operationsMigrations } from '@tereze/foundation-operations'
import { registers } from '@tereze/registers'
import { readPopulation } from '../../modules/registers/src/reading/read-population.ts'
import { bindInputs } from '../../modules/situations/src/population/bind-inputs.ts'
import { inputColumns, readColumnsOf } from '../../modules/situations/src/population/input-columns.ts'
import {
  type ChangeTally,
  nobody,
  type Standing,
  tallyChange,
} from '../../modules/situations/src/population/tally-change.ts'
import { describeServer } from '../births/commits.ts'
import { dmnSource, type Person, people, smallTable } from '../decisions/model.ts'
import { type Answer, loadPeers } from '../decisions/peers.ts'
import { installPeers } from '../install-peers.ts'
import { definition, fillRegister, readRows } from './people-register.ts'

// The rule in force and a changed one, of 20 rules and 5 inputs each, for everybody of a register's typed projection: read, decided
// twice and tallied by region. Beside it, in the same run and from the same table: the ordinary decision person by person, and
// json-rules-engine, which decides only the rule in force. All tallies are compared. `--people 400000`

const at = process.argv.indexOf('--people')
const size = at < 0 ? 400_000 : Number(process.argv[at + 1])
const load = loadavg()[0] ?? 0
const changes = smallTable().map(row => (row.outcome === 'partly' ? { ...row, amount: row.amount + 25.5 } : row))
const widened = changes.map(row => ({ ...row, tests: row.tests.map(test => test.replace('2000', '2100')) }))
// A date keeps its year: only limits of income are raised.
const tried = widened.map((row, place) => ({
  ...row,
  tests: [...row.tests.slice(0, 4), changes[place]?.tests[4] ?? '-'],
}))

function compiledOf(rules: ReturnType<typeof smallTable>) {
  const parsed = parse(dmnSource(rules))
  if (!parsed.ok) throw new Error(parsed.errors[0]?.message)
  return compile(parsed.model)
}

const [before, after] = [compiledOf(smallTable()), compiledOf(tried)]

function standingOf(answer: Answer): Standing {
  const isEntitled = answer?.outcome === 'granted' || answer?.outcome === 'partly'
  return { isEntitled, amount: isEntitled ? Math.round(answer.amount * 100) : 0 }
}

function read(value: FeelValue): Standing {
  if (value === null || !isContext(value)) return standingOf(null)
  const { outcome, amount } = value as FeelContext
  return standingOf({ outcome: String(outcome), amount: approximate(amount as never) })
}

const folder = mkdtempSync(join(tmpdir(), 'tereze-bench-'))
const postgres = await startEmbeddedServer({ folder: join(folder, 'postgres'), log: () => undefined })
await migrate(postgres.url, [
  keysMigrations,
  operationsMigrations,
  { name: 'registers', folder: registers.migrations ?? new URL('.', import.meta.url) },
])
const database = openDatabase({ url: postgres.url })

async function byColumn(): Promise<ChangeTally> {
  const tally = nobody()
  const bound = bindInputs([before, after], 'benefit', definition.columns)
  if (!bound.isBound) throw new Error(`not held: ${bound.notHeld.map(({ input }) => input).join(', ')}`)
  const names = [...new Set([...readColumnsOf(bound.inputs), 'region'])]
  for await (const portion of readPopulation(work => database.snapshot(work), definition, names)) {
    const columns = inputColumns(bound.inputs, portion, '2026-01-01')
    const outcomes = {
      before: evaluateColumns(before, 'benefit', columns),
      after: evaluateColumns(after, 'benefit', columns),
    }
    tallyChange(tally, outcomes, read, position => String(portion.columns.region?.[position]), 10_000)
  }
  return tally
}

async function byRow(): Promise<ChangeTally> {
  const tally = nobody()
  for await (const { age, income, status, region, registered } of readRows(database, 5_000)) {
    const facts = { age, income, status, region, registered }
    const one = (rule: typeof before) => ({
      length: 1,
      at: () => evaluate(rule, 'benefit', facts).value,
      rules: Int32Array.of(-2),
    })
    tallyChange(tally, { before: one(before), after: one(after) }, read, () => region, 10_000)
  }
  return tally
}

async function byPeer(decide: (person: Person) => Answer | Promise<Answer>, most: number) {
  let [count, entitled] = [0, 0]
  for await (const person of readRows(database, 1_000)) {
    if (standingOf(await decide(person)).isEntitled) entitled++
    if (++count === most) break
  }
  return { count, entitled }
}

/** The best of some rounds, with the highest memory seen after one. */
async function timed<T>(name: string, rounds: number, work: () => Promise<T>) {
  let [best, memory] = [Number.POSITIVE_INFINITY, 0]
  let given: T | undefined
  for (let round = 0; round < rounds; round++) {
    const started = performance.now()
    given = await work()
    best = Math.min(best, (performance.now() - started) / 1000)
    memory = Math.max(memory, process.memoryUsage.rss())
  }
  console.log(`${name}: ${best.toFixed(2)} s`)
  return { given: given as T, seconds: best, memoryMb: Math.round(memory / 2 ** 20) }
}

function sorted(tally: ChangeTally): string {
  return JSON.stringify(Object.entries(tally.groups).sort()) + JSON.stringify(Object.entries(tally.differences).sort())
}

try {
  await fillRegister(database, people(size))
  const columns = await timed('by column', 3, byColumn)
  const rowByRow = await timed('row by row', 1, byRow)
  if (sorted(columns.given) !== sorted(rowByRow.given)) throw new Error('by column and by row the tallies differ')
  const peer = (await loadPeers(await installPeers())).find(({ name }) => name.includes('json-rules-engine'))
  if (peer === undefined) throw new Error('there is no json-rules-engine to compare with')
  const few = Math.min(size, 1_000)
  const outside = await timed(peer.name, 1, () => byPeer(peer.decide, few))
  const own = await byPeer(person => evaluate(before, 'benefit', { ...person } as never).value as Answer, few)
  if (outside.given.entitled !== own.entitled) throw new Error(`${peer.name} entitles others`)
  const result = {
    machine: {
      cpu: cpus()[0]?.model ?? '',
      cores: cpus().length,
      memoryGb: Math.round(totalmem() / 2 ** 30),
      node: process.version,
      postgresql: await describeServer(postgres.url),
      load: Math.round(load * 10) / 10,
    },
    people: size,
    does: 'read from the typed projection, decided by the rule in force and by a changed one, tallied by region',
    peoplePerSecond: {
      'tereze, by column': Math.round(size / columns.seconds),
      'tereze, the ordinary decision person by person': Math.round(size / rowByRow.seconds),
      [`${peer.name}, the rule in force only`]: Math.round(outside.given.count / outside.seconds),
    },
    memoryMb: columns.memoryMb,
  }
  console.log(JSON.stringify({ ...result, groups: columns.given.groups }, null, 2))
  const results = join(import.meta.dirname, '../results')
  mkdirSync(results, { recursive: true })
  writeFileSync(join(results, 'population.json'), `${JSON.stringify(result, null, 2)}\n`)
} finally {
  await database.close()
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}
