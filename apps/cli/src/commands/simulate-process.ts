import { type SimulationResult, type Spread, simulateScenario } from '@tereze/process-simulation'
import { type Command, exitCodes, type Io } from '../command.ts'
import { cannotBeSimulated, readProcesses, readScenarioFile } from '../process-files.ts'
import { readArgs, required } from '../read-args.ts'
import { barsOf, durationText, tableLines } from '../table.ts'

const usage = 'FILE --with SCENARIO [--json]'
const typed = `process simulate ${usage}`

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
  const {
    process,
    seed,
    begin,
    end,
    started,
    finished,
    failed,
    unfinished,
    throughputPerHour,
    inSystem,
    cost,
    burden,
  } = result
  io.line(`${process}: ${started} started, ${finished} finished (${failed} failed), ${unfinished} unfinished`)
  io.line(`from ${begin} to ${end}, seed ${seed}`)
  io.line(
    `${number(throughputPerHour)} finished an hour, ${number(inSystem.mean)} at the same time (most ${inSystem.most})`,
  )
  io.line(`cost ${number(cost.total)}, ${number(cost.perFinished)} for each that finished`)
  io.line(
    `for each that finished ${number(burden.visits)} visits, ${number(burden.papers)} papers, ${number(burden.handlings)} times somebody had to act`,
  )
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
    const outcome = simulateScenario(await readProcesses(file), await readScenarioFile(path))
    if (!outcome.ok) throw cannotBeSimulated(path, outcome.problems)
    if (given.json) io.line(JSON.stringify(outcome.result))
    else tell(outcome.result, io)
    return exitCodes.done
  },
}
