import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { getAround } from '../contract/around.ts'
import { aroundOf } from '../rules/around-of.ts'

/** What packages may refer to, for the editors. */
export const getAroundHandler = handle(getAround, {
  tenant: ({ organisation }) => organisation,
  async run(_input, context) {
    return { around: aroundOf(context.port(packages)) }
  },
})
