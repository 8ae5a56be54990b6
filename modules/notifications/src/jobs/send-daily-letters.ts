import { createHash } from 'node:crypto'
import { findOrganisation, packages } from '@tereze/catalogue/contract'
import { type JobContext, job } from '@tereze/foundation-operations'
import type { Language } from '@tereze/operation'
import { contacts, mail, portal } from '../contract/index.ts'
import { lawOf } from '../notices/law-of.ts'
import { letterWords } from '../notices/letter-words.ts'
import { isRefusedBy } from '../rules/decide-channels.ts'
import { decideDelivery } from '../rules/decide-delivery.ts'
import { usualPreference } from '../rules/decide-preference.ts'
import { topicOf } from '../rules/notification-law.ts'
import { writeDailyLetter } from '../rules/write-daily-letter.ts'
import { writeLetter } from '../rules/write-letter.ts'
import {
  claimDaily,
  claimLetter,
  type DailyDelivery,
  dueLetters,
  listLettersDue,
  releaseLetter,
} from '../store/daily-letters.ts'
import { updateDeliveries } from '../store/deliveries.ts'
import { findPreference } from '../store/preferences.ts'

/** Persons written to at once. */
const batch = 16
/** Longer than putting a letter together and sending it lasts. */
const claimSeconds = 60

/** A delivery with the organisation whose message it carries. */
type Carried = DailyDelivery & { readonly tenant: string }

/** A letter of the same messages has the same id: the mail server knows a repetition. */
const idOf = (carried: readonly Carried[]) =>
  `${createHash('sha256')
    .update(carried.map(({ message }) => message).join(' '))
    .digest('hex')
    .slice(0, 32)}.daily`

async function sendOne(
  carried: readonly Carried[],
  to: string,
  language: Language,
  context: JobContext,
): Promise<'sent' | 'rejected' | 'unreachable'> {
  const all = context.ports.get(packages)
  const name = (id: string) => findOrganisation(all, id)?.name[language] ?? id
  const parts = writeDailyLetter({
    language,
    sender: name('platform'),
    lines: carried.map(({ tenant, texts }) => ({ organisation: name(tenant), title: texts[language].title })),
    origin: context.ports.get(portal).origin,
    word: (key, params) => letterWords.text(key === 'doubt' ? 'letter.doubt' : `letter.daily.${key}`, language, params),
  })
  try {
    const { sender, title: subject } = parts
    return await context.ports
      .get(mail)
      .send({ id: idOf(carried), to, sender, subject, ...writeLetter(parts), language })
  } catch {
    return 'unreachable'
  }
}

async function sendLetterOf(person: string, tenants: readonly string[], context: JobContext): Promise<number> {
  const now = context.clock.now()
  const until = new Date(now.getTime() + claimSeconds * 1000)
  const preparing = await context.write('platform', async running => {
    if (!(await claimLetter(running.tx, person, now, until))) return null
    const contact = await running.port(contacts).find(running, person)
    return { contact, preference: (await findPreference(running.tx, person)) ?? usualPreference }
  })
  if (preparing === null) return 0
  const { contact, preference } = preparing
  const carried: Carried[] = []
  for (const tenant of tenants) {
    const found = await context.write(tenant, ({ tx }) => claimDaily(tx, { person, now, until, node: context.node }))
    carried.push(...found.map(delivery => ({ ...delivery, tenant })))
  }
  const all = context.ports.get(packages)
  const isRefused = ({ tenant, topic, channel }: Carried) =>
    isRefusedBy(preference, topicOf(lawOf(all, tenant), topic), channel)
  const wanted = carried.filter(one => !isRefused(one)).sort((a, b) => (a.message < b.message ? -1 : 1))
  const language = preference.language ?? contact?.language
  const outcome =
    !contact?.email || language === undefined
      ? ('no-address' as const)
      : wanted.length === 0
        ? null
        : await sendOne(wanted, contact.email, language, context)
  const done = context.clock.now()
  for (const [tenant, own] of Map.groupBy(carried, one => one.tenant)) {
    const outcomes = own.map(delivery => ({
      delivery,
      next: decideDelivery(outcome === null || isRefused(delivery) ? 'refused' : outcome, delivery.attempts, done),
    }))
    await context.write(tenant, ({ tx }) => updateDeliveries(tx, outcomes, done))
  }
  await context.write('platform', ({ tx }) => releaseLetter(tx, person))
  return carried.length
}

/** Sends each person who wants it one letter with the messages of the day from all organisations, in place of a letter for each. */
export const sendDailyLetters = job({
  name: 'notifications.send-daily-letters',
  every: 5000,
  due: dueLetters,
  async run(context) {
    let sent = 0
    for (const { person, tenants } of await listLettersDue(context.database, context.clock.now(), batch))
      sent += await sendLetterOf(person, tenants, context)
    return sent
  },
})
