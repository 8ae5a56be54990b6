import { handle } from '@tereze/foundation-operations'
import { listRecoveries as definition, type Recovery } from '../contract/index.ts'
import { platform } from '../platform.ts'
import { recoveryLife } from '../recovery.ts'
import { signInDesk } from '../sign-in-desk.ts'
import { listRecoveriesWaiting } from '../store/recoveries.ts'

/** Lists the recoveries that wait. */
export const listRecoveries = handle(definition, {
  tenant: () => platform,
  async run(_input, { tx, now, port, concerns }) {
    const waiting = await listRecoveriesWaiting(tx, platform, new Date(now.getTime() - 2 * recoveryLife))
    const items: Recovery[] = []
    for (const { recovery, person, document, begunBy, begunAt, codeUntil } of waiting) {
      const until = Date.parse(codeUntil ?? begunAt) + (codeUntil === null ? recoveryLife : 0)
      if (now.getTime() >= until) continue
      const name = (await port(signInDesk).nameOf(person)) ?? person
      items.push({ recovery, person, name, document, begunBy, begunAt, codeUntil })
    }
    concerns(items.map(({ person }) => person))
    return { items }
  },
})
