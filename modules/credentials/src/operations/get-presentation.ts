import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { getPresentation, presentationNotFound } from '../contract/index.ts'
import { findPresentation } from '../store/presentations.ts'

/** What became of a question. Where the answer comes back by the browser, only the browser that brings its code is told. */
export const getPresentationHandler = handle(getPresentation, {
  tenant: input => input.organisation,
  async run({ organisation, presentation, code = null }, { tx, now }) {
    const found = await findPresentation(tx, organisation, presentation)
    if (found === null) return refuse(presentationNotFound, { pointer: '/presentation' })
    if (found.status === 'asked') {
      const status = Date.parse(found.expiresAt) > now.getTime() ? ('asked' as const) : ('expired' as const)
      return { status, fault: null, answeredAt: null, credential: null }
    }
    if (found.responseCode !== code) return refuse(presentationNotFound, { pointer: '/code' })
    const { status, fault, answeredAt, answer } = found
    return { status, fault, answeredAt, credential: answer }
  },
})
