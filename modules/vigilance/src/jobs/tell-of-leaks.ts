import { type Context, job } from '@tereze/foundation-operations'
import { leakPersonQueued } from '../contract/index.ts'
import { dueTelling, listToTell, takeToTell } from '../store/leak-persons.ts'

/** Persons handed on in one transaction. */
const portion = 200
const leaksAtOnce = 20

async function handOn({ tx, now, emit }: Context, leak: string): Promise<number> {
  const persons = await takeToTell(tx, leak, now, portion)
  for (const person of persons) await emit(leakPersonQueued, { subject: person, data: { leak, person } })
  return persons.length
}

/** Hands the persons whom a leak concerns on to be told, in portions: mark and event commit together, so that nobody is told twice. */
export const tellOfLeaks = job({
  name: 'vigilance.tell-of-leaks',
  every: 5000,
  patient: true,
  due: dueTelling,
  async run({ database, write }) {
    let handed = 0
    for (const { tenant, leak } of await listToTell(database, leaksAtOnce))
      handed += await write(tenant, context => handOn(context, leak))
    return handed
  },
})
