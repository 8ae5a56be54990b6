import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { findRequest, presentationEnded } from '../contract/index.ts'
import { hashOf } from '../hash.ts'
import { findOpenPresentation } from '../store/presentations.ts'

/** The signed question, as long as it may be answered. */
export const findRequestHandler = handle(findRequest, {
  tenant: input => input.organisation,
  async run({ organisation, state }, { tx, now }) {
    const found = await findOpenPresentation(tx, organisation, hashOf(state), now)
    return found === null ? refuse(presentationEnded, { pointer: '/state' }) : { request: found.request }
  },
})
