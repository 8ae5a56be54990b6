import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { lookNotFound, repeatLook } from '../contract/silent-look.ts'
import { retryLook } from '../store/looks.ts'

/** Asks for a record now. */
export const repeatLookHandler = handle(repeatLook, {
  tenant: input => input.organisation,
  async run({ look }, { tx, now }) {
    return (await retryLook(tx, look, now)) ? { look } : refuse(lookNotFound, { pointer: '/look' })
  },
})
