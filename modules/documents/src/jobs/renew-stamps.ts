import { fileStore, isTooLarge } from '@tereze/foundation-files'
import { type JobContext, job } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { keepPicture } from '../contract/index.ts'
import { seals } from '../ports/seals.ts'
import { renewalOf } from '../rules/decide-renewal.ts'
import { dueRenewal, listRenewals, type RenewalRow, updateRenewal } from '../store/renewals.ts'

const batch = 20
const day = 24 * 3_600_000

/** Looks when a file is to be stamped again, and stamps it if that is now. */
async function renew(context: JobContext, row: RenewalRow): Promise<void> {
  const { clock, ports, write } = context
  const later = (renewAt: Date | null) => write(row.tenant, ({ tx }) => updateRenewal(tx, row, renewAt))
  const pdf = await ports.get(fileStore).find(row.picture)
  // A lost file is drawn anew, and stamped, when somebody looks at it.
  if (pdf === null) return later(null)
  const until = await ports.get(seals).stampedUntil(pdf)
  if (until === null) return later(null)
  if (renewalOf(until) > clock.now()) return later(renewalOf(until))
  const renewed = await ports.get(seals).renew(context, pdf)
  if (renewed === null) return later(null)
  const stored = await ports.get(fileStore).write(renewed.pdf)
  if (isTooLarge(stored)) throw new Error('a picture has no limit')
  await write(row.tenant, async ({ call }) => {
    const kept = await call(keepPicture, {
      organisation: row.tenant,
      document: row.id,
      hash: stored.hash,
      instead: row.picture,
      stampedUntil: renewed.until.toISOString(),
    })
    if (isRefused(kept)) throw new Error(kept.code)
  })
}

/**
 * Stamps the files of documents again before their time-stamps end, so that their proof outlives every clock. A file of which that fails
 * is tried again the next day and keeps nobody from the others.
 */
export const renewStamps = job({
  name: 'documents.renew-stamps',
  every: 3_600_000,
  patient: true,
  due: dueRenewal,
  async run(context) {
    const due = await listRenewals(context.database, context.clock.now(), batch)
    for (const row of due)
      try {
        await renew(context, row)
      } catch (error) {
        context.report(error)
        const next = new Date(context.clock.now().getTime() + day)
        await context.write(row.tenant, ({ tx }) => updateRenewal(tx, row, next))
      }
    return due.length
  },
})
