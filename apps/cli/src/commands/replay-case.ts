import { replayDecision } from '@tereze/cases/contract'
import { isRefused, type OfficialActor } from '@tereze/operation'
import { type Command, exitCodes, NotPossible, UsageWrong } from '../command.ts'
import { configuration, openPlatform } from '../open-platform.ts'
import { readArgs, required } from '../read-args.ts'

const usage = 'CASE --organisation ORG [--json]'
const typed = `decision replay ${usage}`

/** Who looks: an auditor at the command line, written down in the audit log as such. */
function auditor(organisation: string): OfficialActor {
  return {
    kind: 'official',
    id: 'official_00000000-0000-7000-8000-000000000000',
    session: 'session_00000000-0000-7000-8000-000000000000',
    assurance: 'high',
    organisation,
    unit: null,
    roles: ['auditor'],
    language: 'en',
    clients: ['command-line'],
  }
}

/** Recomputes the decisions of a case. */
export const replayCase: Command = {
  name: 'decision replay',
  usage,
  does: 'Recomputes the decisions of a case from their stored inputs and rules, and says whether they come out the same.',
  async run(args, io) {
    const given = readArgs(args, typed, 1, { organisation: 'text' })
    const id = required(given.words[0], 'CASE', typed)
    const organisation = required(given.text('organisation'), '--organisation', typed)
    if (!/^case_[0-9a-f-]{36}$/.test(id))
      throw new UsageWrong(
        `"${id}" is no id of a case`,
        'It looks like case_0198c2… and stands in the address of the case.',
      )
    const { platform, close } = await openPlatform(configuration())
    try {
      const reply = await platform.runner.call(replayDecision, { organisation, case: id }, auditor(organisation))
      if (isRefused(reply))
        throw new NotPossible(`${reply.code}`, 'Look at the id of the case and the organisation that owns it.')
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
