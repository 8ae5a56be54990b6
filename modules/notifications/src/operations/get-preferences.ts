import { packages, textOf } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { channels, getPreferences } from '../contract/index.ts'
import { jurisdictionOf, lawIn } from '../notices/law-of.ts'
import { usualPreference } from '../rules/decide-preference.ts'
import { addressesOf, findRecipients } from '../sending/recipient.ts'

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
    const recipient = (await findRecipients(context, [person], context.now)).get(person)
    const known = addressesOf(recipient?.contact ?? null)
    return {
      preference: recipient?.preference ?? usualPreference,
      topics: law.topics.map(({ id, title, about, urgent, mandatory, ground }) => ({
        topic: id,
        title: words(title),
        about: words(about),
        urgent,
        mandatory: [...mandatory],
        ground: ground ?? null,
      })),
      channels: [...context.port(channels).open],
      addresses: context.port(channels).open.flatMap(channel => {
        const since = recipient?.resting.get(channel) ?? null
        if (channel !== 'email' && channel !== 'sms') return []
        const state =
          since === null ? (known.has(channel) ? ('known' as const) : ('none' as const)) : ('bounced' as const)
        return [{ channel, state, since }]
      }),
      quiet:
        law.quiet === undefined ? null : { from: law.quiet.from, to: law.quiet.to, channels: [...law.quiet.channels] },
      daily: law.digest?.at ?? null,
    }
  },
})
