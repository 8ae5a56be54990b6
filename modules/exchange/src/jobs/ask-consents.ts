import { isErased, keyring } from '@tereze/foundation-keys'
import { type JobContext, job } from '@tereze/foundation-operations'
import { consentChanged } from '../contract/consent.ts'
import { type ConsentAnswer, consentLine } from '../ports/consent-line.ts'
import { decideConsent } from '../rules/decide-consent.ts'
import { consentPlace } from '../serving/require-consent.ts'
import {
  type ConsentRow,
  claimConsents,
  dueConsents,
  endConsent,
  listConsentTenants,
  releaseConsent,
} from '../store/consents.ts'
import { wakeQueued } from '../store/queue.ts'

const batch = 20
const lease = 60_000

async function ask({ database, ports }: JobContext, row: ConsentRow): Promise<ConsentAnswer> {
  const opened =
    row.question === null
      ? null
      : await ports.get(keyring).open(database, row.tenant, row.person, row.question, consentPlace(row.message))
  // Whoever was erased can be asked nothing more: the term runs out.
  if (opened === null || isErased(opened)) return { state: 'asked' }
  const { person, ground } = JSON.parse(new TextDecoder().decode(opened)) as { person: string; ground: string }
  const { message: id, service, tenant: provider, consumer, contract, purpose, termEnds: until } = row
  return ports.get(consentLine).ask({ id, service, provider, person, consumer, contract, purpose, ground, until })
}

async function settle(context: JobContext, row: ConsentRow): Promise<void> {
  const answer = await ask(context, row)
  const after = decideConsent({ ...row, termEnds: new Date(row.termEnds) }, answer, context.clock.now())
  await context.write(row.tenant, async ({ tx, now, emit }) => {
    if (after.state === 'asked') return releaseConsent(tx, row.message, after)
    endConsent(tx, row.message, { ...after, now })
    const { message, contract, consumer, purpose, person, termEnds: term } = row
    await emit(consentChanged, {
      subject: message,
      data: { message, contract, consumer, purpose, person, state: after.state, term },
    })
  })
  // The asker's queue rests between attempts: what it waits for is decided.
  if (after.state !== 'asked')
    await context.write(row.consumer, async ({ tx, now }) => wakeQueued(tx, row.message, now))
}

/** Asks consent services for what persons have said. A node that dies meanwhile loses nothing: its claim ends, and the same question is asked. */
export const askConsents = job({
  name: 'exchange.ask-consents',
  every: 5_000,
  due: dueConsents,
  async run(context) {
    const now = context.clock.now()
    const claim = { now, until: new Date(now.getTime() + lease) }
    let asked = 0
    for (const tenant of await listConsentTenants(context.database, now)) {
      const claimed = await context.write(tenant, ({ tx }) => claimConsents(tx, claim, batch))
      await Promise.all(claimed.map(row => settle(context, row).catch((error: unknown) => context.report(error))))
      asked += claimed.length
    }
    return asked
  },
})
