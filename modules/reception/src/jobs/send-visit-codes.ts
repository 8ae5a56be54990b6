import { type JobContext, job } from '@tereze/foundation-operations'
import { sms } from '@tereze/notifications/contract'
import { visitors } from '../ports/visitors/port.ts'
import {
  dueCodes,
  findVisit,
  listWantedCodes,
  updateCodeMade,
  updateCodeSent,
  type WantedCode,
} from '../store/visits.ts'
import { ownText } from '../views/own-text.ts'
import { visitParams } from '../views/visit-words.ts'
import { codeHash } from '../visits/code-hash.ts'

const batch = 20
/** How often a code is given to a network that does not answer. */
const mostSendings = 5
const pause = 5_000

/** Makes a code and gives it to the network. It is nowhere but in this node’s hands: who tries again makes another one. */
async function send(
  { tenant, id, sendings }: WantedCode,
  { write, ports, clock, ids, report }: JobContext,
): Promise<void> {
  const made = await write(tenant, async context => {
    const visit = await findVisit(context.tx, tenant, id)
    const visitor = visit === null ? null : await context.port(visitors).get(context, visit.person)
    if (visit === null || visitor === null || visitor.phone === null) return null
    const code = ids.randomText(6, '0123456789')
    const hash = await codeHash(context, id, code)
    await updateCodeMade(context.tx, id, { hash, now: context.now })
    context.concerns([visit.person])
    const text = ownText('visit.sms', visit.language, { code, ...visitParams(context, visit) })
    return { hash, to: visitor.phone, text }
  })
  if (made === null) return
  const { hash, to, text } = made
  const sent = await ports
    .get(sms)
    .send({ id: `${id}.${hash.toString('hex').slice(0, 16)}`, to, text })
    .catch((error: unknown) => {
      report(error)
      return 'unreachable' as const
    })
  const isOver = sent === 'rejected' || sendings + 1 >= mostSendings
  const state = sent === 'sent' ? 'sent' : isOver ? 'failed' : 'wanted'
  const now = clock.now()
  await write(tenant, ({ tx }) =>
    updateCodeSent(tx, id, { hash, state, now: state === 'wanted' ? new Date(now.getTime() + pause) : now }),
  )
}

/** Sends the codes by which visitors confirm their visit. */
export const sendVisitCodes = job({
  name: 'reception.send-visit-codes',
  every: 1_000,
  due: dueCodes,
  async run(context) {
    const wanted = await listWantedCodes(context.database, context.clock.now(), batch)
    for (const one of wanted) await send(one, context)
    return wanted.length
  },
})
