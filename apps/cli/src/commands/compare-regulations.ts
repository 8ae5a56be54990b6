import { compareRegulations, describeDifferences } from '@tereze/regulation'
import { type Command, exitCodes } from '../command.ts'
import { readArgs, required } from '../read-args.ts'
import { readLanguage, readRegulation } from '../regulations/read-regulation.ts'

const usage = 'FILE FILE [--language en|ru|kk] [--json]'
const typed = `regulation compare ${usage}`

/** Compares two digital regulations clause by clause. */
export const compareRegulationsCommand: Command = {
  name: 'regulation compare',
  usage,
  does: 'Compares two digital regulations clause by clause: the words of each, and every criterion, need, term and result that rests on it.',
  async run(args, io) {
    const given = readArgs(args, typed, 2, { language: 'text' })
    const language = readLanguage(given.text('language'), 'ru')
    const [from, to] = await Promise.all(
      [0, 1].map(
        async index => (await readRegulation(required(given.words[index], 'FILE', typed), undefined)).regulation,
      ),
    )
    const differences = compareRegulations(from, to)
    if (given.json) io.line(JSON.stringify({ differences }))
    else for (const line of describeDifferences(differences, language)) io.line(line)
    return exitCodes.done
  },
}
