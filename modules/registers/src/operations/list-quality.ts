import { textOf } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { listQuality } from '../contract/quality.ts'
import { measureOrganisation, openOf } from '../quality/measure-organisation.ts'
import { historyOf, indexOf, weigh } from '../rules/quality-index.ts'

/** The index of an organisation and of its registers. */
export const listQualityHandler = handle(listQuality, {
  tenant: input => input.organisation,
  async run({ organisation }, context) {
    const measured = await measureOrganisation(context, organisation)
    if (measured === null) return { index: null, history: [], items: [] }
    const { index, history, registers, points } = measured
    return {
      index,
      history,
      items: registers.map(({ pack, rules }) => ({
        register: pack.id,
        title: textOf(pack, 'title'),
        index: indexOf(weigh(rules)),
        open: openOf(rules),
        rules: rules.length,
        history: historyOf(points.filter(({ register }) => register === pack.id)),
      })),
    }
  },
})
