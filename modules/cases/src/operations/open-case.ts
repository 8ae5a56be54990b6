import { handle } from '@tereze/foundation-operations'
import { type Actor, type InputOf, isInVisit, isRefused } from '@tereze/operation'
import { openCase } from '../contract/case.ts'
import { findOpenable } from '../definition/find-openable.ts'
import { openCaseOf } from '../engine/open-case.ts'

/** Who applies for the person: whoever acts for them now, or did when the platform was told to open the case. */
function submitterOf(actor: Actor, { person, submitter }: InputOf<typeof openCase>): string | null {
  const by = actor.kind === 'person' ? actor.id : actor.kind === 'system' ? submitter : undefined
  return by === undefined || by === person ? null : by
}

/** Opens a case of a service for a person or a firm; one and the same applicant always meets the same version. Cases that only events begin are of no service that one could ask for, and a template is none. */
export const openCaseHandler = handle(openCase, {
  tenant: input => input.organisation,
  async run(input, context) {
    const service = await findOpenable(context, input)
    if (isRefused(service)) return service
    return openCaseOf(context, service, {
      person: input.person,
      submitter: submitterOf(context.actor, input),
      data: { ...input.data, ...(input.trigger === undefined ? {} : { trigger: input.trigger }) },
      files: input.files ?? [],
      // Whatever the desk says: who came in person applied at a counter.
      channel: isInVisit(context.actor) ? 'counter' : input.channel,
      cause: input.cause,
      key: `${input.person}/${input.key}`,
      businessKey: null,
      begun: null,
    })
  },
})
