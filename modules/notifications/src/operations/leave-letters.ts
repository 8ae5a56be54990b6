import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { leaveLetters, letterNotFound } from '../contract/index.ts'
import { lawOf } from '../notices/law-of.ts'
import { isRefusedBy } from '../rules/decide-channels.ts'
import { usualPreference } from '../rules/decide-preference.ts'
import { topicOf } from '../rules/notification-law.ts'
import { findLetter, findPreference, upsertPreference } from '../store/preferences.ts'

/** Ends letters to a person about the topic of a letter; again changes nothing. */
export const leaveLettersHandler = handle(leaveLetters, {
  tenant: () => 'platform',
  async run({ token }, context) {
    const { tx, now, port } = context
    const letter = await findLetter(tx, token)
    const topic = letter === null ? null : topicOf(lawOf(port(packages), letter.organisation), letter.topic)
    if (letter === null || topic === null || topic.mandatory.includes('email'))
      return refuse(letterNotFound, { pointer: '/token' })
    context.concerns([letter.person])
    const preference = (await findPreference(tx, letter.person)) ?? usualPreference
    if (!isRefusedBy(preference, topic, 'email')) {
      const refused = [...preference.refused, { topic: topic.id, channel: 'email' as const }]
      await upsertPreference(tx, letter.person, { ...preference, refused }, now)
    }
    return { left: true as const }
  },
})
