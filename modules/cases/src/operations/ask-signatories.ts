import { representation } from '@tereze/access/contract'
import { type Context, handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { caseNotFound } from '../contract/case.ts'
import { askSignatories, signatoryNotFound, signatoryUnfit, type WantedSignatory } from '../contract/signatory.ts'
import { beginRun, endRun } from '../engine/case-run.ts'
import { isOwn } from '../engine/own-case.ts'
import { askToSign, signingOf } from '../engine/signing.ts'
import { decideAsking } from '../rules/decide-signing.ts'
import { lockCase } from '../store/cases.ts'
import { listSignatories } from '../store/signatories.ts'
import { candidatesOf } from '../views/view-signing.ts'

/** The person who is meant; null where nobody is, or where one was chosen who is not offered. */
async function personOf(
  context: Context,
  wanted: WantedSignatory,
  offered: ReadonlySet<string>,
): Promise<string | null> {
  if ('person' in wanted) return offered.has(wanted.person) ? wanted.person : null
  return context.port(representation).findPerson(wanted)
}

/** Asks persons to sign an own application that was answered. */
export const askSignatoriesHandler = handle(askSignatories, {
  tenant: input => input.organisation,
  async run(input, context) {
    const row = await lockCase(context.tx, input.case)
    if (row === null || !isOwn(context, row)) return refuse(caseNotFound, { pointer: '/case' })
    const run = beginRun(context, row)
    const declared = signingOf(run)
    if (isRefused(declared)) return declared
    const offered = new Set((await candidatesOf(run, declared)).map(({ person }) => person))
    const persons: (string | null)[] = []
    for (const wanted of input.persons) persons.push(await personOf(context, wanted, offered))
    const already = await listSignatories(context.tx, row.tenant, row.id)
    const applicants = [row.person, row.submitter ?? row.person, context.actor.id]
    const { most } = declared
    const unfit = decideAsking(persons, already, { applicants, most })
    if (unfit?.why === 'unknown') return refuse(signatoryNotFound, { pointer: `/persons/${unfit.at}` })
    if (unfit !== null)
      return refuse(signatoryUnfit, { pointer: `/persons/${unfit.at}`, params: { why: unfit.why, most } })
    const known = persons.filter(person => person !== null)
    context.concerns([row.person, ...known])
    const signatories: string[] = []
    for (const person of known) signatories.push(await askToSign(run, declared, person))
    await endRun(run)
    return { signatories }
  },
})
