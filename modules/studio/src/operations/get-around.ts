import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { getAround } from '../contract/around.ts'
import { aroundOf } from '../rules/around-of.ts'
import { namedOf } from '../rules/named-of.ts'

/** What packages may refer to, for the editors. */
export const getAroundHandler = handle(getAround, {
  tenant: ({ organisation }) => organisation,
  async run(_input, context) {
    const all = context.port(packages)
    return { around: aroundOf(all), named: namedOf(all) }
  },
})
