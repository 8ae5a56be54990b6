import { type Language, languages } from '@tereze/operation'
import {
  type DigitalRegulation,
  describeProblem,
  isActOfJoining,
  joinRegulation,
  type PackageFiles,
  type RegulationProblem,
  readSource,
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

/** The template of an act of joining: the file that was named, or the one of that id and version among the packages of the content. */
async function templateFor(
  base: string,
  file: string | undefined,
  sources: readonly PackageFiles[],
): Promise<DigitalRegulation | undefined> {
  if (file !== undefined) return (await readJson(file)).value as DigitalRegulation
  return templatesIn(sources.map(readSource)).find(({ id, version }) => `${id}@${version}` === base)
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
  const template = isActOfJoining(value) ? await templateFor(String(value.base), base, sources) : undefined
  if (template === undefined) return { text, regulation: value, problems: [] }
  const joined = joinRegulation(template, value)
  return joined.ok
    ? { text, regulation: joined.regulation, problems: [] }
    : { text, regulation: value, problems: joined.problems }
}

/** Tells what is wrong with a regulation: place, code, words and way out, each on lines of its own. */
export function tellProblems(file: string, problems: readonly RegulationProblem[], language: Language, io: Io): void {
  for (const problem of problems) {
    const { wrong, remedy } = describeProblem(problem, language)
    io.line(`${file}#${problem.pointer}  ${problem.code}: ${wrong} ${remedy}`)
  }
}
