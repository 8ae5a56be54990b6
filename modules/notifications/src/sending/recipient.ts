import type { Context } from '@tereze/foundation-operations'
import { type Contact, contacts, type Preference } from '../contract/index.ts'
import { addressMark, restsSince } from '../rules/address-mark.ts'
import { usualPreference } from '../rules/decide-preference.ts'
import type { Way } from '../rules/notification-law.ts'
import { listBounces } from '../store/bounces.ts'
import { listPreferences } from '../store/preferences.ts'

/** Whom deliveries go to: where they are reached, how they want to be written to, and which of their addresses let nothing through. */
export interface Recipient {
  readonly contact: Contact | null
  readonly preference: Preference
  /** Since when a channel's address rests, after something came back from it. */
  readonly resting: ReadonlyMap<Way, string>
}

/** The addresses of a person by channel; what they have none for is not there. */
export function addressesOf(contact: Contact | null): ReadonlyMap<Way, string> {
  const { email, phone } = contact ?? { email: null, phone: null }
  return new Map([...(email ? [['email', email] as const] : []), ...(phone ? [['sms', phone] as const] : [])])
}

/** Looks recipients up, each once. */
export async function findRecipients(
  context: Pick<Context, 'call' | 'port' | 'tx'>,
  persons: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, Recipient>> {
  const wanted = [...new Set(persons)]
  const preferences = await listPreferences(context.tx, wanted)
  const found = new Map<string, Contact | null>()
  for (const person of wanted) found.set(person, await context.port(contacts).find(context, person))
  const marked = [...found].flatMap(([person, contact]) =>
    [...addressesOf(contact)].map(([channel, address]) => ({ person, channel, mark: addressMark(channel, address) })),
  )
  const bounces = await listBounces(
    context.tx,
    marked.map(({ mark }) => mark),
  )
  return new Map(
    wanted.map(person => {
      const resting = marked.flatMap(one => {
        const since = one.person === person ? restsSince(bounces.get(one.mark), now) : null
        return since === null ? [] : [[one.channel, since] as const]
      })
      const preference = preferences.get(person) ?? usualPreference
      return [person, { contact: found.get(person) ?? null, preference, resting: new Map(resting) }]
    }),
  )
}
