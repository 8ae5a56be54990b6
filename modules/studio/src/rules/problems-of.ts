import type { Findings, PackageProblem, PackageSource } from '@tereze/catalogue/contract'
import { createMessages } from '@tereze/messages'
import type { Language, Text } from '@tereze/operation'
import en from '../../messages/en.json' with { type: 'json' }
import kk from '../../messages/kk.json' with { type: 'json' }
import ru from '../../messages/ru.json' with { type: 'json' }
import type { DraftProblem, PublicationProblem } from '../contract/index.ts'

const messages = createMessages([{ en, ru, kk }])

/** What a code means, with what it is about: `A text is missing in one of the languages (key notices.granted)`. */
function inWords({ code, params }: Pick<PackageProblem, 'code' | 'params'>, language: Language): string {
  const known = Object.hasOwn(en, `problem.${code}`)
  const words = messages.text(known ? `problem.${code}` : 'problem.other', language, { code })
  const told = Object.values(params).map(String)
  return told.length === 0 ? words : `${words} (${told.join(', ')})`
}

function inAllWords(problem: Pick<PackageProblem, 'code' | 'params'>): Text {
  return { en: inWords(problem, 'en'), ru: inWords(problem, 'ru'), kk: inWords(problem, 'kk') }
}

/** What kept the platform from publishing, in words. */
export function refusalsInWords(problems: readonly PublicationProblem[]) {
  return problems.map(({ path, code }) => ({ path, code, message: inAllWords({ code, params: {} }) }))
}

/** What the check of packages found, as drafts show it: by path inside the package, faults first. */
export function problemsOf(source: PackageSource, { problems, hints }: Findings): DraftProblem[] {
  const show = (weight: DraftProblem['weight']) => (problem: PackageProblem) => ({
    path: pathOf(source, problem.file),
    place: problem.pointer === '' ? null : problem.pointer,
    code: problem.code,
    message: inAllWords(problem),
    weight,
  })
  return [...problems.map(show('fault')), ...hints.map(show('hint'))]
}

/** The check names files `folder/path`; one that is about the package as a whole is told of its first file. */
function pathOf({ folder, files }: PackageSource, file: string): string {
  const path = file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : file
  return path in files ? path : (Object.keys(files).find(one => /^[a-z]+\.json$/.test(one)) ?? path)
}
