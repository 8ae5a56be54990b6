import { findOrganisation, getOrganisation, packages } from '@tereze/catalogue/contract'
import { type JobContext, job } from '@tereze/foundation-operations'
import {
  type Contact,
  contacts,
  type Letter,
  mail,
  type Preference,
  portal,
  type Sent,
  sms,
} from '../contract/index.ts'
import { lawOf } from '../notices/law-of.ts'
import { letterWords } from '../notices/letter-words.ts'
import { isRefusedBy } from '../rules/decide-channels.ts'
import { decideDelivery } from '../rules/decide-delivery.ts'
import { decideMoment } from '../rules/decide-moment.ts'
import { usualPreference } from '../rules/decide-preference.ts'
import { topicOf } from '../rules/notification-law.ts'
import { writeLetter } from '../rules/write-letter.ts'
import {
  claimDeliveries,
  type DueDelivery,
  dueDeliveries,
  listTenantsAbandoned,
  listTenantsDue,
  releaseDeliveries,
  updateDeliveries,
} from '../store/deliveries.ts'
import { listPreferences } from '../store/preferences.ts'

/** Deliveries sent at once; their outcomes commit together. */
const batch = 32
/** Longer than any call lasts: a node that died with deliveries in its hands lets them go after this. */
const claimSeconds = 60

/** Id under which the other side knows a repetition. */
const idOf = (delivery: DueDelivery) => `${delivery.message}.${delivery.channel}`

/** The e-mail of a delivery: its button leads to the message in the cabinet, where what it asks for can be done. */
function letterOf(
  tenant: string,
  delivery: DueDelivery,
  to: string,
  language: Contact['language'],
  context: JobContext,
): Letter {
  const { title, text } = delivery.texts[language]
  const word = (key: string) => letterWords.text(`letter.${key}`, language)
  const sender = findOrganisation(context.ports.get(packages), tenant)?.name[language] ?? tenant
  const { origin } = context.ports.get(portal)
  const address = `${origin}/messages/${encodeURIComponent(delivery.message)}`
  const leave = delivery.leave === null ? null : `${origin}/leave/${delivery.leave}`
  const written = writeLetter({
    language,
    sender,
    title,
    text,
    button: { text: word('open'), address },
    notes: [word('unanswered'), word('doubt')],
    ...(leave === null ? {} : { leave: { text: word('leave'), address: leave } }),
  })
  return { id: idOf(delivery), to, sender, subject: title, ...written, language, ...(leave === null ? {} : { leave }) }
}

/** Whom a delivery goes to: where they are reached, and how they want to be written to. */
interface Recipient {
  readonly contact: Contact | null
  readonly preference: Preference
}

async function send(
  tenant: string,
  delivery: DueDelivery,
  { contact, preference }: Recipient,
  context: JobContext,
): Promise<Sent | 'unreachable' | 'no-address' | 'refused' | Date> {
  const { channel } = delivery
  const all = context.ports.get(packages)
  const law = lawOf(all, tenant)
  const topic = topicOf(law, delivery.topic)
  if (isRefusedBy(preference, topic, channel)) return 'refused'
  const now = context.clock.now()
  const zone = preference.zone ?? getOrganisation(all, tenant).zone
  const moment = decideMoment({ channel, topic, law, preference: { ...preference, daily: [] }, zone, now })
  if (moment.at > now) return moment.at
  const to = delivery.channel === 'email' ? contact?.email : contact?.phone
  if (!contact || !to) return 'no-address'
  const language = preference.language ?? contact.language
  try {
    return delivery.channel === 'email'
      ? await context.ports.get(mail).send(letterOf(tenant, delivery, to, language, context))
      : await context.ports.get(sms).send({ id: idOf(delivery), to, text: delivery.texts[language].sms })
  } catch {
    return 'unreachable'
  }
}

const unknown: Recipient = { contact: null, preference: usualPreference }

async function sendMessagesOf(tenant: string, context: JobContext): Promise<number> {
  const now = context.clock.now()
  const until = new Date(now.getTime() + claimSeconds * 1000)
  const { due, found } = await context.write(tenant, async running => {
    const claimed = await claimDeliveries(running.tx, { now, until, node: context.node, limit: batch })
    const people = new Map<string, Recipient>()
    const preferences = await listPreferences(
      running.tx,
      claimed.map(({ person }) => person),
    )
    for (const { person } of claimed) {
      if (people.has(person)) continue
      const contact = await running.port(contacts).find(running, person)
      people.set(person, { contact, preference: preferences.get(person) ?? usualPreference })
    }
    return { due: claimed, found: people }
  })
  if (due.length === 0) return 0
  const outcomes = await Promise.all(
    due.map(async delivery => {
      const outcome = await send(tenant, delivery, found.get(delivery.person) ?? unknown, context)
      return { delivery, next: decideDelivery(outcome, delivery.attempts, context.clock.now()) }
    }),
  )
  await context.write(tenant, ({ tx }) => updateDeliveries(tx, outcomes, context.clock.now()))
  return due.length
}

/** Sends what is due by e-mail and SMS: claim and commit, send outside any transaction, commit the outcome. */
export const sendMessages = job({
  name: 'notifications.send-messages',
  every: 500,
  due: dueDeliveries,
  async run(context) {
    let sent = 0
    for (const tenant of await listTenantsDue(context.database, context.clock.now())) {
      sent += await sendMessagesOf(tenant, context)
    }
    return sent
  },
  async release(context) {
    for (const tenant of await listTenantsAbandoned(context.database))
      await context.write(tenant, ({ tx }) => releaseDeliveries(tx, context.clock.now()))
  },
})
