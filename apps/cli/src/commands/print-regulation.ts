import { writeFile } from 'node:fs/promises'
import { readContent } from '@tereze/catalogue'
import { drawLegalText } from '@tereze/documents'
import type { Language } from '@tereze/operation'
import {
  checkRegulation,
  legalPages,
  legalText,
  plainText,
  readSource,
  type Structure,
  surroundingsOf,
  titlesOf,
} from '@tereze/regulation'
import { type Command, exitCodes, UsageWrong } from '../command.ts'
import { findContent } from '../content-folder.ts'
import { readArgs, required } from '../read-args.ts'
import { readLanguage, readRegulation, tellProblems } from '../regulations/read-regulation.ts'

const usage =
  'FILE [--base FILE] [--language en|ru|kk[,…]] [--structure administrative-regulation|main-requirements] [--pdf FILE] [--content DIR] [--json]'
const typed = `regulation print ${usage}`
const structures: readonly Structure[] = ['administrative-regulation', 'main-requirements']

function readStructure(text: string | undefined): Structure | undefined {
  if (text === undefined) return undefined
  const structure = structures.find(one => one === text)
  if (structure === undefined)
    throw new UsageWrong(`"${text}" is no structure of a regulation`, `Structures: ${structures.join(', ')}`)
  return structure
}

/** Prints the legal text of a digital regulation, from the same data as its service. */
export const printRegulation: Command = {
  name: 'regulation print',
  usage,
  does: 'Prints the legal text of a digital regulation in the structure of its jurisdiction; with --pdf as pages, several languages side by side.',
  async run(args, io) {
    const kinds = { base: 'text', language: 'text', structure: 'text', pdf: 'text', content: 'text' } as const
    const given = readArgs(args, typed, 1, kinds)
    const file = required(given.words[0], 'FILE', typed)
    const languages = (given.text('language') ?? 'ru').split(',').map(text => readLanguage(text, 'ru'))
    const first = languages[0] as Language
    const structure = readStructure(given.text('structure'))
    const sources = await readContent((await findContent(given.text('content'))).root)
    const { regulation: value, problems } = await readRegulation(file, given.text('base'))
    const checked =
      problems.length > 0
        ? { ok: false as const, problems }
        : checkRegulation(value, surroundingsOf(sources.map(readSource)))
    if (!checked.ok) {
      if (given.json) io.line(JSON.stringify({ problems: checked.problems }))
      else tellProblems(file, checked.problems, first, io)
      return exitCodes.failed
    }
    const { regulation } = checked
    const titles = titlesOf(sources.map(readSource), regulation.jurisdiction)
    const texts = languages.map(language => legalText(regulation, language, titles, structure))
    const pdf = given.text('pdf')
    if (pdf !== undefined) {
      const blocks = legalPages(regulation, languages, titles, structure)
      const author = titles.body(regulation.body)?.[first] ?? regulation.body
      const date = regulation.approval?.inForce ?? null
      await writeFile(pdf, drawLegalText({ languages, author, date, blocks }))
      io.line(given.json ? JSON.stringify({ pdf }) : `written to ${pdf}`)
    } else if (given.json)
      io.line(JSON.stringify(Object.fromEntries(languages.map((language, at) => [language, texts[at]]))))
    else for (const text of texts) io.line(plainText(text).trimEnd())
    return exitCodes.done
  },
}
