import { type Context, handle } from '@tereze/foundation-operations'
import { type InputOf, isRefused, refuse } from '@tereze/operation'
import {
  leakNotFound,
  leakPeriodUnfit,
  leakRegisterNotFound,
  leakSearchUnfit,
  nameLeakPersons,
} from '../contract/index.ts'
import { lookedAt } from '../looking/looked-at.ts'
import { type FoundPersons, recordPersons } from '../ports/record-persons.ts'
import { insertNamed } from '../store/leak-persons.ts'
import { findLeak } from '../store/leaks.ts'

/** Records that one part of a search goes through. */
const part = 500

async function find(context: Context, { organisation, by, ...rest }: InputOf<typeof nameLeakPersons>) {
  const after = rest.after ?? null
  if (by.found === 'log') {
    if (Date.parse(by.until) <= Date.parse(by.since)) return refuse(leakPeriodUnfit, { pointer: '/by/until' })
    return lookedAt(context, organisation, by, after)
  }
  const { register } = by
  const registers = context.port(recordPersons)
  const found: FoundPersons | 'no-register' | { readonly unfit: string } =
    by.found === 'records'
      ? await registers.ofRecords(context, { organisation, register, records: by.records })
      : await registers.bySearch(context, { organisation, register, where: by.where, after, limit: part })
  if (found === 'no-register') return refuse(leakRegisterNotFound, { pointer: '/by/register', params: { register } })
  if ('unfit' in found)
    return refuse(leakSearchUnfit, { pointer: `/by/where/${found.unfit}`, params: { column: found.unfit } })
  return found
}

/** Names persons whom a leak concerns. Each of them sees in their access log that the organisation did. */
export const nameLeakPersonsHandler = handle(nameLeakPersons, {
  tenant: input => input.organisation,
  async run(input, context) {
    const { tx, now, actor, concerns } = context
    if ((await findLeak(tx, input.organisation, input.leak)) === null) return refuse(leakNotFound, { pointer: '/leak' })
    const found = await find(context, input)
    if (isRefused(found)) return found
    const persons = [...new Set(found.persons)].filter(person => person.startsWith('person_'))
    concerns(persons)
    const by = { foundBy: input.by.found, namedBy: actor.id, at: now }
    const added = await insertNamed(tx, input.leak, persons, by)
    return { added, known: persons.length - added, unknown: [...found.unknown], next: found.next }
  },
})
