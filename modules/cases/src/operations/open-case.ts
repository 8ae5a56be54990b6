import { findOrganisation, packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { type Actor, type InputOf, isFirm, isInVisit, refuse } from '@tereze/operation'
import { applicantUnfit, openCase, serviceNotFound } from '../contract/case.ts'
import { findProcessFor, hasPlainStart } from '../definition/event-starts.ts'
import { ownedBy, serviceOf } from '../definition/service.ts'
import { openCaseOf } from '../engine/open-case.ts'
import { fitsAudience } from '../rules/fits-audience.ts'

/** Who applies for the person: whoever acts for them now, or did when the platform was told to open the case. */
function submitterOf(actor: Actor, { person, submitter }: InputOf<typeof openCase>): string | null {
  const by = actor.kind === 'person' ? actor.id : actor.kind === 'system' ? submitter : undefined
  return by === undefined || by === person ? null : by
}

/** Opens a case of a service for a person or a firm; one and the same applicant always meets the same version. Cases that only events begin are of no service that one could ask for. */
export const openCaseHandler = handle(openCase, {
  tenant: input => input.organisation,
  async run(input, context) {
    const all = context.port(packages)
    const known = findOrganisation(all, input.organisation) !== null
    const pack = known ? all.forNew('service', input.service, input.person) : null
    const service = pack === null ? null : ownedBy(serviceOf(pack), input.organisation)
    const process = service === null ? null : await findProcessFor(all, service, service.process)
    if (service === null || service.owner !== input.organisation || process === null || !hasPlainStart(process))
      return refuse(serviceNotFound, { pointer: '/service', params: { service: input.service } })
    if (!fitsAudience(service.audience, input.person))
      return refuse(applicantUnfit, {
        pointer: '/person',
        params: { applicant: isFirm(input.person) ? 'firm' : 'person' },
      })
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
