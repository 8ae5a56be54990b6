import { getOrganisation, packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { compareQuality } from '../contract/quality.ts'
import { definitionOf } from '../definition/definition.ts'
import { measureOrganisation } from '../quality/measure-organisation.ts'

/** The index of all organisations whose registers are watched, the best first; those never checked last. */
export const compareQualityHandler = handle(compareQuality, {
  tenant: input => input.organisation,
  async run(_, context) {
    const all = context.port(packages)
    const owners = new Set(all.list('register').map(pack => definitionOf(pack).owner))
    const items = []
    for (const organisation of owners) {
      const measured = await measureOrganisation(context, organisation)
      if (measured === null) continue
      const { index, history, open, registers } = measured
      items.push({
        organisation,
        name: getOrganisation(all, organisation).name,
        index,
        open,
        registers: registers.length,
        history,
      })
    }
    const order = (index: number | null) => index ?? -1
    return {
      items: items.sort((a, b) => order(b.index) - order(a.index) || a.organisation.localeCompare(b.organisation)),
    }
  },
})
