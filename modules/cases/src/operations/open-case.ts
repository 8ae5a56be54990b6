import { getOrganisation, packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { type IdentifierScheme, writeIdentifier } from '@tereze/identifiers'
import { refuse } from '@tereze/operation'
import { caseOpened, openCase, serviceNotFound } from '../contract/case.ts'
import { jurisdictionOf } from '../definition/jurisdiction.ts'
import { findService } from '../definition/service.ts'
import { beginCase } from '../engine/begin-case.ts'
import { beginRun, endRun, note } from '../engine/case-run.ts'
import { applyFacts, fetchLocal, waves } from '../engine/facts.ts'
import { orStepRefused } from '../engine/step-refused.ts'
import { type CaseRow, findCaseByKey, insertCase } from '../store/cases.ts'

const numberScheme = 'case-number'

/** Opens a case of a service for a person. */
export const openCaseHandler = handle(openCase, {
  tenant: input => input.organisation,
  async run(input, context) {
    const { tx, now, ids } = context
    const all = context.port(packages)
    const service = findService(all, input.service)
    if (service === null || service.owner !== input.organisation) {
      return refuse(serviceNotFound, { pointer: '/service', params: { service: input.service } })
    }
    const key = `${input.person}/${input.key}`
    const earlier = await findCaseByKey(tx, tx.tenant, key)
    if (earlier !== null) return { case: earlier.id, number: earlier.number }
    getOrganisation(all, service.owner)
    const file = jurisdictionOf(all, service.jurisdiction).json.get('identifiers.json') as
      | { identifiers: readonly IdentifierScheme[] }
      | undefined
    const scheme = file?.identifiers.find(candidate => candidate.id === numberScheme)
    if (scheme === undefined) throw new Error(`jurisdiction ${service.jurisdiction} has no scheme ${numberScheme}`)
    const row: CaseRow = {
      tenant: tx.tenant,
      id: ids.newId('case'),
      number: writeIdentifier(scheme, ids.randomText(scheme.length, scheme.alphabet)),
      key,
      service: service.id,
      serviceVersion: service.version,
      packageHash: service.pack.hash,
      person: input.person,
      department: null,
      channel: input.channel,
      cause: input.cause,
      status: 'submitted',
      stage: null,
      waiting: null,
      outcome: null,
      appeal: 'none',
      deadline: null,
      data: { ...input.data, ...(input.trigger === undefined ? {} : { trigger: input.trigger }) },
      revision: 1,
      openedAt: now.toISOString(),
      submittedAt: null,
      registeredAt: null,
      decidedAt: null,
      appealedAt: null,
      endedAt: null,
      rating: null,
    }
    if (!(await insertCase(tx, row))) {
      const first = await findCaseByKey(tx, tx.tenant, key)
      if (first === null) throw new Error('a case under this key was there and is not')
      return { case: first.id, number: first.number }
    }
    context.concerns([input.person])
    await context.emit(caseOpened, {
      subject: row.id,
      data: { case: row.id, service: service.id, person: input.person, cause: input.cause },
    })
    const run = beginRun(context, row)
    await note(
      run,
      `timeline.opened.${input.channel === 'automatic' ? 'automatic' : 'asked'}`,
      input.channel === 'automatic' ? 'us' : 'you',
    )
    const opening = service.sources.filter(source => source.at === 'opening')
    if (opening.some(source => source.contract !== undefined)) {
      run.draft.addWork({
        id: `${row.id}:opening`,
        caseId: row.id,
        instance: null,
        kind: 'facts',
        detail: { sources: opening.map(source => source.id) },
        dueAt: now,
        since: now.toISOString(),
      })
    } else {
      for (const wave of waves(opening)) {
        const fetched = []
        for (const source of wave) fetched.push(await fetchLocal(run, source))
        applyFacts(run, fetched)
      }
      const refused = await orStepRefused(() => beginCase(run))
      if (refused !== undefined) return refused
    }
    await endRun(run)
    return { case: row.id, number: row.number }
  },
})
