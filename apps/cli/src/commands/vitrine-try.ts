import { tryView } from '@tereze/exchange'
import { openOutsideViews } from '@tereze/foundation-database'
import { systemClock } from '@tereze/foundation-operations'
import { type Command, exitCodes, NotPossible } from '../command.ts'
import { findContent } from '../content-folder.ts'
import { readArgs, readJsonObject, required } from '../read-args.ts'
import { type Prepared, prepare } from '../vitrine/prepare.ts'

const usage = 'FILE --with JSON [--content DIR] [--json]'
const typed = `vitrine try ${usage}`
const patience = 30_000

type Tried = Parameters<typeof tryView>[0]

/** Asks as a member would, without the exchange between. @throws NotPossible naming what is in the way. */
async function attempt({ made, url, known, vitrine }: Prepared, request: unknown): Promise<unknown> {
  const views = openOutsideViews({ url })
  try {
    const [provider = ''] = vitrine.id.split('.')
    const moment = { now: systemClock.now().toISOString(), zone: known.zoneOf(provider) }
    const tried = await tryView(made.contract as unknown as Tried, views, request, { moment, timeout: patience })
    if ('body' in tried) return tried.body
    if ('wrong' in tried)
      throw new NotPossible(
        `the question does not fit the contract: ${tried.wrong.map(({ pointer, code }) => `${pointer === '' ? '/' : pointer} ${code}`).join(', ')}`,
        `It gives ${Object.keys((made.contract.request as { properties: object }).properties).join(', ')}.`,
      )
    throw new NotPossible(
      `${tried.reason}${tried.detail === '' ? '' : `: ${tried.detail}`}`,
      tried.reason === 'answer-wrong'
        ? 'What the view gives there is not what the contract promises: mend the view, or choose another type or concept.'
        : 'Look at the database and at what the role may read.',
    )
  } finally {
    await views.close()
  }
}

/** Tries a vitrine on its database. */
export const tryVitrine: Command = {
  name: 'vitrine try',
  usage,
  does: 'Asks the database of a vitrine as a member would, without writing or publishing anything, and shows the answer.',
  async run(args, io) {
    const given = readArgs(args, typed, 1, { with: 'text', content: 'text' })
    const file = required(given.words[0], 'FILE', typed)
    const request = readJsonObject(required(given.text('with'), '--with', typed), '--with')
    const { root } = await findContent(given.text('content'))
    const answer = await attempt(await prepare(file, root, io), request)
    io.line(given.json ? JSON.stringify({ answer }) : JSON.stringify(answer, null, 2))
    return exitCodes.done
  },
}
