import { type JsonObject, parseProcess, simulateToEnd } from '@tereze/bpmn'
import { type Command, exitCodes, NotPossible, UsageWrong } from '../command.ts'
import { readArgs, readJsonObject, required } from '../read-args.ts'
import { readNamedFile } from '../read-file.ts'
import { inWords } from '../words-of-codes.ts'

const usage = 'FILE [--input JSON] [--at INSTANT] [--json]'
const typed = `process run ${usage}`

/** Runs a BPMN process in memory. */
export const runProcess: Command = {
  name: 'process run',
  usage,
  does: 'Runs a BPMN process in memory: tasks are completed, messages come, timers fire. Says which way it went.',
  async run(args, io) {
    const given = readArgs(args, typed, 1, { input: 'text', at: 'text' })
    const file = required(given.words[0], 'FILE', typed)
    const data = readJsonObject(given.text('input') ?? '{}', '--input') as JsonObject
    const at = given.text('at')
    if (at !== undefined && Number.isNaN(Date.parse(at)))
      throw new UsageWrong(`--at "${at}" is no instant`, 'Give one in ISO 8601, e.g. --at 2026-03-02T04:00:00Z')
    const parsed = await parseProcess(await readNamedFile(file))
    if (!parsed.ok) {
      const problems = parsed.problems.map(problem => `${inWords(problem.code)}, at ${problem.element}`)
      throw new NotPossible(
        `${file} cannot be run: ${problems.join('; ')}`,
        'Correct the model; tereze check names every problem of a package.',
      )
    }
    const [process] = parsed.processes
    if (process === undefined) throw new NotPossible(`${file} has no process that can run`, 'Mark one as executable.')
    const {
      status,
      path,
      stages,
      data: after,
      waiting,
    } = simulateToEnd(process, { data, now: new Date(at ?? Date.now()).toISOString() })
    const open = waiting.map(({ kind, node }) => ({ kind, node }))
    if (given.json) io.line(JSON.stringify({ process: process.id, status, path, stages, data: after, waiting: open }))
    else {
      io.line(`${process.id}: ${status}`)
      io.line(`  path    ${path.join(' → ')}`)
      if (stages.length > 0) io.line(`  stages  ${stages.join(' → ')}`)
      for (const { kind, node } of open) io.line(`  waits   for the ${kind} at ${node}`)
    }
    return status === 'completed' || status === 'terminated' ? exitCodes.done : exitCodes.failed
  },
}
