import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { takeFilePower as definition, powerAboveMissing, powerTaken } from '../contract/file-power.ts'
import { delegateUnfit, powerChanged, powerCodeUnknown, powerNotGivable } from '../contract/power.ts'
import { platform } from '../platform.ts'
import { powerScheme } from '../ports/power-scheme.ts'
import { decideFilePower } from '../powers/decide-file-power.ts'
import { insertFilePower, listPowersOfDocument } from '../store/powers.ts'

const refusals = {
  taken: powerTaken,
  'above-missing': powerAboveMissing,
  'delegate-unfit': delegateUnfit,
  'not-givable': powerNotGivable,
  'code-unknown': powerCodeUnknown,
}

/** Takes a power that a file proved: one row for each set of services. Whoever brings it has accepted it. */
export const takeFilePower = handle(definition, {
  tenant: () => platform,
  async run(file, { tx, now, ids, port, concerns, emit }) {
    const { number, under, principal, delegate, givenBy, scopes } = file
    const known = async (document: string) =>
      (await listPowersOfDocument(tx, platform, document)).filter(
        power => power.document === document && power.principal === principal,
      )
    const decided = decideFilePower(port(powerScheme).scheme(), file, {
      above: under === null ? [] : (await known(under)).filter(power => power.delegate === givenBy),
      same: (await known(number)).filter(power => power.delegate === delegate),
    })
    if ('refused' in decided)
      return refuse(refusals[decided.refused], {
        pointer: decided.refused === 'code-unknown' ? decided.at : '/number',
        params: decided.refused === 'above-missing' ? { number: under ?? '' } : {},
      })
    const powers = scopes.map((scope, at) => ({
      id: ids.newId('power'),
      parent: decided.parents[at] ?? null,
      ...scope,
    }))
    for (const power of powers) {
      insertFilePower(tx, { ...file, ...power, document: number, depth: 0, now })
      const data = { power: power.id, principal, delegate, givenBy, by: delegate, change: 'accepted' as const }
      await emit(powerChanged, { subject: power.id, data })
    }
    concerns([principal, delegate], [`power-file:${number}`])
    return { powers: powers.map(({ id }) => id) }
  },
})
