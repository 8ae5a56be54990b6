import { caseNotFound, replayDecision } from '@tereze/cases/contract'
import { listPublishedOrganisations } from '@tereze/catalogue/contract'
import { isRefused, refuse } from '@tereze/operation'
import type { Platform } from '@tereze/server'
import { type Command, exitCodes, NotPossible, UsageWrong } from '../command.ts'
import { configuration, openPlatform } from '../open-platform.ts'
import { readArgs, required } from '../read-args.ts'
import { officialAtTheCommandLine } from './official-at-the-command-line.ts'

const usage = 'CASE [--organisation ORG] [--json]'
const typed = `decision replay ${usage}`

/** Organisations that decide cases: the owners of services, and everyone where each has cases of its own. */
function ownersOf(packages: Platform['packages']): string[] {
  const owners = packages
    .list('service')
    .map(({ json }) => String(json.get('service.json')?.owner).replace(/^org:/, ''))
    .flatMap(owner => (owner === 'each' ? listPublishedOrganisations(packages).map(({ id }) => id) : [owner]))
  return [...new Set(owners)].sort()
}

/** Asks one organisation after the other; a case has one owner. */
async function replay({ runner }: Platform, id: string, organisations: readonly string[]) {
  for (const organisation of organisations) {
    const reply = await runner.call(
      replayDecision,
      { organisation, case: id },
      officialAtTheCommandLine(organisation, 'auditor'),
    )
    if (!isRefused(reply) || reply.code !== caseNotFound.code) return reply
  }
  return refuse(caseNotFound, { pointer: '/case' })
}

/** Recomputes the decisions of a case. */
export const replayCase: Command = {
  name: 'decision replay',
  usage,
  does: 'Recomputes the decisions of a case from their stored inputs and rules, and says whether they come out the same.',
  async run(args, io) {
    const given = readArgs(args, typed, 1, { organisation: 'text' })
    const id = required(given.words[0], 'CASE', typed)
    if (!/^case_[0-9a-f-]{36}$/.test(id))
      throw new UsageWrong(
        `"${id}" is no id of a case`,
        'It looks like case_0198c2… and stands in the address of the case.',
      )
    const { platform, close } = await openPlatform(configuration())
    try {
      const named = given.text('organisation')
      const reply = await replay(platform, id, named === undefined ? ownersOf(platform.packages) : [named])
      if (isRefused(reply))
        throw new NotPossible(
          `${platform.messages.text(`refusal.${reply.code}.title`, 'en')} (${reply.code})`,
          named === undefined
            ? 'Look at the id of the case.'
            : 'Look at the id of the case; without --organisation its owner is found.',
        )
      const decisions = reply.decisions.map(({ decision, at, same }) => ({ decision, at, same }))
      if (given.json) io.line(JSON.stringify({ decisions }))
      else
        for (const { decision, at, same } of decisions) io.line(`${same ? '✓ same ' : '✗ other'}  ${decision}  ${at}`)
      return decisions.every(({ same }) => same) ? exitCodes.done : exitCodes.failed
    } finally {
      await close()
    }
  },
}
