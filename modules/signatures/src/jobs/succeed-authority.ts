import { job } from '@tereze/foundation-operations'
import { beginAuthority } from '../own-authorities.ts'
import { platform } from '../platform.ts'
import { decideSuccession } from '../rules/decide-succession.ts'
import { succeedDays } from '../rules/seal-terms.ts'
import { dueSuccession, listAuthorities } from '../store/authorities.ts'

/** Begins the next authority for seals a year and a half before the present one ends; where there never was one, it is not made here. */
export const succeedAuthorityJob = job({
  name: 'signatures.succeed-authority',
  every: 86_400_000,
  patient: true,
  due: dueSuccession(succeedDays),
  async run({ clock, write }) {
    return write(platform, async context => {
      const [present] = await listAuthorities(context.tx)
      if (present === undefined || !decideSuccession(present, clock.now())) return 0
      await beginAuthority(context, null)
      return 1
    })
  },
})
