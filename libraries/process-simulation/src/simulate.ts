import type { Process } from '@tereze/bpmn'
import type { Level } from './level.ts'
import { Impossible } from './problem.ts'
import { readScenario } from './read-scenario.ts'
import type { Length, SimulationOutcome, SimulationResult } from './result.ts'
import { Running, type Watch } from './running.ts'
import { spreadOf } from './spread.ts'

const hour = 3_600_000
const mostPaths = 20

const rounded = (value: number, digits = 6) => Number(value.toFixed(digits))
const lengthOf = (level: Level, end: number): Length => ({ mean: rounded(level.meanUntil(end)), most: level.most })

function pathsOf(running: Running): SimulationResult['paths'] {
  const finished = running.times.length
  const all = [...running.paths].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
  const line = (path: string, count: number) => ({ path, count, share: rounded(count / finished) })
  const rest = all.slice(mostPaths).reduce((sum, [, count]) => sum + count, 0)
  return [...all.slice(0, mostPaths).map(([path, count]) => line(path, count)), ...(rest > 0 ? [line('…', rest)] : [])]
}

function nodesOf(running: Running, end: number): SimulationResult['nodes'] {
  return [...running.nodes.values()].map(tally => ({
    node: tally.node,
    name: tally.name,
    entered: tally.entered,
    done: tally.done,
    cancelled: tally.cancelled,
    waiting: spreadOf(tally.waits),
    processing: spreadOf(tally.efforts),
    total: spreadOf(tally.totals),
    queue: lengthOf(tally.queue, end),
    cost: rounded(tally.cost, 2),
  }))
}

function poolsOf(running: Running, end: number): SimulationResult['pools'] {
  return [...running.pools.values()].map(pool => {
    const open = pool.hours.workedBetween(running.begin, end) * pool.staff
    return {
      pool: pool.name,
      staff: pool.staff,
      utilisation: open === 0 ? 0 : rounded(pool.worked / open),
      workedHours: rounded(pool.worked / hour),
      openHours: rounded(open / hour),
      queue: lengthOf(pool.queue, end),
      waiting: spreadOf(pool.waits),
      cost: rounded(pool.cost, 2),
    }
  })
}

function incidentsOf(running: Running): SimulationResult['incidents'] {
  return [...running.incidents].map(([key, count]) => {
    const [node = '', code = ''] = key.split(' ')
    return { node, code, count }
  })
}

function resultOf(running: Running, end: number): SimulationResult {
  const finished = running.times.length
  const total = [...running.nodes.values()].reduce((sum, { cost }) => sum + cost, 0)
  return {
    process: running.process.id,
    seed: running.scenario.seed,
    begin: new Date(running.begin).toISOString(),
    end: new Date(end).toISOString(),
    started: running.started,
    finished,
    failed: running.failed,
    unfinished: running.started - finished,
    throughputPerHour: end > running.begin ? rounded(finished / ((end - running.begin) / hour)) : 0,
    inSystem: lengthOf(running.inSystem, end),
    time: spreadOf(running.times),
    waiting: spreadOf(running.waits),
    processing: spreadOf(running.efforts),
    cost: { total: rounded(total, 2), perFinished: finished === 0 ? 0 : rounded(total / finished, 2) },
    burden: {
      visits: rounded(running.burden.visits / Math.max(1, finished)),
      papers: rounded(running.burden.papers / Math.max(1, finished)),
      handlings: rounded(running.burden.handlings / Math.max(1, finished)),
    },
    nodes: nodesOf(running, end),
    pools: poolsOf(running, end),
    series: running.series.all(),
    paths: pathsOf(running),
    flows: Object.fromEntries(running.flows),
    incidents: incidentsOf(running),
    assumed: [...running.assumed],
  }
}

/**
 * Simulates a process under a scenario with the step function that runs it. `processes` are the process, first, and
 * those that it may call. The same input gives the same result, byte by byte.
 * @param watch is told of everything that instances do, as a log of the real process would say it.
 */
export function simulateScenario(processes: readonly Process[], value: unknown, watch?: Watch): SimulationOutcome {
  const [process] = processes
  const reading = readScenario(value, processes)
  if (!reading.ok) return reading
  if (!process) return { ok: false, problems: [{ code: 'node-unknown', at: 'process' }] }
  const running = new Running(processes, process, reading.scenario, watch)
  try {
    const end = running.run()
    return { ok: true, result: resultOf(running, end) }
  } catch (error) {
    if (error instanceof Impossible) return { ok: false, problems: [error.problem] }
    throw error
  }
}
