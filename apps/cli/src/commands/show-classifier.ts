import { codesOn } from '@tereze/classifiers'
import { codesRegister, heldCodes } from '../classifiers/classifier-codes.ts'
import { type Command, exitCodes, NotPossible } from '../command.ts'
import { configuration, openPlatform } from '../open-platform.ts'
import { readArgs, required } from '../read-args.ts'
import { caller } from './caller.ts'
import { keeperOf } from './keeper-of.ts'
import { officialAtTheCommandLine } from './official-at-the-command-line.ts'

const usage = 'ID --on DATE [--code CODE] [--as ROLE] [--json]'
const typed = `classifier show ${usage}`

/** Shows a classifier as it was on a day. */
export const showClassifier: Command = {
  name: 'classifier show',
  usage,
  does: 'Shows the codes of a classifier as they hold on a day; with --code one of them through all times, with what took its place.',
  async run(args, io) {
    const given = readArgs(args, typed, 1, { on: 'text', code: 'text', as: 'text' })
    const classifier = required(given.words[0], 'ID', typed)
    const code = given.text('code')
    const { platform, close } = await openPlatform(configuration())
    try {
      const organisation = keeperOf(platform, codesRegister)
      const calls = caller(platform, officialAtTheCommandLine(organisation, given.text('as') ?? 'data-steward'))
      const held = await heldCodes(calls, organisation, classifier)
      if (held.length === 0)
        throw new NotPossible(`no code of ${classifier} is held`, 'Load one: tereze classifier import.')
      const shown =
        code === undefined
          ? codesOn(held, required(given.text('on'), '--on', typed))
          : held.filter(one => one.code === code)
      const sorted = shown.sort(
        (one, other) => one.code.localeCompare(other.code, 'en') || one.from.localeCompare(other.from),
      )
      if (given.json) io.line(JSON.stringify(sorted))
      else
        for (const { code: sign, names, from, until, replacedBy } of sorted)
          io.line(
            `${sign}  ${names.en ?? names.ru ?? names.kk}  ${from} – ${until ?? ''}${replacedBy.length === 0 ? '' : ` → ${replacedBy.join(', ')}`}`,
          )
      return exitCodes.done
    } finally {
      await close()
    }
  },
}
