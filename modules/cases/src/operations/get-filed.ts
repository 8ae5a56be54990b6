import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { caseNotFound } from '../contract/case.ts'
import { filingNotLet, getFiled } from '../contract/filing.ts'
import { givenTo } from '../engine/given-to.ts'
import { clientOf, whoLets } from '../rules/decide-filing.ts'
import { findCase } from '../store/cases.ts'
import { findFiling } from '../store/filings.ts'
import { viewCard } from '../views/view-card.ts'

/** Tells a system where an application stands that it filed, as long as whoever let it file lets it read. */
export const getFiledHandler = handle(getFiled, {
  tenant: input => input.organisation,
  async run({ organisation, case: id }, context) {
    const { tx, actor, port, concerns } = context
    const client = clientOf(actor)
    const row = await findCase(tx, organisation, id)
    if (client === null || row === null || !(await findFiling(tx, organisation, id, client)))
      return refuse(caseNotFound, { pointer: '/case' })
    concerns([row.person])
    const by = whoLets({ person: row.person, ...(row.submitter === null ? {} : { submitter: row.submitter }) })
    if (!(await givenTo(context, client, by)).includes('applications.read'))
      return refuse(filingNotLet, { pointer: '/case' })
    const { number, service, status, statusText, waiting, outcome, openedAt, deadline } = viewCard(
      port(packages),
      row,
      [],
    )
    return { case: row.id, number, service, status, statusText, waiting, outcome, openedAt, deadline }
  },
})
