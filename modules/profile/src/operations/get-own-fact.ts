import { textOf } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { getOwnFact } from '../contract/profile.ts'
import { factNotFound } from '../contract/report.ts'
import { findFact } from '../reading/find-fact.ts'
import { valueAt } from '../rules/leaves.ts'
import { partsOfFact } from '../views/parts.ts'

/** One fact about the acting person, with what of it can be written down. */
export const getOwnFactHandler = handle(getOwnFact, {
  tenant: () => 'platform',
  async run(input, context) {
    const found = await findFact(context, input)
    if (found === null) return refuse(factNotFound, { pointer: '/pointer' })
    const { fact, record, declared } = found
    context.concerns([input.person])
    return {
      fact,
      title: textOf(declared.pack, 'title'),
      parts: partsOfFact(declared.pack, input.pointer, valueAt(record.data, input.pointer)),
    }
  },
})
