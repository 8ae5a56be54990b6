import { casePackages } from '@tereze/cases'
import {
  accessPackages,
  checkSources,
  type Findings,
  PackageUnreadable,
  readContent,
  readFormats,
} from '@tereze/catalogue'
import type { PackageProblem } from '@tereze/catalogue/contract'
import { credentialPackages } from '@tereze/credentials'
import { datasetPackages } from '@tereze/datasets'
import { contractPackages } from '@tereze/exchange'
import { profilePackages } from '@tereze/profile'
import { registerFields, registerPackages } from '@tereze/registers'
import { vigilancePackages } from '@tereze/vigilance'
import { type Command, exitCodes, UsageWrong } from '../command.ts'
import { type ContentPlace, findContent } from '../content-folder.ts'
import { readArgs } from '../read-args.ts'
import { count, inWords } from '../words-of-codes.ts'

const usage = '[PATH] [--json]'

interface Checked extends Findings {
  readonly packages: number
}

async function findingsIn({ root, within }: ContentPlace): Promise<Checked> {
  const sources = await readContent(root)
  const chosen = sources.filter(({ folder }) => within === '' || folder === within || folder.startsWith(`${within}/`))
  const whole = sources.filter(({ folder }) => within.startsWith(`${folder}/`))
  const own = chosen.length > 0 ? chosen : whole
  if (own.length === 0)
    throw new UsageWrong(
      `${within} holds no package`,
      'Give a content folder, or a folder with an identity card such as service.json.',
    )
  const beside = sources.filter(source => !own.includes(source))
  const findings = await checkSources(
    own,
    await readFormats(`${root}/format`),
    [
      accessPackages,
      vigilancePackages,
      registerPackages,
      credentialPackages,
      contractPackages,
      ...casePackages,
      profilePackages,
      datasetPackages(registerFields),
    ],
    beside,
  )
  return { packages: own.length, ...findings }
}

function unreadable(error: unknown): Checked {
  if (!(error instanceof PackageUnreadable)) throw error
  const { file, message } = error
  const params = { why: message.slice(file.length + 2) }
  return { packages: 1, problems: [{ package: '', file, pointer: '', code: 'package.unreadable', params }], hints: [] }
}

function lineOf({ file, pointer, code, params }: PackageProblem): string {
  const told = Object.entries(params).map(([name, value]) => `${name} ${value}`)
  return `${file}${pointer === '' ? '' : `#${pointer}`}  ${inWords(code)}${told.length === 0 ? '' : ` (${told.join(', ')})`}`
}

/** Checks packages without publishing them. */
export const check: Command = {
  name: 'check',
  usage,
  does: 'Checks packages: forms of files, words, models, references; gaps and overlaps of decision tables. Names every problem with file and place.',
  async run(args, io) {
    const { words, json } = readArgs(args, `check ${usage}`, 1)
    const { packages, problems, hints } = await findingsIn(await findContent(words[0])).catch(unreadable)
    if (json) io.line(JSON.stringify({ packages, problems, hints }))
    else {
      for (const hint of hints) io.line(`hint  ${lineOf(hint)}`)
      for (const problem of problems) io.line(lineOf(problem))
      io.line(
        problems.length === 0
          ? `${count(packages, 'package')}, nothing wrong`
          : `${count(packages, 'package')}, ${count(problems.length, 'problem')}`,
      )
    }
    return problems.length === 0 ? exitCodes.done : exitCodes.failed
  },
}
