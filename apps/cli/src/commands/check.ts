import { checkSources, type Findings, PackageUnreadable, readContent, readFormats } from '@tereze/catalogue'
import { supports } from '@tereze/server'
import { type Command, exitCodes, UsageWrong } from '../command.ts'
import { type ContentPlace, findContent } from '../content-folder.ts'
import { lineOfProblem } from '../line-of-problem.ts'
import { readArgs } from '../read-args.ts'
import { count } from '../words-of-codes.ts'

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
  const findings = await checkSources(own, await readFormats(`${root}/format`), supports, beside)
  return { packages: own.length, ...findings }
}

function unreadable(error: unknown): Checked {
  if (!(error instanceof PackageUnreadable)) throw error
  const { file, message } = error
  const params = { why: message.slice(file.length + 2) }
  return { packages: 1, problems: [{ package: '', file, pointer: '', code: 'package.unreadable', params }], hints: [] }
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
      for (const hint of hints) io.line(`hint  ${lineOfProblem(hint)}`)
      for (const problem of problems) io.line(lineOfProblem(problem))
      io.line(
        problems.length === 0
          ? `${count(packages, 'package')}, nothing wrong`
          : `${count(packages, 'package')}, ${count(problems.length, 'problem')}`,
      )
    }
    return problems.length === 0 ? exitCodes.done : exitCodes.failed
  },
}
