import { packages, textOf } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { channels, getPreferences } from '../contract/index.ts'
import { jurisdictionOf, lawIn } from '../notices/law-of.ts'
import { usualPreference } from '../rules/decide-preference.ts'
import { findPreference } from '../store/preferences.ts'

/** How a person wants to be written to, by the law of the jurisdiction of the portal. */
export const getPreferencesHandler = handle(getPreferences, {
  tenant: () => 'platform',
  async run({ person }, context) {
    context.concerns([person])
    const jurisdiction = jurisdictionOf(context.port(packages), 'platform')
    const law = lawIn(jurisdiction)
    const words = (text: string) => {
      if (jurisdiction === null) throw new Error('a law without a jurisdiction')
      return textOf(jurisdiction, text.replace(/^message:/, ''))
    }
    return {
      preference: (await findPreference(context.tx, person)) ?? usualPreference,
      topics: law.topics.map(({ id, title, about, urgent, mandatory, ground }) => ({
        topic: id,
        title: words(title),
        about: words(about),
        urgent,
        mandatory: [...mandatory],
        ground: ground ?? null,
      })),
      channels: [...context.port(channels).open],
      quiet:
        law.quiet === undefined ? null : { from: law.quiet.from, to: law.quiet.to, channels: [...law.quiet.channels] },
      daily: law.digest?.at ?? null,
    }
  },
})
