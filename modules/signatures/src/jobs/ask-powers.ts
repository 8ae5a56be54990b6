import { noteFilePower } from '@tereze/access/contract'
import { getOrganisation, packages } from '@tereze/catalogue/contract'
import { type JobContext, job, localDate } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { platform } from '../platform.ts'
import { powersRegistry, type RegisteredPower } from '../ports/powers-registry.ts'
import { confirmedUntil } from '../rules/confirmed-until.ts'
import { decideAsking } from '../rules/decide-asking.ts'
import { dueAsking, listPowersToAsk, type PowerFileRow, updateAsked } from '../store/power-files.ts'

const batch = 50

/** What the register says of a power; null: nothing. A line that breaks down over one is told, and keeps nobody from asking of the others. */
async function answerOf({ ports, report }: JobContext, number: string): Promise<RegisteredPower | null> {
  try {
    return (await ports.get(powersRegistry)?.ask(number)) ?? null
  } catch (error) {
    report(error)
    return null
  }
}

async function askOf(context: JobContext, { number, above, until }: PowerFileRow): Promise<void> {
  const { clock, ports, write } = context
  const answers = await Promise.all([number, ...above].map(one => answerOf(context, one)))
  const now = clock.now()
  const today = localDate(now, getOrganisation(ports.get(packages), platform).zone)
  const { says, next } = decideAsking(answers, { today, until, now })
  await write(platform, async ({ tx, call }) => {
    updateAsked(tx, number, now, next)
    if (says === 'silent') return
    const noted = await call(noteFilePower, {
      number,
      says: says === 'revoked' ? { state: says } : { state: says, until: confirmedUntil(today) },
    })
    if (isRefused(noted)) throw new Error('what a register says of a power could not be noted')
  })
}

/** Asks the register each day of every power that came as a file and is acted by, and of those above it; outside any transaction. */
export const askPowers = job({
  name: 'signatures.ask-powers',
  every: 60_000,
  patient: true,
  due: dueAsking,
  async run(context) {
    const due = await listPowersToAsk(context.database, platform, context.clock.now(), batch)
    for (const power of due) await askOf(context, power)
    return due.length
  },
})
