import { dirname, resolve } from 'node:path'
import { type Process, parseProcess } from '@tereze/bpmn'
import { type ScenarioProblem, scenarioProblems } from '@tereze/process-simulation'
import { NotPossible } from './command.ts'
import { readJsonObject } from './read-args.ts'
import { readNamedFile } from './read-file.ts'
import { inWords } from './words-of-codes.ts'

/** The executable processes of a BPMN file, the first one first. @throws NotPossible with everything that is wrong with it. */
export async function readProcesses(file: string): Promise<readonly Process[]> {
  const parsed = await parseProcess(await readNamedFile(file))
  if (parsed.ok) return parsed.processes
  const problems = parsed.problems.map(problem => `${inWords(problem.code)}, at ${problem.element}`)
  throw new NotPossible(
    `${file} cannot be run: ${problems.join('; ')}`,
    'Correct the model; tereze check names every problem of a package.',
  )
}

/** A scenario with the calendars and rules that it names by path, seen from its own folder. */
export async function readScenarioFile(path: string): Promise<Record<string, unknown>> {
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

/** That a scenario does not fit its process, in words. */
export function cannotBeSimulated(path: string, problems: readonly ScenarioProblem[]): NotPossible {
  const lines = problems.map(({ code, at }) => `${code} at ${at === '' ? 'the top' : at}: ${scenarioProblems[code]}`)
  return new NotPossible(`${path} cannot be simulated:\n${lines.join('\n')}`, 'Correct the scenario.')
}
