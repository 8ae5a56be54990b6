import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { registerVisitor, visitorUnfit } from '../contract/index.ts'
import { visitors } from '../ports/visitors/port.ts'

/** Registers a person whom no register knows, among the data of whoever keeps the register of people. */
export const registerVisitorHandler = handle(registerVisitor, {
  tenant: input => input.organisation,
  async run({ organisation, visitor }, context) {
    const register = context.port(visitors)
    if (organisation !== register.owner(context)) return refuse(visitorUnfit, { pointer: '/organisation' })
    const registered = await register.register(context, visitor)
    if (!isRefused(registered)) context.concerns([registered.person])
    return registered
  },
})
