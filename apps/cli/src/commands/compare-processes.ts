import { basename } from 'node:path'
import { measured, mineProcess } from '@tereze/process-mining'
import { compareVariants, type Measure, type Measured, simulateScenario } from '@tereze/process-simulation'
import { type Command, exitCodes, UsageWrong } from '../command.ts'
import { cannotBeSimulated, readProcesses, readScenarioFile } from '../process-files.ts'
import { readArgs } from '../read-args.ts'
import { readEventLog } from '../read-event-log.ts'
import { durationText, tableLines } from '../table.ts'

const usage = 'PROCESS… [--events FILE] [--zone ZONE] [--json]'
const typed = `process compare ${usage}`
const most = 9

const titles: Readonly<Record<Measure, string>> = {
  time: 'time',
  'time-p90': 'time, slowest tenth',
  waiting: 'waiting',
  processing: 'work',
  cost: 'cost',
  visits: 'visits',
  papers: 'papers',
  handlings: 'times somebody had to act',
}
const durations: readonly Measure[] = ['time', 'time-p90', 'waiting', 'processing']

function written(measure: Measure, value: number | null, change: number | null): string {
  if (value === null) return '–'
  const text = durations.includes(measure) ? durationText(value) : String(Number(value.toFixed(2)))
  return change === null ? text : `${text} (${change > 0 ? '+' : ''}${(change * 100).toFixed(0)} %)`
}

/** Simulates a process under the scenario that lies beside it under its name. */
async function simulated(path: string): Promise<Measured> {
  const scenario = path.replace(/\.bpmn$/, '.scenario.json')
  const outcome = simulateScenario(await readProcesses(path), await readScenarioFile(scenario))
  if (!outcome.ok) throw cannotBeSimulated(scenario, outcome.problems)
  return outcome.result
}

/** Puts variants of a process side by side. */
export const compareProcesses: Command = {
  name: 'process compare',
  usage,
  does: 'Puts variants of a process side by side, as it is and as it might be: time, cost, visits, papers; each with its scenario beside it.',
  async run(args, io) {
    const given = readArgs(args, typed, most, { events: 'text', zone: 'text' })
    const wrong = given.words.find(word => !word.endsWith('.bpmn'))
    if (wrong !== undefined) throw new UsageWrong(`${wrong} is no .bpmn file`, `Usage: tereze ${typed}`)
    const events = given.text('events')
    if (given.words.length + (events === undefined ? 0 : 1) < 2)
      throw new UsageWrong('there is nothing to compare with', 'Give two variants, or one and --events.')
    const variants: { name: string; is: Measured }[] = []
    if (events !== undefined)
      variants.push({
        name: 'logged',
        is: measured(mineProcess(await readEventLog(events, given.text('zone') ?? 'UTC', io))),
      })
    for (const path of given.words) variants.push({ name: basename(path, '.bpmn'), is: await simulated(path) })
    const rows = compareVariants(variants.map(({ is }) => is))
    const names = variants.map(({ name }) => name)
    if (given.json) io.line(JSON.stringify({ variants: names, measures: rows }))
    else
      for (const line of tableLines([
        ['', ...names],
        ...rows.map(({ measure, values, changes }) => [
          titles[measure],
          ...values.map((value, place) => written(measure, value, changes[place] ?? null)),
        ]),
      ]))
        io.line(line)
    return exitCodes.done
  },
}
