import { handle } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { findVisitor } from '../contract/index.ts'
import { visitors } from '../ports/visitors/port.ts'
import { decideSearch } from '../rules/decide-search.ts'
import { viewVisitor } from '../views/view-visitor.ts'

/** Finds a person who came in; everybody who is shown stands in the audit log. */
export const findVisitorHandler = handle(findVisitor, {
  tenant: input => input.organisation,
  async run(input, context) {
    const search = decideSearch(input)
    if (isRefused(search)) return search
    const register = context.port(visitors)
    const found = await register.find(context, search)
    context.concerns(found.map(({ person }) => person))
    return { items: found.map(viewVisitor), registrar: register.owner(context) }
  },
})
