import { writeFile } from 'node:fs/promises'
import { fitScenario, type MinedProcess, mineProcess } from '@tereze/process-mining'
import { readScenario, type Scenario } from '@tereze/process-simulation'
import type { Calendar } from '@tereze/working-time'
import { type Command, exitCodes, type Io, UsageWrong } from '../command.ts'
import { cannotBeSimulated, readProcesses, readScenarioFile } from '../process-files.ts'
import { readArgs, readJsonObject, required } from '../read-args.ts'
import { readEventLog } from '../read-event-log.ts'
import { readNamedFile } from '../read-file.ts'
import { durationText, tableLines } from '../table.ts'

const usage = 'EVENTS [--calendar FILE] [--zone ZONE] [--fit PROCESS --with SCENARIO --out SCENARIO] [--json]'
const typed = `process mine ${usage}`

const percent = (share: number) => `${(share * 100).toFixed(1)} %`

function tell({ cases, finished, from, to, time, working, nodes, paths, ways }: MinedProcess, io: Io): void {
  io.line(`${cases} cases, ${finished} finished, from ${from} to ${to}`)
  if (time !== null) io.line(`time ${durationText(time.mean)}, nine of ten within ${durationText(time.p90)}`)
  if (working !== null) io.line(`working time ${durationText(working.mean)}`)
  io.line('')
  const rows = nodes.map(node => [
    node.node,
    ...[node.entered, node.done, node.open, node.again].map(String),
    node.time === null ? '' : durationText(node.time.mean),
    node.time === null ? '' : durationText(node.time.p90),
    node.working === null ? '' : durationText(node.working.mean),
    percent(node.share),
  ])
  const head = ['step', 'begun', 'done', 'open', 'again', 'time', 'p90', 'working', 'of all time']
  for (const line of tableLines([head, ...rows])) io.line(line)
  io.line('')
  io.line(`${ways} different ways`)
  for (const { path, share, time: took } of paths)
    io.line(`${percent(share).padStart(7)}  ${durationText(took)}  ${path}`)
}

/** Makes a scenario follow the log, and writes it. */
async function fit(
  given: { process: string; scenario: string; out: string },
  mined: MinedProcess,
  io: Io,
): Promise<void> {
  const reading = readScenario(await readScenarioFile(given.scenario), await readProcesses(given.process))
  if (!reading.ok) throw cannotBeSimulated(given.scenario, reading.problems)
  const { scenario, fitted, kept } = fitScenario(reading.scenario, mined)
  // Calendars stay where they lie: they are named in the scenario, and read from there again.
  const written = readJsonObject(await readNamedFile(given.scenario), given.scenario) as unknown as Scenario
  const { arrivals, work } = scenario
  await writeFile(given.out, `${JSON.stringify({ ...written, arrivals, work }, null, 2)}\n`)
  io.note(`${given.out}: as the log has it ${fitted.length === 0 ? 'no step' : fitted.join(', ')}, and arrivals`)
  for (const { node, why } of kept)
    io.note(`${node} stays as it was: ${why === 'has-a-pool' ? 'work and queue are one in a log' : 'too few cases'}`)
}

/** Tells how a process really goes. */
export const mineProcessCommand: Command = {
  name: 'process mine',
  usage,
  does: 'Tells how a process really goes out of a table of events: times, ways, rework; makes a scenario follow it.',
  async run(args, io) {
    const kinds = { calendar: 'text', zone: 'text', fit: 'text', with: 'text', out: 'text' } as const
    const given = readArgs(args, typed, 1, kinds)
    const file = required(given.words[0], 'EVENTS', typed)
    const path = given.text('calendar')
    const calendar =
      path === undefined ? undefined : (readJsonObject(await readNamedFile(path), path) as unknown as Calendar)
    const zone = given.text('zone') ?? calendar?.zone ?? 'UTC'
    if (!isZone(zone)) throw new UsageWrong(`there is no time zone ${zone}`, 'Give a name of IANA, e.g. Asia/Almaty.')
    const mined = mineProcess(await readEventLog(file, zone, io), calendar)
    const process = given.text('fit')
    if (process !== undefined)
      await fit(
        {
          process,
          scenario: required(given.text('with'), '--with', typed),
          out: required(given.text('out'), '--out', typed),
        },
        mined,
        io,
      )
    if (given.json) io.line(JSON.stringify(mined))
    else tell(mined, io)
    return exitCodes.done
  },
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}
