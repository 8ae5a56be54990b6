import { takeFilePower } from '@tereze/access/contract'
import { handle } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { keepPower } from '../contract/index.ts'
import { platform } from '../platform.ts'
import { upsertPowerFile } from '../store/power-files.ts'

const day = 24 * 3_600_000

/** Keeps a power that a check proved, for acting by it and for asking of it. */
export const keepPowerHandler = handle(keepPower, {
  tenant: () => platform,
  async run({ above, fingerprint, ...power }, { tx, now, call }) {
    const taken = await call(takeFilePower, power)
    if (isRefused(taken)) return taken
    const { number, until } = power
    upsertPowerFile(tx, { number, above, until, fingerprint, now, next: new Date(now.getTime() + day) })
    return taken
  },
})
