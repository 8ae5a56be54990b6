import { splitPem } from '@tereze/foundation-keys'
import { type JobContext, job } from '@tereze/foundation-operations'
import type { AnswerFault, RevocationAnswer, RevocationQuestion } from '@tereze/foundation-signatures'
import type { CheckFault } from '../contract/revocation.ts'
import { revocationLine } from '../ports/revocation-line.ts'
import { operator } from '../rules/certificate.ts'
import { decideCheck, type KeptCheck } from '../rules/decide-check.ts'
import { linksOf } from '../rules/links-of.ts'
import { questionsOf } from '../serving/questions-of.ts'
import {
  type CheckRow,
  claimChecks,
  deleteChecks,
  dueChecks,
  listTenantsToCheck,
  updateCheck,
} from '../store/revocation-checks.ts'

const batch = 50
const lease = 120_000

type Answer = RevocationAnswer | { readonly fault: AnswerFault | CheckFault }
type Brought = { readonly body: Uint8Array } | { readonly fault: CheckFault }

/** Asks each question once: a list speaks of many certificates. */
function createAsker({ ports }: Pick<JobContext, 'ports'>) {
  const asked = new Map<string, Promise<Brought>>()
  async function bring(question: RevocationQuestion): Promise<Brought> {
    const reply = await ports.get(revocationLine).send(question.request)
    if (!reply.ok) return { fault: reply.problem }
    return reply.status === 200 ? { body: reply.body } : { fault: 'not-served' }
  }
  return async (question: RevocationQuestion): Promise<Answer> => {
    const known = asked.get(question.id) ?? bring(question)
    asked.set(question.id, known)
    const brought = await known
    return 'fault' in brought ? brought : question.read(brought.body)
  }
}

/** Asks about one certificate: OCSP, then the list where that gave nothing. */
async function check(
  { link, kept, way }: CheckRow & { readonly way: NonNullable<CheckRow['way']> },
  ask: ReturnType<typeof createAsker>,
  now: Date,
): Promise<KeptCheck> {
  const place = linksOf(splitPem(way.certificates)).indexOf(link)
  const questions = (await questionsOf(way))[place] ?? []
  let after = decideCheck(kept, { fault: 'nowhere' }, now)
  for (const question of questions) {
    after = decideCheck(kept, await ask(question), now)
    if (after.fault === null) return after
  }
  return after
}

/**
 * Asks outside authorities which of the certificates that are used here they took back, each before its last answer ends, an hour later at
 * most. Nothing is held open meanwhile; a node that dies loses nothing: its claim ends, and the same is asked again.
 */
export const checkRevocations = job({
  name: 'exchange.check-revocations',
  every: 10_000,
  patient: true,
  due: dueChecks,
  async run(context) {
    const { database, clock, write, report } = context
    const now = clock.now()
    const claim = { operator, now, until: new Date(now.getTime() + lease) }
    const ask = createAsker(context)
    let done = 0
    for (const tenant of await listTenantsToCheck(database, now)) {
      const claimed = await write(tenant, ({ tx }) => claimChecks(tx, claim, batch))
      const over = claimed.filter(({ way }) => way === null).map(({ link }) => link)
      const checked = await Promise.all(
        claimed.map(async ({ way, ...row }) => {
          try {
            return way === null ? null : { link: row.link, after: await check({ ...row, way }, ask, now) }
          } catch (error) {
            report(error)
            return null
          }
        }),
      )
      await write(tenant, async ({ tx }) => {
        if (over.length > 0) deleteChecks(tx, over)
        for (const one of checked) if (one !== null) updateCheck(tx, one.link, one.after)
      })
      done += claimed.length
    }
    return done
  },
})
