import { dirname, resolve } from 'node:path'
import { parseProcess } from '@tereze/bpmn'
import { type SimulationResult, type Spread, scenarioProblems, simulateScenario } from '@tereze/process-simulation'
import { type Command, exitCodes, type Io, NotPossible } from '../command.ts'
import { readArgs, readJsonObject, required } from '../read-args.ts'
import { readNamedFile } from '../read-file.ts'
import { barsOf, durationText, tableLines } from '../table.ts'
import { inWords } from '../words-of-codes.ts'

const usage = 'FILE --with SCENARIO [--json]'
const typed = `process simulate ${usage}`

async function processesOf(file: string) {
  const parsed = await parseProcess(await readNamedFile(file))
  if (parsed.ok) return parsed.processes
  const problems = parsed.problems.map(problem => `${inWords(problem.code)}, at ${problem.element}`)
  throw new NotPossible(
    `${file} cannot be run: ${problems.join('; ')}`,
    'Correct the model; tereze check names every problem of a package.',
  )
}

/** A scenario with the calendars and rules that it names by path, seen from its own folder. */
async function scenarioOf(path: string): Promise<object> {
  const read = async (file: string) => readJsonObject(await readNamedFile(file), file)
  const named = async (value: unknown) => (typeof value === 'string' ? read(resolve(dirname(path), value)) : value)
  const scenario = await read(path)
  const { calendars, terms } = scenario
  const entries = typeof calendars === 'object' && calendars !== null ? Object.entries(calendars) : []
  const found = await Promise.all(entries.map(async ([name, value]) => [name, await named(value)] as const))
  const rules = typeof terms === 'object' && terms !== null && 'rules' in terms ? await named(terms.rules) : undefined
  return {
    ...scenario,
    ...(entries.length > 0 ? { calendars: Object.fromEntries(found) } : {}),
    ...(rules === undefined ? {} : { terms: { ...(terms as object), rules } }),
  }
}

const mean = (spread: Spread | null) => (spread === null ? '' : durationText(spread.mean))
const most = (spread: Spread | null) => (spread === null ? '' : durationText(spread.p90))
const percent = (share: number) => `${(share * 100).toFixed(1)} %`
const number = (value: number) => String(Number(value.toFixed(2)))

function spreadRow(what: string, spread: Spread | null): readonly string[] {
  const { mean: middle, p50, p90, p99 } = spread ?? { mean: 0, p50: 0, p90: 0, p99: 0 }
  return [what, ...[middle, p50, p90, p99].map(durationText)]
}

function tellNodes({ nodes }: SimulationResult, io: Io): void {
  const rows = nodes.map(({ node, entered, done, cancelled, waiting, processing, queue, cost }) => [
    node,
    ...[entered, done, cancelled].map(String),
    mean(waiting),
    most(waiting),
    mean(processing),
    most(processing),
    ...(queue.most === 0 ? ['', ''] : [number(queue.mean), String(queue.most)]),
    cost === 0 ? '' : number(cost),
  ])
  const head = ['node', 'entered', 'done', 'cancelled', 'waiting', 'p90', 'processing', 'p90', 'queue', 'most', 'cost']
  io.line('')
  for (const line of tableLines([head, ...rows])) io.line(line)
}

function tellPools({ pools, series }: SimulationResult, io: Io): void {
  if (pools.length === 0) return
  const rows = pools.map(({ pool, staff, utilisation, queue, waiting, cost }) => [
    pool,
    String(staff),
    percent(utilisation),
    mean(waiting),
    most(waiting),
    number(queue.mean),
    String(queue.most),
    number(cost),
  ])
  io.line('')
  for (const line of tableLines([['pool', 'staff', 'busy', 'waiting', 'p90', 'queue', 'most', 'cost'], ...rows]))
    io.line(line)
  for (const { pool } of pools)
    io.line(
      `queue of ${pool} over time  ${barsOf(
        series.points.map(({ queues }) => queues[pool] ?? 0),
        60,
      )}`,
    )
}

function tell(result: SimulationResult, io: Io): void {
  const { process, seed, begin, end, started, finished, failed, unfinished, throughputPerHour, inSystem, cost } = result
  io.line(`${process}: ${started} started, ${finished} finished (${failed} failed), ${unfinished} unfinished`)
  io.line(`from ${begin} to ${end}, seed ${seed}`)
  io.line(
    `${number(throughputPerHour)} finished an hour, ${number(inSystem.mean)} at the same time (most ${inSystem.most})`,
  )
  io.line(`cost ${number(cost.total)}, ${number(cost.perFinished)} for each that finished`)
  io.line('')
  const spreads = [
    ['', 'mean', 'p50', 'p90', 'p99'],
    spreadRow('time', result.time),
    spreadRow('waiting', result.waiting),
    spreadRow('processing', result.processing),
  ]
  for (const line of tableLines(spreads)) io.line(line)
  tellNodes(result, io)
  tellPools(result, io)
  io.line('')
  for (const { path, share } of result.paths) io.line(`${percent(share).padStart(7)}  ${path}`)
  for (const { node, code, count } of result.incidents) io.line(`incident  ${node}  ${code}  ${count} times`)
  if (result.assumed.length > 0) io.line(`no time and nobody assumed for ${result.assumed.join(', ')}`)
}

/** Simulates a process under load. */
export const simulateProcess: Command = {
  name: 'process simulate',
  usage,
  does: 'Simulates a process under a scenario of arrivals, people and durations: times, queues, use of people, cost, ways.',
  async run(args, io) {
    const given = readArgs(args, typed, 1, { with: 'text' })
    const file = required(given.words[0], 'FILE', typed)
    const path = required(given.text('with'), '--with', typed)
    const outcome = simulateScenario(await processesOf(file), await scenarioOf(path))
    if (!outcome.ok) {
      const problems = outcome.problems.map(
        ({ code, at }) => `${code} at ${at === '' ? 'the top' : at}: ${scenarioProblems[code]}`,
      )
      throw new NotPossible(`${path} cannot be simulated:\n${problems.join('\n')}`, 'Correct the scenario.')
    }
    if (given.json) io.line(JSON.stringify(outcome.result))
    else tell(outcome.result, io)
    return exitCodes.done
  },
}
