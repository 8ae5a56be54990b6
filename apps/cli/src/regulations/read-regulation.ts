import { type Language, languages } from '@tereze/operation'
import {
  type DigitalRegulation,
  describeProblem,
  type PackageFiles,
  type RegulationProblem,
  readSource,
  resolveRegulation,
  templatesIn,
} from '@tereze/regulation'
import { type Io, UsageWrong } from '../command.ts'
import { readNamedFile } from '../read-file.ts'

/** A language that was typed. @throws UsageWrong when it is none of the platform's. */
export function readLanguage(text: string | undefined, usual: Language): Language {
  const language = languages.find(one => one === (text ?? usual))
  if (language === undefined)
    throw new UsageWrong(`"${text}" is no language of the platform`, `Languages: ${languages.join(', ')}`)
  return language
}

async function readJson(file: string): Promise<{ readonly text: string; readonly value: unknown }> {
  const text = await readNamedFile(file)
  try {
    return { text, value: JSON.parse(text) }
  } catch (error) {
    throw new UsageWrong(
      `${file} is not JSON: ${error instanceof Error ? error.message : ''}`,
      'Give a digital regulation: docs/guides/digital-regulation.md says what one holds.',
    )
  }
}

/**
 * A regulation as it was written, put over its template where it joins one; or what is wrong with the joining.
 * @param base the file of the template; without it the template is looked for among `sources`.
 */
export async function readRegulation(
  file: string,
  base: string | undefined,
  sources: readonly PackageFiles[] = [],
): Promise<{ readonly text: string; readonly regulation: unknown; readonly problems: readonly RegulationProblem[] }> {
  const { text, value } = await readJson(file)
  const templates =
    base === undefined ? templatesIn(sources.map(readSource)) : [(await readJson(base)).value as DigitalRegulation]
  const resolved = resolveRegulation(value, templates)
  return resolved.ok
    ? { text, regulation: resolved.regulation, problems: [] }
    : { text, regulation: value, problems: resolved.problems }
}

/** Tells what is wrong with a regulation: place, code, words and way out, each on lines of its own. */
export function tellProblems(file: string, problems: readonly RegulationProblem[], language: Language, io: Io): void {
  for (const problem of problems) {
    const { wrong, remedy } = describeProblem(problem, language)
    io.line(`${file}#${problem.pointer}  ${problem.code}: ${wrong} ${remedy}`)
  }
}
