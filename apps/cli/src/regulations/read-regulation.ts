import { type Language, languages } from '@tereze/operation'
import { type DigitalRegulation, describeProblem, joinRegulation, type RegulationProblem } from '@tereze/regulation'
import { type Io, UsageWrong } from '../command.ts'
import { readNamedFile } from '../read-file.ts'

/** A language that was typed. @throws UsageWrong when it is none of the platform's. */
export function readLanguage(text: string | undefined, usual: Language): Language {
  const language = languages.find(one => one === (text ?? usual))
  if (language === undefined)
    throw new UsageWrong(`"${text}" is no language of the platform`, `Languages: ${languages.join(', ')}`)
  return language
}

async function readJson(file: string): Promise<unknown> {
  const text = await readNamedFile(file)
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UsageWrong(
      `${file} is not JSON: ${error instanceof Error ? error.message : ''}`,
      'Give a digital regulation: docs/guides/digital-regulation.md says what one holds.',
    )
  }
}

function isActOfJoining(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'changes' in value &&
    (value as { kind?: unknown }).kind === 'joining'
  )
}

/** A regulation as it was written, put over its template where it joins one; or what is wrong with the joining. */
export async function readRegulation(
  file: string,
  base: string | undefined,
): Promise<{ readonly regulation: unknown; readonly problems: readonly RegulationProblem[] }> {
  const value = await readJson(file)
  if (base === undefined || !isActOfJoining(value)) return { regulation: value, problems: [] }
  const joined = joinRegulation((await readJson(base)) as DigitalRegulation, value)
  return joined.ok ? { regulation: joined.regulation, problems: [] } : { regulation: value, problems: joined.problems }
}

/** Tells what is wrong with a regulation: place, code, words and way out, each on lines of its own. */
export function tellProblems(file: string, problems: readonly RegulationProblem[], language: Language, io: Io): void {
  for (const problem of problems) {
    const { wrong, remedy } = describeProblem(problem, language)
    io.line(`${file}#${problem.pointer}  ${problem.code}: ${wrong} ${remedy}`)
  }
}
