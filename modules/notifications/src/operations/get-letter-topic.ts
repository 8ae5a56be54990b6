import { packages, textOf } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { getLetterTopic, letterNotFound } from '../contract/index.ts'
import { jurisdictionOf, lawIn } from '../notices/law-of.ts'
import { isRefusedBy } from '../rules/decide-channels.ts'
import { usualPreference } from '../rules/decide-preference.ts'
import { topicOf } from '../rules/notification-law.ts'
import { findLetter, findPreference } from '../store/preferences.ts'

/** What a letter is about; its random text is all that is asked for, and all that is told is the topic. */
export const getLetterTopicHandler = handle(getLetterTopic, {
  tenant: () => 'platform',
  async run({ token }, { tx, port }) {
    const letter = await findLetter(tx, token)
    const jurisdiction = letter === null ? null : jurisdictionOf(port(packages), letter.organisation)
    const topic = letter === null ? null : topicOf(lawIn(jurisdiction), letter.topic)
    if (letter === null || jurisdiction === null || topic === null || topic.mandatory.includes('email'))
      return refuse(letterNotFound, { pointer: '/token' })
    const preference = (await findPreference(tx, letter.person)) ?? usualPreference
    return {
      title: textOf(jurisdiction, topic.title.replace(/^message:/, '')),
      refused: isRefusedBy(preference, topic, 'email'),
    }
  },
})
