import { getOrganisation, packages } from '@tereze/catalogue/contract'
import { job, localDate } from '@tereze/foundation-operations'
import { definitionOf } from '../definition/definition.ts'
import { qualityOf } from '../definition/quality.ts'
import { missCheck } from '../quality/miss-check.ts'
import { isLateCheck } from '../rules/is-late-check.ts'
import { beginCheck, findLastCheck, listBegunChecks } from '../store/upkeep.ts'

/** Begins a complete check of every watched register each legal day: rules that look at time are broken without any change. */
export const beginChecksJob = job({
  name: 'registers.begin-checks',
  every: 60_000,
  patient: true,
  async run({ database, clock, ports, write }) {
    const all = ports.get(packages)
    const now = clock.now()
    const due = all
      .list('register')
      .filter(pack => qualityOf(pack) !== null)
      .map(pack => {
        const { owner } = definitionOf(pack)
        return { tenant: owner, register: pack.id, key: `day:${localDate(now, getOrganisation(all, owner).zone)}` }
      })
    const begun = await listBegunChecks(
      database,
      due.map(({ key }) => key),
    )
    const waiting = due.filter(
      one =>
        !begun.some(
          ({ tenant, register, key }) => tenant === one.tenant && register === one.register && key === one.key,
        ),
    )
    let done = 0
    for (const { tenant, register, key } of waiting) {
      const check = { register, key, by: 'system:registers', now }
      const isBegun = await write(tenant, async context => {
        if (await beginCheck(context.tx, check, false)) return true
        if (isLateCheck(await findLastCheck(context.tx, tenant, register), now))
          await missCheck(context, register, 'late')
        return false
      })
      if (isBegun) done += 1
    }
    return done
  },
})
