import { listRepresentatives } from '@tereze/access/contract'
import { type Context, handle } from '@tereze/foundation-operations'
import { type InputOf, isRefused, refuse } from '@tereze/operation'
import { answersInvalid, openCase } from '../contract/case.ts'
import { channelClosed, fileApplication, filingNotLet } from '../contract/filing.ts'
import { findOpenable } from '../definition/find-openable.ts'
import { givenTo } from '../engine/given-to.ts'
import { openCaseOf } from '../engine/open-case.ts'
import { clientOf, isOpenToSystems, mayFile, whoLets } from '../rules/decide-filing.ts'
import { shapeProblems } from '../rules/shape-problems.ts'
import { insertFiling } from '../store/filings.ts'

/** The channel by which outside systems come, as packages name it. */
const channel = 'api'

/** Whether whoever applies let this system do it, and may apply for whose case it is to be. */
async function isLet(context: Context, client: string, input: InputOf<typeof fileApplication>): Promise<boolean> {
  const by = whoLets(input)
  if (by === null) return false
  const { person } = input
  const scopes = await givenTo(context, client, by)
  if (by === person) return mayFile({ by, scopes }, person, [])
  const found = await context.call(listRepresentatives, { principal: person, to: openCase.permission })
  return mayFile({ by, scopes }, person, isRefused(found) ? [] : found.items)
}

/**
 * Files an application for somebody who let the system do it. The person is the applicant: what the system left out they add themselves, and all
 * that follows is between them and the organisation.
 */
export const fileApplicationHandler = handle(fileApplication, {
  tenant: input => input.organisation,
  async run(input, context) {
    const { person, submitter, data, key } = input
    const client = clientOf(context.actor)
    context.concerns(submitter === undefined ? [person] : [person, submitter])
    if (client === null || !(await isLet(context, client, input)))
      return refuse(filingNotLet, { pointer: submitter === undefined ? '/person' : '/submitter' })
    const service = await findOpenable(context, input)
    if (isRefused(service)) return service
    const { channels = [] } = service.pack.json.get('service.json') as { channels?: readonly string[] }
    if (!isOpenToSystems({ channels, audience: service.audience }, person))
      return refuse(channelClosed, { pointer: '/service', params: { service: input.service } })
    const [wrong, ...also] = shapeProblems(service.schema, data)
    if (wrong !== undefined) return refuse(answersInvalid, { pointer: wrong.pointer, also: [wrong, ...also] })
    const opened = await openCaseOf(context, service, {
      person,
      submitter: submitter ?? null,
      data,
      channel,
      cause: null,
      key: `${person}/${client}/${key}`,
      businessKey: null,
      begun: null,
    })
    if (!isRefused(opened)) await insertFiling(context.tx, { caseId: opened.case, client, now: context.now })
    return opened
  },
})
