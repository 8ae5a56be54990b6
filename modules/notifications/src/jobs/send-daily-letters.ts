import { createHash } from 'node:crypto'
import { findOrganisation, packages } from '@tereze/catalogue/contract'
import { type JobContext, job } from '@tereze/foundation-operations'
import type { Language } from '@tereze/operation'
import { mail, portal, type Sent } from '../contract/index.ts'
import { lawOf } from '../notices/law-of.ts'
import { letterWords } from '../notices/letter-words.ts'
import { isRefusedBy } from '../rules/decide-channels.ts'
import { topicOf } from '../rules/notification-law.ts'
import { writeDailyLetter } from '../rules/write-daily-letter.ts'
import { writeLetter } from '../rules/write-letter.ts'
import { findRecipients } from '../sending/recipient.ts'
import { settle } from '../sending/settle.ts'
import {
  claimDaily,
  claimLetter,
  type DailyDelivery,
  dueLetters,
  listLettersDue,
  releaseLetter,
} from '../store/daily-letters.ts'

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
): Promise<Sent | 'unreachable'> {
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
  const recipient = await context.write('platform', async running => {
    if (!(await claimLetter(running.tx, person, now, until))) return null
    return (await findRecipients(running, [person], now)).get(person) ?? null
  })
  if (recipient === null) return 0
  const { contact, preference, resting } = recipient
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
  const rests = resting.has('email')
  const outcome =
    !contact?.email || language === undefined
      ? ('no-address' as const)
      : rests
        ? ('bounced' as const)
        : wanted.length === 0
          ? ('refused' as const)
          : await sendOne(wanted, contact.email, language, context)
  for (const [tenant, own] of Map.groupBy(carried, one => one.tenant)) {
    const attempts = own.map(delivery => ({
      delivery,
      recipient,
      outcome: isRefused(delivery) ? ('refused' as const) : outcome,
      tried: !rests,
    }))
    await settle(tenant, attempts, context)
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
